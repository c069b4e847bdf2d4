"""The reports that the filters leave, and questions about them and about rows of other tables that belong to them.

Every table of facts carries the keys of its report, so that years, districts and departments are found on its own rows;
only what the evaluation alone knows is asked of it. Names are looked up for the few rows that are shown.
"""

from __future__ import annotations

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

_OF_REPORTS = {"fct_review_findings": "on_report"}
"""What holds for rows about reports, where a table has others too."""


def of_chosen(filters: Filters, question: str, **parameters: object) -> Answer:
    """The answer to a question about `chosen`, the evaluations that the filters leave: a SELECT, or further tables
    (`, name AS (…)`) and a SELECT. A condition stands there only for what is chosen."""
    conditions = [(_BY_KEYS | _BY_EVALUATION)[name] for name in filters.parameters()]
    return _asked("chosen", "fct_evaluations", conditions, question, filters, parameters)


def of_rows(filters: Filters, table: str, question: str, **parameters: object) -> Answer:
    """The answer to a question about `facts`, the rows of a table of facts that belong to the reports that the filters
    leave."""
    given = filters.parameters()
    conditions = [_BY_KEYS[name] for name in given if name in _BY_KEYS]
    of_evaluation = [_BY_EVALUATION[name] for name in given if name in _BY_EVALUATION]
    if of_evaluation:
        where = indent("\nAND ".join([*conditions, *of_evaluation]), " " * 8)
        conditions.append(f"report_id IN (\n    SELECT report_id FROM marts.fct_evaluations\n    WHERE\n{where}\n)")
    if table in _OF_REPORTS:
        conditions.append(_OF_REPORTS[table])
    return _asked("facts", table, conditions, question, filters, parameters)


def named(rows: str) -> str:
    """A further table `named`: these rows of `chosen` with `district`, `name` and `unit` in words."""
    return f"""
, named AS (
    SELECT
        {rows}.*,
        regions.region_name AS district,
        coalesce({rows}.project_name, {rows}.title) AS name,
        coalesce(units.organization_name, {rows}.organization_name) AS unit
    FROM {rows}
    LEFT JOIN marts.dim_regions AS regions ON {rows}.region_code = regions.region_code
    LEFT JOIN marts.dim_organizations AS units ON {rows}.organization_id = units.organization_id
)
"""


def _asked(
    name: str, table: str, conditions: list[str], question: str, filters: Filters, parameters: dict[str, object]
) -> Answer:
    where = "\n    WHERE\n" + indent("\nAND ".join(conditions), " " * 8) if conditions else ""
    rows = f"WITH {name} AS NOT MATERIALIZED (\n    SELECT * FROM marts.{table}{where}\n)"
    return answer(f"{rows}\n{dedent(question).strip()}", **filters.parameters(), **parameters)
