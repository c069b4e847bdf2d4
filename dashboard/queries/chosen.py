"""The reports that the filters leave, and questions about them."""

from __future__ import annotations

from textwrap import dedent, indent

from dashboard.filters import Filters
from dashboard.published import Answer, answer

_CONDITIONS = {
    "years": "evaluations.fiscal_year IN $years",
    "districts": (
        "(evaluations.region_code IN $districts OR regions.prefecture_code IN $districts"
        " OR regions.province_code IN $districts)"
    ),
    "forms": "evaluations.form IN $forms",
    "departments": "evaluations.department_id IN $departments",
    "grades": "coalesce(evaluations.reported_grade, 'none') IN $grades",
    "least_score": "evaluations.reported_total_score >= $least_score",
    "most_score": "evaluations.reported_total_score <= $most_score",
    "least_rate": "evaluations.execution_rate >= $least_rate",
    "most_rate": "evaluations.execution_rate <= $most_rate",
    "synthetic": "evaluations.is_synthetic = $synthetic",
}
_CHOSEN = """\
WITH chosen AS (
    SELECT
        evaluations.*,
        regions.region_name AS district,
        coalesce(evaluations.project_name, evaluations.title) AS name,
        coalesce(units.organization_name, evaluations.organization_name) AS unit
    FROM marts.fct_evaluations AS evaluations
    LEFT JOIN marts.dim_regions AS regions USING (region_code)
    LEFT JOIN marts.dim_organizations AS units USING (organization_id){where}
)"""


def chosen(filters: Filters) -> str:
    """The beginning of a statement: `chosen`, the evaluations that the filters leave, with `district`, `name` and
    `unit` in words. A condition stands there only for what is chosen."""
    conditions = [_CONDITIONS[name] for name in filters.parameters()]
    where = "\n    WHERE\n" + indent("\nAND ".join(conditions), " " * 8) if conditions else ""
    return _CHOSEN.format(where=where)


def of_chosen(filters: Filters, question: str, **parameters: object) -> Answer:
    """The answer to a question about `chosen`: a SELECT, or further tables (`, name AS (…)`) and a SELECT."""
    statement = f"{chosen(filters)}\n{dedent(question).strip()}"
    return answer(statement, **filters.parameters(), **parameters)
