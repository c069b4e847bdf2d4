"""Places, their movement and who moved most in random ledgers, beside the same reckoned by polars, over the turn of the
year too. Amounts are small whole numbers, so that many units stand level."""

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
                    }
                )
    return pl.DataFrame(rows, infer_schema_length=None).with_columns(
        subject=pl.lit("project"),
        fiscal_year=pl.col("month").dt.year(),
        version_no=1,
        is_synthetic=pl.lit(False),
        report_id=pl.lit("ledger"),
        document_id=pl.lit("document"),
        organization_name=pl.col("organization_id"),
        project_name=pl.col("project_id"),
    )


def places(rows: pl.DataFrame, month: Month, by: str) -> pl.DataFrame:
    """Rate and place of each that has a rate: one more than have a higher one."""
    rates = (
        rows.filter(pl.col("month") == month.first_day)
        .drop_nulls(["annual_budget_wan", "executed_to_date_wan"])
        .group_by(key=by)
        .agg(pl.col("executed_to_date_wan").sum(), pl.col("annual_budget_wan").sum())
        .filter(pl.col("annual_budget_wan") != 0)
        .select("key", rate=pl.col("executed_to_date_wan") / pl.col("annual_budget_wan"))
    )
    higher = rates.join_where(rates, pl.col("rate") < pl.col("rate_right")).group_by("key").agg(above=pl.len())
    return rates.join(higher, on="key", how="left").select("key", "rate", place=pl.col("above").fill_null(0) + 1)


def expected(rows: pl.DataFrame, month: Month, by: str) -> dict[str, tuple[float | int | None, ...]]:
    """Place, rate, its changes and the places gained, by key; in January nothing stands beside December."""
    joined = places(rows, month, by)
    for name, back in (("before", 1), ("year", 12)):
        joined = joined.join(places(rows, month.plus(-back), by), on="key", how="left", suffix=f"_{name}")
    if month.number == 1:
        joined = joined.with_columns(rate_before=None, place_before=None)
    joined = joined.with_columns(
        on_month=pl.col("rate") - pl.col("rate_before"),
        on_year=pl.col("rate") - pl.col("rate_year"),
        gained=pl.col("place_before").cast(pl.Int64) - pl.col("place").cast(pl.Int64),
    )
    return {row[0]: row[1:] for row in joined.select("key", "place", "rate", "on_month", "on_year", "gained").rows()}


def said(ranked: tuple[Ranked, ...]) -> dict[str, tuple[object, ...]]:
    return {
        place.key: (
            place.position,
            *(
                None if rate is None else pytest.approx(rate, abs=1e-9)
                for rate in (place.execution_rate, place.change_on_month, place.change_on_year)
            ),
            place.places_gained,
        )
        for place in ranked
        if place.position is not None
    }


def moved_most(reckoned: dict[str, tuple[Any, ...]]) -> tuple[int | None, int | None]:
    gained = [row[-1] for row in reckoned.values() if row[-1] is not None]
    return max([0, *gained]) or None, min([0, *gained]) or None


@pytest.mark.parametrize("seed", [3, 4])
def test_rankings_of_random_ledgers(seed: int, tmp_path: Path) -> None:
    rows = ledgers(seed)

    def fill(database: duckdb.DuckDBPyConnection) -> None:
        database.register("given", rows.to_arrow())
        database.execute("INSERT INTO marts.fct_monthly_versions BY NAME SELECT * FROM given")

    below = rows.filter(pl.col("region_code") != "530900")
    gate = Gate(build(tmp_path, fill))
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
