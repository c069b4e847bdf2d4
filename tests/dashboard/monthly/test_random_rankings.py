"""Places, their movement and who moved most in random ledgers, beside the same reckoned by polars, over the turn of the
year too. Amounts are small whole numbers, so that many units stand level."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from reckoning import expected, published, said, versions

from dashboard.monthly.execution import Ranked
from dashboard.monthly.figures import figures_of
from dashboard.monthly.month import Month
from dashboard.monthly.prose import ranking

JANUARY, FEBRUARY, MARCH = (Month(2025, number) for number in (1, 2, 3))
MONTHS = (*(month.plus(-12) for month in (JANUARY, FEBRUARY, MARCH)), Month(2024, 12), JANUARY, FEBRUARY, MARCH)
DIVISIONS = ("530100", "530102", "530124", "530900")


def ledgers(seed: int) -> pl.DataFrame:
    """Projects of 14 units, of a prefecture, its two counties and another one; some lack a month, a budget or
    spending."""
    chance = random.Random(seed)
    rows: list[dict[str, Any]] = []
    for number in range(40):
        unit = number % 14
        budget = chance.choice([None, 0, 2, 4, 4, 8])
        for month in MONTHS:
            if chance.random() < 0.85:
                rows.append(
                    {
                        "month": month.first_day,
                        "project_id": f"p{number}",
                        "organization_id": f"unit{unit:02}",
                        "region_code": DIVISIONS[unit % 4],
                        "annual_budget_wan": budget,
                        "executed_to_date_wan": chance.choice([None, -1, 0, 1, 2, 3]),
                        "known_from": dt.datetime.combine(month.first_day, dt.time(9)),
                        "version_no": 1,
                    }
                )
    return versions(rows)


def moved_most(reckoned: dict[str, tuple[Any, ...]]) -> tuple[int | None, int | None]:
    gained = [row[-1] for row in reckoned.values() if row[-1] is not None]
    return max([0, *gained]) or None, min([0, *gained]) or None


@pytest.mark.parametrize("seed", [3, 4])
def test_rankings_of_random_ledgers(seed: int, tmp_path: Path) -> None:
    rows = ledgers(seed)
    below = rows.filter(pl.col("region_code") != "530900")
    gate = published(rows, tmp_path)
    levels = 0
    for month in (JANUARY, FEBRUARY, MARCH):
        of_kunming = figures_of(gate, month, "530100")
        of_all = figures_of(gate, month)
        whole = rows.with_columns(
            pl.col("region_code").replace({code: "530100" for code in DIVISIONS if code != "530900"})
        )
        for ranked, given, by in (
            (of_kunming.divisions, below, "region_code"),
            (of_kunming.units, below, "organization_id"),
            (of_all.divisions, whole, "region_code"),
            (of_all.units, rows, "organization_id"),
        ):
            reckoned = expected(given, month, by)
            assert said(ranked) == reckoned
            check_order(ranked)
            check_movement(ranked, moved_most(reckoned))
            levels += len(reckoned) - len({row[0] for row in reckoned.values()})
    gate.close()
    assert levels > 5


def check_order(ranked: tuple[Ranked, ...]) -> None:
    """The best first, those without a rate last; who has none has no place."""
    rates = [place.execution_rate for place in ranked]
    known = [round(rate, 9) for rate in rates if rate is not None]
    assert known == sorted(known, reverse=True) and rates[len(known) :] == [None] * (len(rates) - len(known))
    assert all((place.position is None) == (place.execution_rate is None) for place in ranked)


def check_movement(ranked: tuple[Ranked, ...], most: tuple[int | None, int | None]) -> None:
    """The sentences name the widest movement up and the widest down, and none where nobody moved."""
    text = "".join(map(str, ranking(ranked, "单位")))
    for word, places_moved in zip(("上升", "下降"), most, strict=True):
        if places_moved is None:
            assert word not in text
        else:
            assert f"，{word}{abs(places_moved)}位，列第" in text
