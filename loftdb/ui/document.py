"""Streamlit's one HTML document is served in Swedish, with our script and style; one that changes fails at start."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from pathlib import Path

from streamlit import file_util

from loftdb.view import shell

STATIC = Path(__file__).parent / "static"
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

Edit = tuple[str, str | Callable[[re.Match[str]], str]]


@cache
def document() -> bytes:
    """Return index.html as it is sent, raising RuntimeError unless every marker stands in it exactly once."""
    text = Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")
    for pattern, replacement in _edits():
        text, found = re.subn(pattern, replacement, text, flags=re.DOTALL)
        if found != 1:
            raise RuntimeError(f"streamlit's index.html has {found} of {pattern!r}; adapt {__name__} to this version")
    return text.encode()


@cache
def content_security_policy() -> str:
    """Return the policy: everything from this server alone, and only the inline scripts of the document."""
    inline = " ".join(f"'sha256-{_digest(script)}'" for script in INLINE_SCRIPT.findall(document().decode()))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {inline} 'wasm-unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "media-src 'self' blob:",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    )


def own_files() -> dict[str, Path]:
    """Return our own static files by the path that they are served at."""
    return {f"/{file.name}": file for file in STATIC.iterdir() if file.is_file()}


def _edits() -> tuple[Edit, ...]:
    return (
        (r'<html lang="en">', '<html lang="sv">'),
        (r"<title>Streamlit</title>", f"<title>{shell.NAME}</title>"),
        (r'<link rel="shortcut icon" href="\./favicon\.png" />', f'<link rel="icon" href="{_link("favicon.svg")}" />'),
        (r"<!--(?:(?!-->).)*?agent API.*?-->\s*<link rel=\"service-desc\"[^>]*>", ""),
        # A plain script runs before the deferred module, so Streamlit reads the language that it sets.
        (r'(?=<script type="module")', _scripts("ui-sv.js") + "\n    "),
        (r"(?=</head>)", f'  <link rel="stylesheet" href="{_link("loftdb.css")}" />\n  '),
        (
            r"(?=</head>)",
            _scripts("links.js", "fields.js", "places.js", "copy.js", "arrive.js", "keys.js", "navigation.js") + "\n  ",
        ),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{shell.NEEDS_JAVASCRIPT}</p></noscript>"),
    )


def _scripts(*names: str) -> str:
    return "".join(f'<script src="{_link(name)}"></script>' for name in names)


def _link(name: str) -> str:
    return f"./{name}?v={hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"


def _digest(script: str) -> str:
    return b64encode(hashlib.sha256(script.encode()).digest()).decode()
