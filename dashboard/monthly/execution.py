"""How far the money is spent: in all, by division, by unit, and where it is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.monthly.known import Known

_TOTALS = """
SELECT
    month,
    CAST(count(*) AS INTEGER) AS project_count,
    CAST(count(*) FILTER (budget_wan IS NOT NULL AND executed_wan IS NOT NULL) AS INTEGER) AS covered_count,
    sum(budget_wan) FILTER (executed_wan IS NOT NULL) AS budget_wan,
    sum(executed_wan) FILTER (budget_wan IS NOT NULL) AS executed_wan,
    sum(in_month_wan) AS in_month_wan,
    CAST(count(in_month_wan) AS INTEGER) AS in_month_count,
    CAST(count(*) FILTER (budget_wan > 0 AND executed_wan = 0) AS INTEGER) AS zero_count,
    CAST(count(*) FILTER (is_slow) AS INTEGER) AS slow_count,
    CAST(count(DISTINCT document_id) AS INTEGER) AS document_count,
    CAST(count(*) FILTER (is_synthetic) AS INTEGER) AS synthetic_count
FROM standing
GROUP BY month
ORDER BY month
"""
_COMPARED = """
SELECT
    CAST(count(*) FILTER (NOT is_before) AS INTEGER) AS new_count,
    CAST(count(*) FILTER (NOT is_now) AS INTEGER) AS gone_count
FROM (
    SELECT bool_or(month = $this_month) AS is_now, bool_or(month = $earlier_this_year) AS is_before
    FROM standing
    WHERE month IN ($this_month, $earlier_this_year)
    GROUP BY project_id
)
HAVING bool_or(is_before)
"""
_DIVISION_NAME = """
    CASE
        WHEN this_month.division_code = 'unknown' THEN '地区不详'
        WHEN regions.level = 'province' AND $below <> 'province' THEN regions.region_name || '本级'
        WHEN regions.level = 'prefecture' AND $below NOT IN ('province', 'prefecture')
            THEN regions.region_name || '本级'
        ELSE regions.region_name
    END"""
_RANKED = f"""
, grouped AS (
    SELECT
        month,
        grouping(organization_id) = 1 AS is_division,
        division_code,
        organization_id,
        count(*) AS project_count,
        sum(budget_wan) FILTER (executed_wan IS NOT NULL) AS budget_wan,
        sum(executed_wan) FILTER (budget_wan IS NOT NULL) AS executed_wan,
        CAST(sum(executed_wan) FILTER (budget_wan IS NOT NULL) AS DOUBLE)
            / nullif(CAST(sum(budget_wan) FILTER (executed_wan IS NOT NULL) AS DOUBLE), 0) AS execution_rate,
        min(organization_name) AS organization_name
    FROM standing
    WHERE month IN ($this_month, $earlier_this_year, $year_before)
    GROUP BY month, GROUPING SETS ((division_code), (division_code, organization_id))
),
ranked AS (
    SELECT
        *,
        coalesce(organization_id, division_code) AS key,
        CASE WHEN execution_rate IS NOT NULL THEN
            rank() OVER (PARTITION BY is_division, month ORDER BY round(execution_rate, 8) DESC NULLS LAST)
        END AS position
    FROM grouped
)
SELECT
    this_month.is_division,
    CAST(this_month.position AS INTEGER) AS position,
    this_month.key,
    {_DIVISION_NAME.strip()} AS division_name,
    coalesce(units.organization_name, this_month.organization_name, '单位不详') AS organization_name,
    CAST(this_month.project_count AS INTEGER) AS project_count,
    this_month.budget_wan,
    this_month.executed_wan,
    this_month.execution_rate,
    this_month.execution_rate - month_before.execution_rate AS change_on_month,
    this_month.execution_rate - year_before.execution_rate AS change_on_year,
    CAST(month_before.position - this_month.position AS INTEGER) AS places_gained
FROM ranked AS this_month
LEFT JOIN ranked AS month_before
    ON this_month.is_division = month_before.is_division
    AND this_month.key = month_before.key AND month_before.month = $earlier_this_year
LEFT JOIN ranked AS year_before
    ON this_month.is_division = year_before.is_division
    AND this_month.key = year_before.key AND year_before.month = $year_before
LEFT JOIN dim_regions AS regions ON this_month.division_code = regions.region_code
LEFT JOIN dim_organizations AS units ON this_month.organization_id = units.organization_id
WHERE this_month.month = $this_month
ORDER BY this_month.position NULLS LAST, this_month.budget_wan DESC NULLS LAST, this_month.key
"""
_LAGGING = f"""
SELECT
    {_DIVISION_NAME} AS division_name,
    coalesce(units.organization_name, this_month.organization_name, '单位不详') AS organization_name,
    coalesce(projects.project_name, this_month.project_name, '项目不详') AS project_name,
    this_month.budget_wan,
    this_month.executed_wan,
    this_month.execution_rate,
    coalesce(this_month.budget_wan > 0 AND this_month.executed_wan = 0, FALSE) AS is_zero,
    coalesce(this_month.is_slow, FALSE) AS is_slow
FROM standing AS this_month
LEFT JOIN dim_regions AS regions ON this_month.division_code = regions.region_code
LEFT JOIN dim_organizations AS units ON this_month.organization_id = units.organization_id
LEFT JOIN dim_projects AS projects ON this_month.project_id = projects.project_id
WHERE
    this_month.month = $this_month
    AND (this_month.budget_wan > 0 AND this_month.executed_wan = 0 OR this_month.is_slow)
ORDER BY this_month.budget_wan - this_month.executed_wan DESC NULLS LAST, this_month.project_id
"""
_BY_YEAR = """
SELECT
    fiscal_year,
    CAST(count(*) AS INTEGER) AS report_count,
    sum(budget_wan) FILTER (executed_wan IS NOT NULL) AS budget_wan,
    sum(executed_wan) FILTER (budget_wan IS NOT NULL) AS executed_wan,
    avg(CAST(reported_total_score AS DOUBLE)) AS mean_score
FROM filed
WHERE subject = 'project' AND counts_in_totals AND fiscal_year IS NOT NULL
GROUP BY fiscal_year
ORDER BY fiscal_year
"""


@dataclass(frozen=True, slots=True)
class Total:
    """The projects of one month together. Amounts are sums over projects that give both, in 万元."""

    month: dt.date
    project_count: int
    covered_count: int
    budget_wan: Decimal | None
    executed_wan: Decimal | None
    in_month_wan: Decimal | None
    in_month_count: int
    zero_count: int
    slow_count: int
    document_count: int
    synthetic_count: int

    @property
    def execution_rate(self) -> float | None:
        return rate_of(self.executed_wan, self.budget_wan)

    @property
    def is_partial(self) -> bool:
        """Whether the amounts are those of some of the projects only."""
        return self.covered_count < self.project_count


@dataclass(frozen=True, slots=True)
class Compared:
    """The projects of a month beside those of the month before within the year: how many only one of them has."""

    new_count: int
    gone_count: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A division or unit at its place by execution rate; without a rate it has no place. `places_gained` is positive
    where it stands higher than a month before; in January, when spending begins anew, there is none."""

    position: int | None
    key: str
    name: str
    division_name: str
    project_count: int
    budget_wan: Decimal | None
    executed_wan: Decimal | None
    execution_rate: float | None
    change_on_month: float | None
    change_on_year: float | None
    places_gained: int | None


@dataclass(frozen=True, slots=True)
class Lagging:
    """A project with nothing spent, or far behind."""

    division_name: str
    organization_name: str
    project_name: str
    budget_wan: Decimal | None
    executed_wan: Decimal | None
    execution_rate: float | None
    is_zero: bool
    is_slow: bool


@dataclass(frozen=True, slots=True)
class Year:
    """The evaluations of one budget year together."""

    fiscal_year: int
    report_count: int
    budget_wan: Decimal | None
    executed_wan: Decimal | None
    mean_score: float | None

    @property
    def execution_rate(self) -> float | None:
        return rate_of(self.executed_wan, self.budget_wan)


def rate_of(executed_wan: Decimal | None, budget_wan: Decimal | None) -> float | None:
    """The share that is spent; None where a sum is missing or there is no budget."""
    return float(executed_wan) / float(budget_wan) if executed_wan is not None and budget_wan else None


def totals(known: Known) -> dict[dt.date, Total]:
    """The months of this year and of the last that anything is known of, by their first day."""
    return {row["month"]: Total(**row) for row in known.rows(_TOTALS)}


def compared(known: Known) -> Compared | None:
    """How the projects of the month's ledgers differ from those of the month before; None where there is none."""
    if known.source != "ledger":
        return None
    return next((Compared(**row) for row in known.rows(_COMPARED, this_year_only=True)), None)


def rankings(known: Known) -> tuple[tuple[Ranked, ...], tuple[Ranked, ...]]:
    """The divisions below the bulletin's own (none for a county) and the implementing units, the best first."""
    divisions, units = [], []
    for row in known.rows(_RANKED):
        is_division, unit = row.pop("is_division"), row.pop("organization_name")
        if is_division:
            divisions.append(Ranked(name=row["division_name"], **row))
        else:
            units.append(Ranked(name=unit, **row))
    return tuple(divisions) if known.scope.compares_divisions else (), tuple(units)


def most_moved(ranked: Sequence[Ranked]) -> tuple[Ranked | None, Ranked | None]:
    """The one that gained most places and the one that lost most, the better placed of several; None where none did."""
    moved = [place for place in ranked if place.places_gained]
    up = max(moved, key=lambda place: place.places_gained or 0, default=None)
    down = min(moved, key=lambda place: place.places_gained or 0, default=None)
    return (
        up if up is not None and (up.places_gained or 0) > 0 else None,
        down if down is not None and (down.places_gained or 0) < 0 else None,
    )


def lagging(known: Known) -> tuple[Lagging, ...]:
    """Projects without spending or far behind, most money unspent first."""
    return tuple(Lagging(**row) for row in known.rows(_LAGGING, this_year_only=True))


def years(known: Known) -> tuple[Year, ...]:
    """The budget years that were evaluated."""
    return tuple(Year(**row) for row in known.rows(_BY_YEAR))
