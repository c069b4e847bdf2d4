"""Where the money went: by group, as a ranking with its tail, and departments beside their projects."""

from __future__ import annotations

from dashboard.filters import Filters
from dashboard.published import Answer
from dashboard.queries.chosen import named, of_chosen, of_rows
from dashboard.queries.districts import districts, usual_level, words
from dashboard.queries.organizations import UNITS_APART
from dashboard.thresholds import LOW_EXECUTION, WHOLE_BUDGET

MOST_LISTED = 100
MOST_MEMBERS = 300
MOST_RANKED, NAMED_AT_AN_END = 400, 12

TAILS = ("zero", "low", "over")

_TOTALS = "is_headline AND subject = 'project' AND counts_in_totals"
_NAMES = f"LEFT JOIN {UNITS_APART} AS names ON summed.key = names.organization_id"
_GROUPS = {
    "district": (
        "region_code",
        _TOTALS,
        "INNER JOIN districts ON summed.key = districts.region_code",
        "districts.district_code",
        "districts.district",
    ),
    "department": ("department_id", _TOTALS, _NAMES, "summed.key", "names.unit"),
    "unit": ("organization_id", _TOTALS, _NAMES, "summed.key", "names.unit"),
    "year": ("fiscal_year", _TOTALS, "", "summed.key", "summed.key"),
    "source": (
        "coalesce(fund_level, fund_origin)",
        "line_kind = 'source' AND coalesce(fund_level, fund_origin) IS NOT NULL AND subject = 'project'"
        " AND counts_in_totals",
        "",
        "summed.key",
        "summed.key",
    ),
    "category": (
        "expenditure_category",
        "expenditure_category IS NOT NULL AND counts_in_totals",
        "",
        "summed.key",
        "summed.key",
    ),
}
"""By name: what lines are summed by, which lines, where names are found, and what stands for `member` and `name`."""
GROUPS = tuple(_GROUPS)


def by_group(filters: Filters, group: str) -> Answer:
    """Budget and execution of each member of a group, the largest budgets first: those whose reports give both amounts
    have a rate. `member` is what a filter can take.

    `source` and `category` go over the lines beneath the totals, the others over the totals.
    """
    key, lines, names, member, name = _GROUPS[group]
    level = usual_level(filters)
    return of_rows(
        filters,
        "fct_budget_execution",
        districts(level)
        + f"""
, summed AS (
    SELECT
        CAST({key} AS VARCHAR) AS key,
        {"count(*)" if lines == _TOTALS else "count(DISTINCT report_id)"} AS report_count,
        sum(budget_wan) AS budget_wan,
        sum(executed_wan) FILTER (WHERE budget_wan IS NOT NULL) AS executed_wan,
        sum(budget_wan) FILTER (WHERE executed_wan IS NOT NULL) AS covered_budget_wan
    FROM facts
    WHERE {lines}
    GROUP BY key
),
members AS (
    SELECT {member} AS member, {name} AS name, summed.* EXCLUDE (key)
    FROM summed
    {names}
)
SELECT
    member,
    any_value(name) AS name,
    CAST(sum(report_count) AS BIGINT) AS report_count,
    sum(budget_wan) AS budget_wan,
    sum(executed_wan) AS executed_wan,
    sum(covered_budget_wan) AS covered_budget_wan,
    CAST(sum(executed_wan) AS DOUBLE) / nullif(CAST(sum(covered_budget_wan) AS DOUBLE), 0) AS execution_rate,
    count(*) OVER () AS member_count
FROM members
GROUP BY member
ORDER BY budget_wan DESC NULLS LAST, member
LIMIT $most
""",
        most=MOST_MEMBERS,
        **words(level),
    )


_RATED = """
, rated AS NOT MATERIALIZED (
    SELECT
        *,
        CASE
            WHEN execution_rate = 0 THEN 'zero'
            WHEN execution_rate < $low THEN 'low'
            WHEN execution_rate > $whole THEN 'over'
            ELSE 'sound'
        END AS tail
    FROM chosen
    WHERE subject = 'project' AND counts_in_totals AND execution_rate IS NOT NULL
)
"""


def ranking(filters: Filters) -> Answer:
    """Projects from the lowest to the highest execution rate, with `tail` where nothing, little or more than everything
    was spent; `project_count` is all, `tail_count` those of the same tail.

    Of many, the two ends and some by chance between come, one of each tail at least; these stand at the `rank` that is
    likely by their order.
    """
    return of_chosen(
        filters,
        _RATED
        + """
, rates AS NOT MATERIALIZED (SELECT rowid, execution_rate, budget_wan, tail FROM rated),
counted AS (SELECT tail, count(*) AS tail_count, min(rowid) AS one_of_them FROM rates GROUP BY tail),
all_of_them AS (SELECT CAST(sum(tail_count) AS BIGINT) AS project_count FROM counted),
lowest AS (SELECT rowid FROM rates ORDER BY execution_rate, budget_wan DESC NULLS LAST, rowid LIMIT $ends),
highest AS (SELECT rowid FROM rates ORDER BY execution_rate DESC, budget_wan NULLS FIRST, rowid DESC LIMIT $ends),
between AS (SELECT rowid FROM rates ORDER BY hash(rowid) LIMIT $ranked),
listed AS (FROM lowest UNION FROM highest UNION FROM between UNION SELECT one_of_them FROM counted),
placed AS (
    SELECT
        rates.rowid, rates.tail, counted.tail_count, all_of_them.project_count,
        row_number() OVER (ORDER BY rates.execution_rate, rates.budget_wan DESC NULLS LAST, rates.rowid) AS place,
        count(*) OVER () AS listed_count
    FROM rates
    INNER JOIN listed ON rates.rowid = listed.rowid
    INNER JOIN counted ON rates.tail = counted.tail
    CROSS JOIN all_of_them
)
"""
        + named("placed")
        + """
SELECT
    report_id, name, unit, district, fiscal_year, budget_wan, executed_wan, execution_rate,
    reported_total_score AS score, tail,
    CAST(CASE
        WHEN place <= $ends THEN place
        WHEN place > listed_count - $ends THEN project_count - (listed_count - place)
        ELSE $ends + ceil((place - $ends - 0.5) * (project_count - 2 * $ends) / (listed_count - 2 * $ends))
    END AS BIGINT) AS rank,
    project_count, tail_count
FROM named
ORDER BY place
""",
        low=LOW_EXECUTION,
        whole=WHOLE_BUDGET,
        ends=NAMED_AT_AN_END,
        ranked=MOST_RANKED,
    )


def tail(filters: Filters, kind: str) -> Answer:
    """The projects of one tail by name, those with the largest budgets first."""
    return of_chosen(
        filters,
        _RATED
        + """
, listed AS (
    SELECT rowid FROM rated
    WHERE tail = $kind
    ORDER BY budget_wan DESC NULLS LAST, execution_rate, rowid
    LIMIT $most
)
"""
        + named("listed")
        + """
SELECT
    report_id, name, unit, district, fiscal_year, budget_wan, executed_wan, execution_rate,
    reported_total_score AS score
FROM named
ORDER BY budget_wan DESC NULLS LAST, execution_rate, rowid
""",
        low=LOW_EXECUTION,
        whole=WHOLE_BUDGET,
        kind=kind,
        most=MOST_LISTED,
    )


def departments_beside_projects(filters: Filters) -> Answer:
    """The project money that a department states beside the sum over the reports of its projects, the largest
    differences first."""
    return of_rows(
        filters,
        "agg_departments_beside_projects",
        """
        , listed AS (
            SELECT
                report_id, line_no, budget_wan AS stated_budget_wan, executed_wan AS stated_executed_wan,
                project_count, projects_budget_wan, projects_executed_wan, difference_wan
            FROM facts
            ORDER BY abs(difference_wan) DESC NULLS LAST, report_id, line_no
            LIMIT $most
        )
        """
        + named("listed", "report_id")
        + """
        SELECT
            report_id, unit, fiscal_year, stated_budget_wan AS budget_wan, projects_budget_wan, difference_wan,
            stated_executed_wan AS executed_wan, projects_executed_wan, project_count
        FROM named
        ORDER BY abs(difference_wan) DESC NULLS LAST, unit, fiscal_year, line_no
        """,
        most=MOST_LISTED,
    )
