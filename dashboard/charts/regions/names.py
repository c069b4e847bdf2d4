"""The names of divisions as they stand on a chart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

from dashboard.charts.theme import literal
from dashboard.i18n import _, language

LETTERS_IN_LINE, LINES = 5, 2


@dataclass(frozen=True)
class Province:
    """A province's short names by language, and its row and column where provinces stand as tiles."""

    names: dict[str, str]
    row: int
    column: int


@cache
def provinces() -> dict[str, Province]:
    """All provinces by code."""
    table = pl.read_csv(Path(__file__).with_name("province_tiles.csv"), schema_overrides={"region_code": pl.String})
    return {
        row["region_code"]: Province({"zh": row["name_zh"], "en": row["name_en"]}, row["row"], row["column"])
        for row in table.iter_rows(named=True)
    }


def name_of(division: dict[str, Any]) -> str:
    """The name of a row: short for a province, and what the place itself filed is called its own."""
    if division["is_own"]:
        return _("regions.own")
    province = provinces().get(division["region_code"])
    return province.names[language()] if province else str(division["name"])


def in_lines(name: str) -> list[str]:
    """A long name in lines, cut where there is no more room; the tooltip has it whole."""
    if name.isascii():
        return [literal(word) for word in name.split(" ")]
    pieces = [name[i : i + LETTERS_IN_LINE] for i in range(0, len(name), LETTERS_IN_LINE)]
    if len(pieces) > LINES:
        pieces = [*pieces[: LINES - 1], pieces[LINES - 1][:-1] + "…"]
    return [literal(piece) for piece in pieces]
