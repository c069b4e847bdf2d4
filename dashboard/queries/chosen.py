"""The reports that the filters leave, and questions about them and about rows of other tables that belong to them.

Every table of facts carries the keys of its report, so that years, districts and departments are found on its own rows;
only what the evaluation alone knows is asked of it. Names are looked up for the few rows that are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent, indent

from dashboard.filters import Filters
from dashboard.published import Answer, answer

_BY_KEYS = {
    "years": "fiscal_year IN $years",
    "districts": """\
region_code IN (
    SELECT region_code FROM marts.dim_regions
    WHERE region_code IN $districts OR prefecture_code IN $districts OR province_code IN $districts
)""",
    "departments": "department_id IN $departments",
    "synthetic": "is_synthetic = $synthetic",
}
_BY_EVALUATION = {
    "forms": "form IN $forms",
    "grades": "coalesce(reported_grade, 'none') IN $grades",
    "least_score": "reported_total_score >= $least_score",
    "most_score": "reported_total_score <= $most_score",
    "least_rate": "execution_rate >= $least_rate",
    "most_rate": "execution_rate <= $most_rate",
}

NAME = "coalesce(evaluations.project_name, evaluations.title, documents.source_name)"
NAMED_BY = "LEFT JOIN marts.dim_documents AS documents ON evaluations.document_id = documents.document_id"
"""What a report is called: by its project, else its title, else the file that it came in; every report has a name."""

KEYS = frozenset({"years", "districts", "synthetic"})
"""The filters that marts of sums have columns for; `agg_indicators_by_name` has none for districts."""
_EVALUATIONS = "fct_evaluations"
_OF_REPORTS = {"fct_review_findings": "on_report"}
"""What holds for rows about reports, where a table has others too."""


@dataclass(frozen=True)
class Summary:
    """A mart of sums over the rows of another, with columns for the filters `by`. `as_sums` gives the same columns for
    those of these rows that are chosen, `facts`: each standing for itself, or the sums that have one of them."""

    table: str
    of: str
    as_sums: str
    by: frozenset[str] = KEYS


def of_chosen(filters: Filters, question: str, **parameters: object) -> Answer:
    """The answer to a question about `chosen`, the evaluations that the filters leave: a SELECT, or further tables
    (`, name AS (…)`) and a SELECT. A condition stands there only for what is chosen.

    `rowid` is their place in the table, which like all facts lies in the order of districts, years and reports: a short
    name for a row that is found again, and a tie's end that is always the same.
    """
    conditions = [(_BY_KEYS | _BY_EVALUATION)[name] for name in filters.parameters()]
    return _asked("chosen", _EVALUATIONS, conditions, question, filters, parameters)


def of_sums(filters: Filters, question: str, **parameters: object) -> Answer:
    """The answer to a question about `sums`, rows as of `agg_reports_by_region_year` that add up to the chosen reports,
    and about `chosen`. They are read from that mart where its columns tell the chosen reports apart."""
    given = filters.parameters()
    if not set(given) <= KEYS | {"forms", "grades"}:
        sums = indent(report_sums("region_code, fiscal_year, form, reported_grade, is_synthetic"), " " * 4)
        return of_chosen(filters, f", sums AS (\n{sums}\n)\n{dedent(question)}", **parameters)
    where = _where([(_BY_KEYS | _BY_EVALUATION)[name] for name in given])
    sums = f", sums AS NOT MATERIALIZED (\n    SELECT * FROM marts.agg_reports_by_region_year{where}\n)\n"
    return of_chosen(filters, sums + dedent(question), **parameters)


def report_sums(by: str, where: str = "TRUE") -> str:
    """Sums as of `agg_reports_by_region_year` over those of `chosen` that fulfil a condition."""
    return f"""\
SELECT
    {by},
    count(*) AS report_count,
    count_if(is_counted) AS counted_count,
    sum(budget_wan) FILTER (WHERE is_counted) AS budget_wan,
    sum(executed_wan) FILTER (WHERE is_counted) AS executed_wan,
    count_if(is_covered) AS covered_count,
    sum(budget_wan) FILTER (WHERE is_covered) AS covered_budget_wan,
    sum(executed_wan) FILTER (WHERE is_covered) AS covered_executed_wan,
    count(reported_total_score) AS scored_count,
    sum(reported_total_score) AS total_score,
    count(*) FILTER (WHERE reported_grade <> computed_grade) AS differing_grade_count,
    sum(finding_count) AS finding_count
FROM (
    SELECT
        *,
        subject = 'project' AND counts_in_totals AS is_counted,
        is_counted AND budget_wan IS NOT NULL AND executed_wan IS NOT NULL AS is_covered
    FROM chosen
    WHERE {where}
)
GROUP BY {by}"""


def of_rows(filters: Filters, table: str, question: str, **parameters: object) -> Answer:
    """The answer to a question about `facts`, the rows of a table of facts that belong to the reports that the filters
    leave."""
    return _asked("facts", table, _of_reports(filters, table), question, filters, parameters)


def also_chosen(filters: Filters, table: str, name: str) -> str:
    """A further table: the rows of a table of facts that belong to the reports that the filters leave."""
    return f", {_rows(name, table, _of_reports(filters, table))}\n"


def _of_reports(filters: Filters, table: str) -> list[str]:
    """The conditions for the rows of a table of facts that belong to the reports that the filters leave."""
    given = filters.parameters()
    conditions = [_BY_KEYS[name] for name in given if name in _BY_KEYS]
    of_evaluation = [_BY_EVALUATION[name] for name in given if name in _BY_EVALUATION]
    if table == _EVALUATIONS:
        conditions += of_evaluation
    elif of_evaluation:
        where = indent("\nAND ".join([*conditions, *of_evaluation]), " " * 8)
        conditions.append(f"report_id IN (\n    SELECT report_id FROM marts.fct_evaluations\n    WHERE\n{where}\n)")
    if table in _OF_REPORTS:
        conditions.append(_OF_REPORTS[table])
    return conditions


def of_summary(filters: Filters, summary: Summary, question: str, **parameters: object) -> Answer:
    """The answer to a question about `counted`, sums over the rows of the reports that the filters leave: the mart's
    where its columns tell these apart, else the rows themselves."""
    is_told = set(filters.parameters()) <= summary.by
    counted = "SELECT * FROM facts" if is_told else dedent(summary.as_sums).strip()
    with_counted = f"\n, counted AS NOT MATERIALIZED (\n{indent(counted, ' ' * 4)}\n)\n{dedent(question)}"
    return of_rows(filters, summary.table if is_told else summary.of, with_counted, **parameters)


def named(rows: str, key: str = "rowid") -> str:
    """A further table `named`: what these rows hold beside the evaluation that each stands for, found by its `key`,
    `rowid` or `report_id`, with `district`, `name` and `unit` in words."""
    others = "evaluations.* EXCLUDE (report_id)" if key == "report_id" else "evaluations.*"
    return f"""
, named AS (
    SELECT
        {rows}.*,
        {others},
        regions.region_name AS district,
        {NAME} AS name,
        coalesce(units.organization_name, evaluations.organization_name) AS unit
    FROM {rows}
    INNER JOIN marts.fct_evaluations AS evaluations ON {rows}.{key} = evaluations.{key}
    LEFT JOIN marts.dim_regions AS regions ON evaluations.region_code = regions.region_code
    LEFT JOIN marts.dim_organizations AS units ON evaluations.organization_id = units.organization_id
    {NAMED_BY}
)
"""


def _asked(
    name: str, table: str, conditions: list[str], question: str, filters: Filters, parameters: dict[str, object]
) -> Answer:
    sql = f"WITH {_rows(name, table, conditions)}\n{dedent(question).strip()}"
    return answer(sql, **filters.parameters(), **parameters)


def _rows(name: str, table: str, conditions: list[str]) -> str:
    columns = "*, rowid" if table.startswith("fct_") else "*"
    return f"{name} AS NOT MATERIALIZED (\n    SELECT {columns} FROM marts.{table}{_where(conditions)}\n)"


def _where(conditions: list[str]) -> str:
    return "\n    WHERE\n" + indent("\nAND ".join(conditions), " " * 8) if conditions else ""
