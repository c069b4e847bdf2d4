"""Sums, rates, changes and rankings of random ledgers, beside the same reckoned by polars."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
from published_fixture import build

from dashboard.access import Gate
from dashboard.monthly.execution import Ranked
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
    return pl.DataFrame(rows, infer_schema_length=None).with_columns(
        subject=pl.lit("project"),
        fiscal_year=pl.col("month").dt.year(),
        is_synthetic=pl.lit(False),
        report_id=pl.lit("ledger"),
        document_id=pl.lit("document"),
        organization_name=pl.col("organization_id"),
        project_name=pl.col("project_id"),
    )


def grouped(known: pl.DataFrame, month: Month, by: str) -> pl.DataFrame:
    """Rates and places of a month by a column."""
    covered = known.filter(
        pl.col("month") == month.first_day,
        pl.col("annual_budget_wan").is_not_null(),
        pl.col("executed_to_date_wan").is_not_null(),
    )
    sums = covered.group_by(by).agg(pl.col("annual_budget_wan", "executed_to_date_wan").sum())
    return sums.filter(pl.col("annual_budget_wan") > 0).select(
        pl.col(by).alias("key"),
        rate=pl.col("executed_to_date_wan") / pl.col("annual_budget_wan"),
        place=(pl.col("executed_to_date_wan") / pl.col("annual_budget_wan")).rank("min", descending=True),
    )


def expected_ranking(
    known: pl.DataFrame, by: str
) -> dict[str, tuple[int, float, float | None, float | None, int | None]]:
    joined = grouped(known, MAY, by)
    for name, back in (("before", 1), ("year", 12)):
        joined = joined.join(grouped(known, MAY.plus(-back), by), on="key", how="left", suffix=f"_{name}")
    return {
        row["key"]: (
            int(row["place"]),
            row["rate"],
            None if row["rate_before"] is None else row["rate"] - row["rate_before"],
            None if row["rate_year"] is None else row["rate"] - row["rate_year"],
            None if row["place_before"] is None else int(row["place_before"] - row["place"]),
        )
        for row in joined.iter_rows(named=True)
    }


def said_ranking(ranked: tuple[Ranked, ...]) -> dict[str, tuple[object, ...]]:
    return {
        place.key: (
            place.position,
            pytest.approx(place.execution_rate),
            None if place.change_on_month is None else pytest.approx(place.change_on_month),
            None if place.change_on_year is None else pytest.approx(place.change_on_year),
            place.places_gained,
        )
        for place in ranked
        if place.position is not None
    }


@pytest.mark.parametrize("seed", [1, 2])
def test_random_ledgers(seed: int, tmp_path: Path) -> None:
    rows = ledgers(seed)

    def fill(database: duckdb.DuckDBPyConnection) -> None:
        database.register("given", rows.to_arrow())
        database.execute("INSERT INTO marts.fct_monthly_versions BY NAME SELECT * FROM given")

    gate = Gate(build(tmp_path, fill))
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
    assert said_ranking(figures.units) == expected_ranking(known, "organization_id")
    assert said_ranking(figures.divisions) == expected_ranking(known, "region_code")


def _in_month(known: pl.DataFrame, month: dt.date) -> float:
    """What was spent to date less that of the month before, in January all of it."""
    now = known.filter(pl.col("month") == month)
    if month.month == 1:
        return now["executed_to_date_wan"].sum()
    before = known.filter(pl.col("month") == Month.holding(month).plus(-1).first_day)
    both = now.join(before, on="project_id", suffix="_before")
    return (both["executed_to_date_wan"] - both["executed_to_date_wan_before"]).sum()
