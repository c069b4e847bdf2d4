"""Reports by the district they come from, at the level at which districts are told apart."""

from __future__ import annotations

from textwrap import dedent

from dashboard.filters import Filters
from dashboard.i18n import _
from dashboard.published import Answer
from dashboard.queries.chosen import of_sums

MOST_AT_ONCE = 30
"""As many districts as can be looked at together; where there are more, the level above is shown first."""

_DIVISIONS = {
    "province": "coalesce(own.province_code, own.region_code)",
    "prefecture": "coalesce(own.prefecture_code, own.region_code)",
    "county": "own.region_code",
}
LEVELS = tuple(_DIVISIONS)
_ABOVE = {"province": [], "prefecture": ["province"], "county": ["province", "prefecture"]}


def usual_level(filters: Filters) -> str:
    """The lowest level at which the chosen reports come from few enough districts to be looked at together."""
    counts = ", ".join(f"count(DISTINCT {code}) AS {level}" for level, code in _DIVISIONS.items())
    found = of_sums(
        filters,
        f"""
        SELECT {counts}
        FROM marts.dim_regions AS own
        WHERE own.region_code IN (SELECT region_code FROM sums)
        """,
    ).frame.row(0, named=True)
    return next((level for level in reversed(LEVELS) if found[level] <= MOST_AT_ONCE), LEVELS[0])


def of_placed(filters: Filters, level: str, question: str, **parameters: object) -> Answer:
    """The answer to a question about `chosen`, `sums` and `districts`."""
    return of_sums(filters, districts(level) + dedent(question), **words(level), **parameters)


def districts(level: str) -> str:
    """A further table `districts`: the `district_code` and `district` that each division (`region_code`) counts for at
    this level; its parameters are `words`.

    What a province or city above the level evaluates itself stands apart, as its own; two districts of one name have
    what they lie in behind it.
    """
    return f"""
, districts AS (
    SELECT
        own.region_code,
        shown.region_code AS district_code,
        shown.region_name
        || CASE
            WHEN shown.region_name IN (SELECT region_name FROM marts.dim_regions GROUP BY ALL HAVING count(*) > 1)
                THEN coalesce('（' || coalesce(shown.prefecture_name, shown.province_name) || '）', '')
            ELSE ''
        END
        || CASE WHEN shown.level IN $above THEN $own ELSE '' END AS district
    FROM marts.dim_regions AS own
    INNER JOIN marts.dim_regions AS shown ON shown.region_code = {_DIVISIONS[level]}
)
"""


def words(level: str) -> dict[str, object]:
    """The parameters of `districts`."""
    return {"above": _ABOVE[level], "own": _("district.own")}
