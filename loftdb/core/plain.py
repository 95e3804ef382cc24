"""Frozen values as JSON has them, and back by their fields' types: what was kept reads as it was, or not at all."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def plain(value: Any) -> Any:
    """Return dataclasses and mappings as dicts, tuples as lists, days, moments and decimals as text."""
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def read(kind: type[T], value: Any) -> T:
    """Return the value of a class from its plain form; a field that an older program did not write has its usual value.

    ValueError, KeyError or TypeError for anything else.
    """
    return cast(T, _read(kind, value))


def read_field(owner: type, name: str, value: Any) -> Any:
    """Return the value of a field of a class, from its plain form."""
    return _read(_hints(owner)[name], value)


def _read(kind: Any, value: Any) -> Any:
    origin = get_origin(kind)
    if kind is Any:
        return value
    if origin in (Union, types.UnionType):
        return _read_one_of(get_args(kind), value)
    if origin is tuple:
        return _read_tuple(get_args(kind), value)
    if origin is Mapping:
        return {key: _read(get_args(kind)[1], each) for key, each in value.items()}
    return _read_single(kind, value)


def _read_single(kind: Any, value: Any) -> Any:
    if is_dataclass(kind) and isinstance(value, Mapping):
        hints = _hints(cast(type, kind))
        return cast(type, kind)(**{name: _read(hints[name], each) for name, each in value.items() if name in hints})
    if kind in (date, datetime):
        return kind.fromisoformat(value)
    if kind is Decimal or issubclass(kind, StrEnum):
        return kind(value)
    if not isinstance(value, kind):
        raise TypeError(value)
    return value


def _read_one_of(kinds: tuple[Any, ...], value: Any) -> Any:
    """Read a union: null, or the one class that it may be, or a plain value."""
    if value is None:
        return None
    single = [kind for kind in kinds if kind is not types.NoneType]
    if len(single) == 1:
        return _read(single[0], value)
    return tuple(value) if isinstance(value, list | tuple) else value


def _read_tuple(kinds: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if kinds[-1] is Ellipsis:
        return tuple(_read(kinds[0], each) for each in value)
    return tuple(_read(kind, each) for kind, each in zip(kinds, value, strict=True))


@lru_cache(maxsize=128)
def _hints(owner: type) -> dict[str, Any]:
    return get_type_hints(owner)
