"""The process that parses one file: bytes on stdin, one JSON object on stdout; it can write no file.

What the libraries print goes nowhere, and what they raise becomes an issue.
"""

import json
import os
import sys
from contextlib import suppress

from loftdb.core.errors import Issue, Refused
from loftdb.files.documents.kinds import Kind

_MEMORY = 1 << 30
"""Bytes of address space; a published agreement needs a tenth."""
_SECONDS = 30
"""Processor time, for a worker whose program is gone."""


def main(kind: Kind) -> None:
    """Parse stdin and answer with ``text``, or with an issue's ``code`` and ``facts``."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    _confine()
    json.dump(_outcome(kind, sys.stdin.buffer.read()), answers)
    answers.flush()
    os._exit(0)  # what a library does when it is torn down cannot matter any more


def _outcome(kind: Kind, content: bytes) -> dict[str, object]:
    try:
        return {"text": _text(kind, content)}
    except Refused as error:
        [issue] = error.issues
    except MemoryError:
        issue = Issue("document_heavy")
    except Exception:  # whatever a parser stumbles on, the file is what is wrong
        issue = Issue("document_broken")
    return {"code": issue.code, "facts": dict(issue.facts)}


def _text(kind: Kind, content: bytes) -> str:
    """Parse with the one library that the kind needs; each takes a while to import."""
    if kind is Kind.PDF:
        from loftdb.files.documents.pdf import text_of  # noqa: PLC0415
    elif kind is Kind.WORD:
        from loftdb.files.documents.word import text_of  # noqa: PLC0415
    else:
        from loftdb.files.documents.web import text_of  # noqa: PLC0415
    return text_of(content)


def _confine() -> None:
    """Limit this process, where the platform can: memory, processor time, no files written, no core dumped."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - not on Windows

        limits = {
            resource.RLIMIT_AS: _MEMORY,
            resource.RLIMIT_CPU: _SECONDS,
            resource.RLIMIT_FSIZE: 0,
            resource.RLIMIT_CORE: 0,
        }
        for limit, most in limits.items():
            with suppress(OSError, ValueError):
                resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    main(Kind(sys.argv[1]))
