"""Rows as files to take away: CSV that Excel opens in Chinese, a workbook with real numbers, Parquet."""

from __future__ import annotations

import io

import polars as pl

MIME_TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
_FORMATS = {"_wan": "#,##0.00####", "_rate": "0.00%", "_share": "0.00%", "_percent": "0.00"}
_MOST_ROWS = 1_048_575


def as_file(frame: pl.DataFrame, kind: str) -> bytes:
    """The frame as csv, xlsx or parquet. Raises ValueError for a workbook of more rows than one can hold."""
    return {"csv": _csv, "xlsx": _xlsx, "parquet": _parquet}[kind](frame)


def _csv(frame: pl.DataFrame) -> bytes:
    return b"\xef\xbb\xbf" + frame.with_columns(_texts_of_nested(frame)).write_csv().encode()


def _parquet(frame: pl.DataFrame) -> bytes:
    buffer = io.BytesIO()
    frame.write_parquet(buffer)
    return buffer.getvalue()


def _xlsx(frame: pl.DataFrame) -> bytes:
    """Amounts and rates as numbers in the format that the suffix of their column tells; the heading stays in sight."""
    if frame.height > _MOST_ROWS:
        raise ValueError(f"a sheet holds {_MOST_ROWS} rows at most")
    numbers = [pl.col(name).cast(pl.Float64) for name, kind in frame.schema.items() if kind.is_decimal()]
    plain = frame.with_columns(_texts_of_nested(frame)).with_columns(numbers)
    buffer = io.BytesIO()
    plain.write_excel(
        buffer,
        column_formats={
            name: shown for name in plain.columns for suffix, shown in _FORMATS.items() if name.endswith(suffix)
        },
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
