"""Figures are written one way everywhere, and what is missing is a dash, never a zero."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from dashboard import formats
from dashboard.tables import Table, cell, column, merged


def test_figures() -> None:
    assert formats.money(Decimal("12345.678")) == "12,345.68"
    assert formats.money(Decimal("0")) == "0.00"
    assert formats.percent(0.7515) == "75.15%"
    assert formats.points(Decimal("97.0000")) == "97"
    assert formats.points(Decimal("0.5000")) == "0.5"
    assert formats.count(2_000_000) == "2,000,000"
    assert formats.day(dt.date(2025, 5, 19)) == "2025-05-19"


def test_nothing_is_a_dash() -> None:
    for write in (formats.money, formats.percent, formats.points, formats.count, formats.text, formats.day):
        assert write(None) == "—"


def test_markdown_stands_for_itself() -> None:
    assert formats.plain("![x](y) *z* 甲") == r"\!\[x\]\(y\) \*z\* 甲"


def test_merged_cells() -> None:
    assert merged(["a", "a", "b", "a"]) == [2, None, 1, 1]
    assert merged([]) == []


def test_table_data() -> None:
    table = Table([column("x"), column("y", end=True)])
    table.add([cell("a", open="k", sub=None), None], strong=True)
    assert table.data()["rows"] == [{"cells": [{"text": "a", "open": "k"}, None], "strong": True}]
    assert [c["align"] for c in table.data()["columns"]] == ["start", "end"]
