"""The JSON Schemas of the contract, from the types of the records."""

from __future__ import annotations

import types
import typing
from dataclasses import is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from headwater.model.span import Span
from headwater.model.wire import hints_of

__all__ = ["schema"]


def schema(kind: type) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one line of the file that holds such records.

    >>> from headwater.model import Problem
    >>> schema(Problem)["required"]
    ['document', 'slug', 'message', 'start', 'end']
    """
    body = _schema(kind)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.__name__, **body}


def _schema(kind: Any) -> dict[str, Any]:
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        arms = [{"type": "null"} if arm is type(None) else _schema(arm) for arm in typing.get_args(kind)]
        return {"anyOf": arms}
    if origin is tuple:
        return {"type": "array", "items": _schema(typing.get_args(kind)[0])}
    if kind is Span:
        place = {"type": "integer", "minimum": 0}
        return {"type": "array", "prefixItems": [place, place], "items": False, "minItems": 2}
    if is_dataclass(kind):
        properties = {field.name: _schema(hint) for field, hint in hints_of(typing.cast(type, kind))}
        description = (kind.__doc__ or "").strip().split("\n")[0]
        return {
            "type": "object",
            "description": description,
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
    if issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    plain = {str: "string", bool: "boolean", int: "integer", float: "number", Decimal: "number"}
    return {"type": plain[kind]}
