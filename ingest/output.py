"""Rows of a query as a table for people, or as CSV or JSON for programs."""

from __future__ import annotations

import datetime as dt
import io
import json
import math
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any

import polars as pl
from rich import box
from rich.console import Console
from rich.table import Table


class Format(StrEnum):
    """What `jixiao sql` can write."""

    table = "table"
    csv = "csv"
    json = "json"


def as_text(frame: pl.DataFrame, form: Format, width: int | None = None) -> str:
    """The frame in one of the formats; `width` is the terminal's, None means that nothing needs to fit."""
    if form is Format.json:
        return "".join(_json(frame))
    if form is Format.csv:
        return _csv(frame)
    return _table(frame, width)


def as_json(value: Any) -> str:
    """Any value as JSON, decimals as exact numbers."""
    return _number_or_text(value)


def _json(frame: pl.DataFrame) -> Iterator[str]:
    names = [json.dumps(name, ensure_ascii=False) for name in frame.columns]
    separator = "\n"
    yield "["
    for row in frame.iter_rows():
        yield (
            separator
            + "{"
            + ", ".join(f"{name}: {_number_or_text(v)}" for name, v in zip(names, row, strict=True))
            + "}"
        )
        separator = ",\n"
    yield "\n]\n"


def _number_or_text(value: Any) -> str:
    """One JSON value. A DECIMAL becomes an exact number, which the standard encoder cannot write."""
    match value:
        case Decimal():
            return _plain(value)
        case float() if not math.isfinite(value):
            return "null"
        case list() | tuple():
            return "[" + ", ".join(map(_number_or_text, value)) + "]"
        case dict():
            return (
                "{"
                + ", ".join(f"{json.dumps(str(k), ensure_ascii=False)}: {_number_or_text(v)}" for k, v in value.items())
                + "}"
            )
        case None | bool() | int() | float() | str():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return json.dumps(_text(value), ensure_ascii=False)


def _csv(frame: pl.DataFrame) -> str:
    buffer = io.StringIO()
    nested = [name for name, kind in frame.schema.items() if kind.is_nested()]
    columns = [pl.Series(name, [_text(value) for value in frame[name].to_list()], pl.String) for name in nested]
    frame.with_columns(columns).write_csv(buffer)
    return buffer.getvalue()


def _table(frame: pl.DataFrame, width: int | None) -> str:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name, kind in frame.schema.items():
        table.add_column(name, justify="right" if kind.is_numeric() else "left", no_wrap=width is None)
    for row in frame.iter_rows():
        table.add_row(*("" if value is None else _text(value) for value in row))
    buffer = io.StringIO()
    Console(file=buffer, width=width or 100_000, markup=False, highlight=False, emoji=False).print(table)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()).strip("\n") + "\n"


def _text(value: Any) -> str | None:
    match value:
        case None:
            return None
        case Decimal():
            return _plain(value)
        case dt.date() | dt.time():
            return value.isoformat()
        case bytes():
            return value.hex()
        case list() | dict():
            return _number_or_text(value)
        case _:
            return str(value)


def _plain(value: Decimal) -> str:
    """All digits, no exponent, no zeros that only fill the type's scale."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
