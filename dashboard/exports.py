"""Rows as files to take away: CSV that Excel opens in Chinese, a workbook with real numbers, Parquet."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl
import polars.selectors as cs

MIME_TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
_FORMATS = {
    "_wan": "#,##0.00####",
    "_rate": "0.00%",
    "_per_full_rate": "0.00",
    "_share": "0.00%",
    "_rate_change": "0.00%",
    "_percent": "0.00",
}
"""Formats by how a column's name ends; of two that fit, the later one counts."""

_MOST_ROWS = 1_048_575


def as_file(frame: pl.DataFrame, kind: str, headings: Mapping[str, str] | None = None) -> bytes:
    """The frame as csv, xlsx or parquet, its columns under other headings where they are given.

    Raises ValueError for a workbook of more rows than one can hold.
    """
    return {"csv": _csv, "xlsx": _xlsx, "parquet": _parquet}[kind](frame, headings or {})


def _csv(frame: pl.DataFrame, headings: Mapping[str, str]) -> bytes:
    return b"\xef\xbb\xbf" + frame.with_columns(_texts_of_nested(frame)).rename(headings).write_csv().encode()


def _parquet(frame: pl.DataFrame, headings: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    frame.rename(headings).write_parquet(buffer)
    return buffer.getvalue()


def _xlsx(frame: pl.DataFrame, headings: Mapping[str, str]) -> bytes:
    """Amounts and rates as numbers in the format that the suffix of their column tells; the heading stays in sight."""
    if frame.height > _MOST_ROWS:
        raise ValueError(f"a sheet holds {_MOST_ROWS} rows at most")
    plain = frame.with_columns(_texts_of_nested(frame)).with_columns(cs.decimal().cast(pl.Float64))
    formats = {name: shown for name in plain.columns for suffix, shown in _FORMATS.items() if name.endswith(suffix)}
    buffer = io.BytesIO()
    plain.rename(headings).write_excel(
        buffer,
        column_formats={headings.get(name, name): shown for name, shown in formats.items()},
        dtype_formats={pl.Float64: "General", pl.Int64: "General", pl.Int32: "General"},
        header_format={"bold": True},
        freeze_panes=(1, 0),
        autofit=True,
    )
    return buffer.getvalue()


def _texts_of_nested(frame: pl.DataFrame) -> list[pl.Series]:
    """Lists and structs as text, which neither of these files has cells for."""
    nested = [name for name, kind in frame.schema.items() if kind.is_nested()]
    return [
        pl.Series(name, [None if value is None else str(value) for value in frame[name].to_list()], pl.String)
        for name in nested
    ]
