"""Reads are kept with the version they were read at, so that nothing stale is ever shown."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")

SIZE = 1000
"""Questions whose answers are kept; what a municipality's pages ask takes about 100 kB in all."""

_kept: OrderedDict[Hashable, tuple[Hashable, Any]] = OrderedDict()
_being_answered: dict[Hashable, threading.Lock] = {}
_lock = threading.Lock()


def cached(question: Hashable, version: Hashable, answer: Callable[[], T]) -> T:
    """Return the kept answer if it is of this version, else a new one in its place; the least asked for gives way.

    ``version`` names the state of everything that the answer is read from, and the database with it. Who asks what is
    being answered waits for the answer: fifty visitors after each other's writes would else all find it at once. An
    answer may ask further questions, never its own.
    """
    with _lock:
        if _is_kept(question, version):
            return _answer_of(question)
        turn = _being_answered.setdefault(question, threading.Lock())
    with turn:
        with _lock:
            if _is_kept(question, version):
                return _answer_of(question)
        made = answer()
        with _lock:
            _keep(question, version, made)
    return made


def _is_kept(question: Hashable, version: Hashable) -> bool:
    return question in _kept and _kept[question][0] == version


def _answer_of(question: Hashable) -> Any:
    _kept.move_to_end(question)
    return _kept[question][1]


def _keep(question: Hashable, version: Hashable, made: object) -> None:
    _kept[question] = (version, made)
    _kept.move_to_end(question)
    _being_answered.pop(question, None)
    while len(_kept) > SIZE:
        _kept.popitem(last=False)
