"""Reads are kept with the version they were read at, so that nothing stale is ever shown."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")

SIZE = 2000
"""Questions whose answers are kept: a municipality's progress asks six, 430 kB in all, so the whole country fits."""

_kept: OrderedDict[Hashable, tuple[Hashable, Any]] = OrderedDict()
_turns: dict[Hashable, threading.Lock] = {}
_lock = threading.Lock()


def cached(question: Hashable, version: Hashable, answer: Callable[[], T]) -> T:
    """Return the kept answer if it is of this version, else a new one in its place; the least asked for gives way.

    ``version`` names the state of everything that the answer is read from, and the database with it. Who asks what is
    being answered waits: after a write, all visitors would else find the same answer at once. An answer may ask other
    questions, never its own.
    """
    kept: tuple[T] | None = _find(question, version)
    if kept:
        return kept[0]
    with _lock:
        turn = _turns.setdefault(question, threading.Lock())
    with turn:
        kept = _find(question, version)
        if kept:
            return kept[0]
        try:
            made = answer()
            _keep(question, version, made)
        finally:
            with _lock:
                _turns.pop(question, None)
    return made


def _find(question: Hashable, version: Hashable) -> tuple[Any] | None:
    """Return the kept answer, alone in a tuple since it may be null; null where there is none of the version."""
    with _lock:
        kept_at, made = _kept.get(question, (None, None))
        if kept_at != version:
            return None
        _kept.move_to_end(question)
        return (made,)


def _keep(question: Hashable, version: Hashable, made: object) -> None:
    with _lock:
        _kept[question] = (version, made)
        _kept.move_to_end(question)
        while len(_kept) > SIZE:
            _kept.popitem(last=False)
