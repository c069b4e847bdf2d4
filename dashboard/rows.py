"""The rows behind a chart as people read them: columns and values in words, money in the unit, reports a click away.

Columns that have no words, such as keys, are left out of the table and stand under their own names in a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import polars as pl
import polars.selectors as cs
import streamlit as st

from dashboard import exports, formats, layout
from dashboard.i18n import _, has_words, term

SHOWN_ROWS = 5_000

_VALUES: dict[str, Callable[[str], str]] = {
    "dimension": lambda value: term("dimension", value),
    "expected_subject": lambda value: term("expected", value),
    "severity": lambda value: term("severity", value),
    "grade": lambda value: term("grade", value),
    "source": lambda value: term("stage", value),
    "standing": lambda value: term("standing", value),
    "target": lambda value: term("stage", value),
    "tail": lambda value: term("tail", value),
    "unlisted_reason": lambda value: term("unlisted", value),
}
_RATES = ("_rate", "_share", "_rate_change")


def heading(name: str) -> str:
    """The name of a column in words, with the unit of its figures."""
    words = term("column", name)
    return formats.with_unit(words) if name.endswith("_wan") else words


def headings(names: Iterable[str]) -> dict[str, str]:
    """The names of columns in words, each one's own."""
    words = {name: heading(name) for name in names}
    seen = list(words.values())
    return {name: word if seen.count(word) == 1 else f"{word} [{name}]" for name, word in words.items()}


def in_words(frame: pl.DataFrame) -> pl.DataFrame:
    """The rows with money in the unit and values of closed lists in words; the columns keep their names."""
    factor = formats.UNITS[formats.unit()].wan
    money = [(pl.col(name).cast(pl.Float64) / factor).round(10) for name in frame.columns if name.endswith("_wan")]
    worded = [
        pl.Series(name, [None if value is None else words(value) for value in frame[name]], pl.String)
        for name, words in _VALUES.items()
        if name in frame.columns
    ]
    return frame.with_columns(money).with_columns(worded)


def offer_files(title: str, frame: pl.DataFrame, *, key: str) -> None:
    """Buttons that give the rows as files named by the title."""
    for kind, label in (("csv", "CSV"), ("xlsx", "Excel")):
        st.download_button(
            label,
            data=partial(_file, frame, kind),
            file_name=f"{file_name(title)}.{kind}",
            mime=exports.MIME_TYPES[kind],
            icon=":material/table:",
            on_click="ignore",
            key=f"{key}-{kind}",
            width="stretch",
        )


def file_name(title: str) -> str:
    """The title with nothing in it that a file system minds."""
    return "".join(sign if sign.isalnum() else "-" for sign in title).strip("-")


def _file(frame: pl.DataFrame, kind: str) -> bytes:
    """What people see of the rows, and by its id the report that each stands for."""
    seen = [name for name in frame.columns if has_words("column", name)] or frame.columns
    words = headings(seen)
    if "report_id" in frame.columns:
        words["report_id"] = _("frame.report_id")
    return exports.as_file(in_words(frame).select(list(words)), kind, words)


def show_rows(frame: pl.DataFrame, *, key: str) -> None:
    """The rows as a table; where they are reports, a click on one opens it."""
    shown = in_words(frame.head(SHOWN_ROWS)).with_columns(cs.decimal().cast(pl.Float64))
    reports = "report_id" in frame.columns
    if reports:
        st.caption(_("frame.open_row"))
    words = headings(frame.columns)

    def opened() -> None:
        rows = st.session_state[key]["selection"]["rows"]
        if rows:
            layout.open_report(shown["report_id"][rows[0]])
            st.session_state[f"{key}-opened"] = True

    if st.session_state.pop(f"{key}-opened", False):
        st.rerun()
    options: dict[str, Any] = {"on_select": opened, "selection_mode": "single-row"} if reports else {}
    st.dataframe(
        shown,
        hide_index=True,
        height=min(460, 38 + 35 * max(1, shown.height)),
        column_order=[name for name in frame.columns if has_words("column", name)],
        column_config={name: _column(name, words[name], kind) for name, kind in shown.schema.items()},
        key=key,
        alt=_("frame.rows"),
        **options,
    )
    if frame.height > SHOWN_ROWS:
        st.caption(_("sql.shown", shown=formats.count(SHOWN_ROWS)))


def _column(name: str, words: str, kind: pl.DataType) -> Any:
    if name.endswith(_RATES):
        return st.column_config.NumberColumn(words, format="percent")
    if name.endswith("_wan"):
        return st.column_config.NumberColumn(words, format=f"%.{formats.UNITS[formats.unit()].digits}f")
    if name.endswith("_year"):
        return st.column_config.NumberColumn(words, format="%d")
    if kind.is_float():
        return st.column_config.NumberColumn(words, format="%.2f")
    return st.column_config.Column(words)
