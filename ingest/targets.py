"""How an indicator's target is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def target_of(row: Mapping[str, Any]) -> str:
    """Operator, value and unit of a target as one text; one that the value itself prints is not said twice."""
    operator, value, unit = (row[name] or "" for name in ("target_operator", "target_value_text", "target_unit"))
    before = "" if value.startswith(operator) else operator
    return before + value + ("" if value.endswith(unit) else unit)
