"""Reads are kept with the version they were read at, so that nothing stale is ever shown."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")

SIZE = 1000
"""Questions whose answers are kept; what a municipality's pages ask takes about 100 kB in all."""

_kept: OrderedDict[Hashable, tuple[Hashable, Any]] = OrderedDict()
_lock = threading.Lock()


def cached(question: Hashable, version: Hashable, answer: Callable[[], T]) -> T:
    """Return the kept answer if it is of this version, else a new one in its place; the least asked for gives way.

    ``version`` names the state of everything that the answer is read from, and the database with it. Two threads may
    find the same answer at once.
    """
    with _lock:
        kept_at, result = _kept.get(question, (None, None))
        if kept_at == version:
            _kept.move_to_end(question)
            kept: T = result
            return kept
    made = answer()
    with _lock:
        _kept[question] = (version, made)
        _kept.move_to_end(question)
        while len(_kept) > SIZE:
            _kept.popitem(last=False)
    return made
