"""Sums, rates, changes and rankings of random ledgers, beside the same reckoned by polars."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from reckoning import expected, published, said, versions

from dashboard.monthly.figures import figures_of
from dashboard.monthly.month import Month

MAY = Month(2025, 5)
THEN = dt.datetime(2025, 6, 1)
COUNTIES = ("530102", "530124")


def ledgers(seed: int) -> pl.DataFrame:
    """Projects through May 2024 to May 2025, some without budget or spending; a third were corrected in July 2025."""
    chance = random.Random(seed)
    rows: list[dict[str, Any]] = []
    for number in range(60):
        unit = f"unit{number % 9}"
        budget = chance.choice([None, 0, *(chance.randint(1, 90_000) / 100 for _ in range(6))])
        spent = 0.0
        for back in range(12, -1, -1):
            month = MAY.plus(-back)
            if month.number == 1:
                spent = 0.0
            spent += chance.choice([0, 0, chance.randint(0, 9_000) / 100])
            told = None if chance.random() < 0.1 else round(spent, 2)
            known = {"known_from": dt.datetime.combine(month.first_day, dt.time(9)), "known_to": None, "version_no": 1}
            row = {"month": month.first_day, "project_id": f"p{number}", "organization_id": unit}
            row |= {
                "region_code": COUNTIES[(number % 9) % 2],
                "annual_budget_wan": budget,
                "executed_to_date_wan": told,
            }
            if chance.random() < 0.3:
                later = {"known_from": dt.datetime(2025, 7, 4), "known_to": None, "version_no": 2}
                rows.append(row | later | {"executed_to_date_wan": round(spent / 2, 2)})
                known["known_to"] = dt.datetime(2025, 7, 4)
            if chance.random() < 0.95:
                rows.append(row | known)
    return versions(rows)


@pytest.mark.parametrize("seed", [1, 2])
def test_random_ledgers(seed: int, tmp_path: Path) -> None:
    rows = ledgers(seed)
    gate = published(rows, tmp_path)
    figures = figures_of(gate, MAY)
    gate.close()
    known = rows.filter(pl.col("known_from") < THEN, pl.col("known_to").is_null() | (pl.col("known_to") >= THEN))
    assert 0 < known.height < rows.height

    for month, total in figures.totals.items():
        of_month = known.filter(pl.col("month") == month)
        covered = of_month.filter(
            pl.col("annual_budget_wan").is_not_null(), pl.col("executed_to_date_wan").is_not_null()
        )
        rates = covered.filter(pl.col("annual_budget_wan") > 0).select(
            rate=pl.col("executed_to_date_wan") / pl.col("annual_budget_wan")
        )["rate"]
        assert total.project_count == of_month.height and total.covered_count == covered.height
        assert float(total.budget_wan or 0) == pytest.approx(covered["annual_budget_wan"].sum())
        assert float(total.executed_wan or 0) == pytest.approx(covered["executed_to_date_wan"].sum())
        assert total.zero_count == (rates == 0).sum()
        assert total.slow_count == (rates - month.month / 12 < -0.1).sum()
        assert float(total.in_month_wan or 0) == pytest.approx(_in_month(known, month))
    assert said(figures.units) == expected(known, MAY, "organization_id")
    assert said(figures.divisions) == expected(known, MAY, "region_code")


def _in_month(known: pl.DataFrame, month: dt.date) -> float:
    """What was spent to date less that of the month before, in January all of it."""
    now = known.filter(pl.col("month") == month)
    if month.month == 1:
        return now["executed_to_date_wan"].sum()
    before = known.filter(pl.col("month") == Month.holding(month).plus(-1).first_day)
    both = now.join(before, on="project_id", suffix="_before")
    return (both["executed_to_date_wan"] - both["executed_to_date_wan_before"]).sum()
