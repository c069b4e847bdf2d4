"""Random ledgers as rows of the mart, and their rankings reckoned by polars, beside those of the bulletin."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
from published_fixture import build

from dashboard.access import Gate
from dashboard.monthly.execution import Ranked
from dashboard.monthly.month import Month


def versions(rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Rows of `fct_monthly_versions`, with what is alike in all of them."""
    return pl.DataFrame(rows, infer_schema_length=None).with_columns(
        subject=pl.lit("project"),
        fiscal_year=pl.col("month").dt.year(),
        is_synthetic=pl.lit(False),
        report_id=pl.lit("ledger"),
        document_id=pl.lit("document"),
        organization_name=pl.col("organization_id"),
        project_name=pl.col("project_id"),
    )


def published(rows: pl.DataFrame, folder: Path) -> Gate:
    """A home with these rows alone."""

    def fill(database: duckdb.DuckDBPyConnection) -> None:
        database.register("given", rows.to_arrow())
        database.execute("INSERT INTO marts.fct_monthly_versions BY NAME SELECT * FROM given")

    return Gate(build(folder, fill))


def places(rows: pl.DataFrame, month: Month, by: str) -> pl.DataFrame:
    """Rate and place of each that has a rate: one more than have a higher one."""
    rate = pl.col("executed_to_date_wan") / pl.col("annual_budget_wan")
    return (
        rows.filter(pl.col("month") == month.first_day)
        .drop_nulls(["annual_budget_wan", "executed_to_date_wan"])
        .group_by(key=by)
        .agg(pl.col("executed_to_date_wan").sum(), pl.col("annual_budget_wan").sum())
        .filter(pl.col("annual_budget_wan") > 0)
        .select("key", rate=rate, place=rate.rank("min", descending=True).cast(pl.Int64))
    )


def expected(rows: pl.DataFrame, month: Month, by: str) -> dict[str, tuple[Any, ...]]:
    """Place, rate, its changes and the places gained, by key; in January nothing stands beside December."""
    joined = places(rows, month, by)
    for name, back in (("before", 1), ("year", 12)):
        joined = joined.join(places(rows, month.plus(-back), by), on="key", how="left", suffix=f"_{name}")
    if month.number == 1:
        joined = joined.with_columns(rate_before=None, place_before=None)
    told = joined.select(
        "key",
        "place",
        "rate",
        on_month=pl.col("rate") - pl.col("rate_before"),
        on_year=pl.col("rate") - pl.col("rate_year"),
        gained=pl.col("place_before") - pl.col("place"),
    )
    return {row[0]: row[1:] for row in told.rows()}


def said(ranked: tuple[Ranked, ...]) -> dict[str, tuple[object, ...]]:
    """What the bulletin ranks, in the form of `expected`."""
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
