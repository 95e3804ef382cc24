"""A file from outside is parsed in a process of its own, which is ended when it takes too long or too much.

The program waits a known time, whatever is in the file, and nothing is left of the attempt.
"""

import json
import os
import subprocess
import sys
from threading import BoundedSemaphore
from typing import Any

from loftdb.core.errors import Issue, Refused
from loftdb.files.documents.kinds import Kind

SECONDS = 20.0
"""Time for one file; published agreements take below a second, most of it to start Python."""
_AT_ONCE = BoundedSemaphore(2)
"""How many are parsed at the same time, so that uploads never take the whole machine."""
_WORKER = (sys.executable, "-P", "-W", "ignore", "-m", "loftdb.files.documents.worker")


def parsed(kind: Kind, content: bytes, seconds: float = SECONDS) -> str:
    """Return the text of a file. Refused: what the worker found, or that it had to be ended."""
    answer = _answer(kind, content, seconds)
    if "text" in answer:
        return str(answer["text"])
    raise Refused(Issue(**answer))


def _answer(kind: Kind, content: bytes, seconds: float) -> dict[str, Any]:
    """Return ``text``, or an issue's ``code`` and ``facts``."""
    try:
        with _AT_ONCE:
            done = subprocess.run(  # noqa: S603 - this program's own worker; the file goes in by stdin
                [*_WORKER, kind], input=content, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                timeout=seconds, check=True, env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )  # fmt: skip
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise Refused(Issue("document_slow")) from None
    except (subprocess.CalledProcessError, ValueError):
        raise Refused(Issue("document_heavy")) from None
    return answer


def _environment() -> dict[str, str]:
    """Return this process's own, with the places that it imports from."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
