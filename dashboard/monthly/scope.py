"""The divisions that a bulletin speaks of: one and all below it, or all that there are."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.access import Gate
from ingest.publish import Generation

_BELOW = {"province": "prefecture", "prefecture": "county", "county": ""}
_REGION = "SELECT region_full_name, level FROM dim_regions WHERE region_code = $region AND region_code <> 'unknown'"
_HELD = """
WITH held AS (
    SELECT region_code FROM fct_evaluation_versions
    UNION SELECT region_code FROM fct_monthly_versions
),
above AS (
    SELECT
        coalesce(regions.province_code, regions.region_code) AS province,
        coalesce(regions.prefecture_code, regions.province_code, regions.region_code) AS prefecture,
        regions.region_code AS county
    FROM held
    INNER JOIN dim_regions AS regions ON held.region_code = regions.region_code
    WHERE regions.region_code <> 'unknown'
)
SELECT
    CASE
        WHEN count(DISTINCT county) = 1 THEN min(county)
        WHEN count(DISTINCT prefecture) = 1 THEN min(prefecture)
        WHEN count(DISTINCT province) = 1 THEN min(province)
    END AS region_code
FROM above
"""


class UnknownRegion(ValueError):
    """There is no division with this code."""


@dataclass(frozen=True, slots=True)
class Scope:
    """`region_code` is None where every row counts, whatever division it names; `name` is the division that holds them
    all, empty where several provinces do; `below` is the level at which divisions are compared."""

    region_code: str | None
    name: str
    below: str

    @property
    def compares_divisions(self) -> bool:
        """A county has none below it."""
        return bool(self.below)


def scope_of(gate: Gate, generation: Generation, region_code: str | None) -> Scope:
    """The division with this code, or all. Raises `UnknownRegion`."""
    if region_code is None:
        holding = gate.query(_HELD, of=generation).frame.item()
        found = _region(gate, generation, holding) if holding else None
        return Scope(None, *(found or ("", "province")))
    found = _region(gate, generation, region_code)
    if found is None:
        raise UnknownRegion(f"there is no division {region_code}; give its six digits, like 530102 for 五华区")
    return Scope(region_code, *found)


def _region(gate: Gate, generation: Generation, region_code: str) -> tuple[str, str] | None:
    rows = gate.query(_REGION, {"region": region_code}, of=generation).frame.rows()
    return (rows[0][0], _BELOW[rows[0][1]]) if rows else None
