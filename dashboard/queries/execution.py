"""Where the money went: as a flow, by group, as a ranking with its tail, and departments beside their projects."""

from __future__ import annotations

from dashboard.filters import Filters
from dashboard.published import Answer
from dashboard.queries.chosen import of_chosen
from dashboard.queries.districts import of_placed, usual_level

LOW, WHOLE = 0.6, 1.0
MOST_LISTED = 100
MOST_MEMBERS = 300
MOST_RANKED, NAMED_AT_AN_END = 400, 12

TAILS = ("zero", "low", "over")

_TOTALS = "lines.is_headline AND placed.subject = 'project' AND placed.counts_in_totals"
_GROUPS = {
    "district": ("placed.district_code", "placed.district", _TOTALS),
    "department": ("placed.department_id", "departments.organization_name", _TOTALS),
    "unit": ("placed.organization_id", "placed.unit", _TOTALS),
    "year": ("placed.fiscal_year", "CAST(placed.fiscal_year AS VARCHAR)", _TOTALS),
    "source": (
        "coalesce(lines.fund_level, lines.fund_origin)",
        "coalesce(lines.fund_level, lines.fund_origin)",
        "lines.line_kind = 'source' AND coalesce(lines.fund_level, lines.fund_origin) IS NOT NULL"
        " AND placed.subject = 'project' AND placed.counts_in_totals",
    ),
    "category": (
        "lines.expenditure_category",
        "lines.expenditure_category",
        "lines.expenditure_category IS NOT NULL AND placed.counts_in_totals",
    ),
}
GROUPS = tuple(_GROUPS)

_LINKS = """
, money AS (
    SELECT
        chosen.report_id, chosen.name, chosen.unit, chosen.fiscal_year,
        lines.initial_budget_wan AS initial, lines.budget_wan AS budget,
        lines.funds_received_wan AS received, lines.executed_wan AS executed
    FROM marts.fct_budget_execution AS lines
    INNER JOIN chosen ON lines.report_id = chosen.report_id
    WHERE lines.is_headline AND chosen.subject = 'project' AND chosen.counts_in_totals AND lines.budget_wan IS NOT NULL
),
links AS (
    SELECT money.report_id, money.name, money.unit, money.fiscal_year, link.source, link.target, link.amount_wan
    FROM money, LATERAL (
        VALUES
        ('initial', 'budget', CASE WHEN initial IS NOT NULL THEN least(initial, budget) END),
        ('initial', 'cut', initial - budget),
        ('added', 'budget', budget - initial),
        ('unstated', 'budget', CASE WHEN initial IS NULL THEN budget END),
        ('budget', 'received', CASE WHEN received IS NOT NULL THEN least(budget, received) END),
        ('budget', 'not_received', budget - received),
        ('extra', 'received', received - budget),
        ('received', 'executed', CASE WHEN received + executed IS NOT NULL THEN least(received, executed) END),
        ('received', 'unspent', received - executed),
        ('received', 'not_told', CASE WHEN executed IS NULL THEN received END),
        ('budget', 'executed', CASE WHEN received IS NULL AND executed IS NOT NULL THEN least(budget, executed) END),
        ('budget', 'unspent', CASE WHEN received IS NULL THEN budget - executed END),
        ('budget', 'not_told', CASE WHEN received IS NULL AND executed IS NULL THEN budget END),
        ('beyond', 'executed', executed - coalesce(received, budget))
    ) AS link (source, target, amount_wan)
    WHERE link.amount_wan > 0
)
"""


def flow(filters: Filters) -> Answer:
    """How much money went from each stage to the next, summed over the projects' totals, with the number of reports;
    where `target` is NULL, how much there was at the stage in all.

    Each report's budget is followed as far as the report tells: from the initial budget and what was added, to what
    was received, to what was spent or left. What a report does not state has stages of its own.
    """
    return of_chosen(
        filters,
        _LINKS
        + """
SELECT source, target, CAST(sum(amount_wan) AS DECIMAL(20, 6)) AS amount_wan, count(*) AS report_count
FROM links
GROUP BY source, target
UNION ALL
SELECT stage, NULL, CAST(sum(amount_wan) AS DECIMAL(20, 6)), count(DISTINCT report_id)
FROM (
    SELECT target AS stage, report_id, amount_wan FROM links
    UNION ALL
    SELECT source, report_id, amount_wan FROM links WHERE source IN ('initial', 'added', 'unstated', 'extra', 'beyond')
)
GROUP BY stage
ORDER BY source, amount_wan DESC, target
""",
    )


def flow_reports(filters: Filters, source: str, target: str) -> Answer:
    """The reports whose money went from one stage to another, the most first."""
    return of_chosen(
        filters,
        _LINKS
        + """
SELECT report_id, name, unit, fiscal_year, amount_wan
FROM links
WHERE source = $source AND target = $target
ORDER BY amount_wan DESC, report_id
LIMIT $most
""",
        source=source,
        target=target,
        most=MOST_LISTED,
    )


def by_group(filters: Filters, group: str) -> Answer:
    """Budget and execution of each member of a group, the largest budgets first: those whose reports give both amounts
    have a rate. `member` is what a filter can take.

    `source` and `category` go over the lines beneath the totals, the others over the totals.
    """
    member, name, lines = _GROUPS[group]
    return of_placed(
        filters,
        usual_level(filters),
        f"""
        , members AS (
            SELECT
                CAST({member} AS VARCHAR) AS member, {name} AS name, lines.report_id, lines.budget_wan,
                lines.executed_wan, lines.budget_wan IS NOT NULL AND lines.executed_wan IS NOT NULL AS covered
            FROM marts.fct_budget_execution AS lines
            INNER JOIN placed ON lines.report_id = placed.report_id
            LEFT JOIN marts.dim_organizations AS departments ON placed.department_id = departments.organization_id
            WHERE {lines}
        )
        SELECT
            member,
            any_value(name) AS name,
            count(DISTINCT report_id) AS report_count,
            sum(budget_wan) AS budget_wan,
            sum(executed_wan) FILTER (WHERE covered) AS executed_wan,
            sum(budget_wan) FILTER (WHERE covered) AS covered_budget_wan,
            CAST(sum(executed_wan) FILTER (WHERE covered) AS DOUBLE)
            / nullif(CAST(sum(budget_wan) FILTER (WHERE covered) AS DOUBLE), 0) AS execution_rate,
            count(*) OVER () AS member_count
        FROM members
        GROUP BY member
        ORDER BY budget_wan DESC NULLS LAST, member
        LIMIT $most
        """,
        most=MOST_MEMBERS,
    )


_RANKED = """
, ranked AS (
    SELECT
        report_id, name, unit, district, fiscal_year, budget_wan, executed_wan, execution_rate,
        reported_total_score AS score,
        CASE
            WHEN execution_rate = 0 THEN 'zero'
            WHEN execution_rate < $low THEN 'low'
            WHEN execution_rate > $whole THEN 'over'
            ELSE 'sound'
        END AS tail,
        row_number() OVER (ORDER BY execution_rate, budget_wan DESC NULLS LAST, report_id) AS rank
    FROM chosen
    WHERE subject = 'project' AND counts_in_totals AND execution_rate IS NOT NULL
)
"""


def ranking(filters: Filters) -> Answer:
    """Projects from the lowest to the highest execution rate, with `tail` where nothing, little or more than everything
    was spent. Of many, the two ends and evenly spaced ones between come; `project_count` is all, `tail_count` those of
    the same tail."""
    return of_chosen(
        filters,
        _RANKED
        + """
SELECT
    report_id, name, unit, district, fiscal_year, budget_wan, executed_wan, execution_rate, score, tail, rank,
    count(*) OVER () AS project_count,
    count(*) OVER (PARTITION BY tail) AS tail_count
FROM ranked
QUALIFY
    rank <= $ends
    OR rank > project_count - $ends
    OR rank % greatest(1, CAST(ceil(project_count / CAST($ranked AS DOUBLE)) AS INTEGER)) = 0
ORDER BY rank
""",
        low=LOW,
        whole=WHOLE,
        ends=NAMED_AT_AN_END,
        ranked=MOST_RANKED,
    )


def tail(filters: Filters, kind: str) -> Answer:
    """The projects of one tail by name, those with the largest budgets first."""
    return of_chosen(
        filters,
        _RANKED
        + """
SELECT report_id, name, unit, district, fiscal_year, budget_wan, executed_wan, execution_rate, score
FROM ranked
WHERE tail = $kind
ORDER BY budget_wan DESC NULLS LAST, rank
LIMIT $most
""",
        low=LOW,
        whole=WHOLE,
        kind=kind,
        most=MOST_LISTED,
    )


def departments_beside_projects(filters: Filters) -> Answer:
    """The project money that a department states beside the sum over the reports of its projects, the largest
    differences first."""
    return of_chosen(
        filters,
        """
        , beside AS (
            SELECT
                chosen.report_id, chosen.unit, chosen.fiscal_year,
                lines.line_no, lines.budget_wan, lines.executed_wan,
                count(projects.report_id) AS project_count,
                sum(projects.budget_wan) AS projects_budget_wan,
                sum(projects.executed_wan) AS projects_executed_wan
            FROM chosen
            INNER JOIN marts.fct_budget_execution AS lines
                ON chosen.report_id = lines.report_id AND lines.line_kind <> 'source'
                AND lines.expenditure_category = 'project' AND lines.origin = 'table'
            LEFT JOIN marts.fct_evaluations AS projects
                ON projects.department_id = chosen.organization_id AND projects.fiscal_year = chosen.fiscal_year
                AND projects.subject = 'project' AND projects.counts_in_totals
            WHERE chosen.subject = 'department'
            GROUP BY
                chosen.report_id, chosen.unit, chosen.fiscal_year, lines.line_no, lines.budget_wan, lines.executed_wan
        )
        SELECT
            report_id, unit, fiscal_year, budget_wan, projects_budget_wan,
            budget_wan - projects_budget_wan AS difference_wan,
            executed_wan, projects_executed_wan, project_count
        FROM beside
        ORDER BY abs(difference_wan) DESC NULLS LAST, unit, fiscal_year, line_no
        LIMIT $most
        """,
        most=MOST_LISTED,
    )
