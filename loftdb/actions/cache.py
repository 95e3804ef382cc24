"""Reads are kept by their arguments and the versions they were read at, so that nothing stale is ever shown."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")

SIZE = 256
"""Results kept; a municipality's progress frame is about 50 kB."""

_kept: OrderedDict[Hashable, Any] = OrderedDict()
_lock = threading.Lock()


def cached(key: Hashable, make: Callable[[], T]) -> T:
    """Return what was made for the key before, or make it; the oldest result gives way.

    The key names everything the result depends on, versions included. Two threads may make the same result at once.
    """
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            result: T = _kept[key]
            return result
    result = make()
    with _lock:
        _kept[key] = result
        while len(_kept) > SIZE:
            _kept.popitem(last=False)
    return result
