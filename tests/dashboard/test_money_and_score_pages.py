"""The pages on execution and scores without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_pages import opened, shown

from dashboard.filters import Filters
from dashboard.queries import execution, scores

EVERYTHING = Filters([], [], [], [])


@pytest.fixture(autouse=True)
def home(published_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_HOME", str(published_home))


def test_stages_are_those_of_the_totals() -> None:
    [sums] = execution.stages(EVERYTHING).frame.to_dicts()
    assert (float(sums["initial_budget"]), sums["initial_budget_count"]) == (83.67, 1)
    assert (float(sums["executed"]), sums["executed_count"]) == (0, 1)
    assert sums["budget_adjustment"] is None


@pytest.mark.parametrize("group", execution.GROUPS)
def test_every_group_can_be_asked_for(group: str) -> None:
    frame = execution.by_group(EVERYTHING, group).frame
    assert set(frame.columns) >= {"name", "report_count", "budget_wan", "executed_wan", "execution_rate"}
    if group == "district":
        assert [(row["name"], row["execution_rate"]) for row in frame.to_dicts()] == [("五华区", 0.0)]


def test_the_tail_is_named() -> None:
    tail = {row["report_id"]: row["tail"] for row in execution.tail(EVERYTHING).to_dicts()}
    assert tail["r1"] == "zero" and set(tail.values()) <= {"zero", "low", "over"}
    page = shown(opened("views/execution/page.py"))
    assert "需要关注的项目" in page and "营商环境专项经费" in page
    assert "Projects to look at" in shown(opened("views/execution/page.py", lang="English"))


def test_points_lost_lead_to_their_rows() -> None:
    [lost] = scores.lost_by_indicator(EVERYTHING).frame.to_dicts()
    assert (lost["indicator"], float(lost["lost"]), lost["running_share"]) == ("预算执行率", 3, 1)
    [row] = scores.lost_rows(EVERYTHING, "预算执行率").to_dicts()
    assert row["report_id"] == "r1"
    page = shown(opened("views/scores/page.py"))
    assert "失分集中在哪些指标" in page and "r1 indicator:1:score" in page and "0 / 3" in page
    assert "Where points are lost" in shown(opened("views/scores/page.py", lang="English"))


def test_a_unit_stands_beside_its_district_and_all() -> None:
    unit = scores.unit_choices(EVERYTHING)[0]
    [row] = scores.unit_beside_all(EVERYTHING, unit).frame.to_dicts()
    assert (row["dimension"], row["unit_rate"], row["district_rate"], row["all_rate"]) == ("process", 0, 0, 0)


@pytest.mark.parametrize("page", ["views/execution/page.py", "views/scores/page.py", "views/review/page.py"])
def test_nothing_chosen_is_said(page: str) -> None:
    app = opened(page, year="1999")
    assert not app.exception
