"""The figures of a bulletin, reckoned by hand from the ledgers and reports of `bulletin_fixture`."""

from __future__ import annotations

import datetime as dt

import pytest
import yaml

from dashboard.access import Gate
from dashboard.monthly.figures import Figures, figures_of
from dashboard.monthly.known import SLOW_GAP, NothingKnown
from dashboard.monthly.month import Month
from dashboard.monthly.scope import UnknownRegion
from ingest.home import CHECKOUT

DBT_PROJECT = CHECKOUT / "dbt_project"
MAY = Month(2025, 5)


def test_slow_is_what_the_marts_call_slow() -> None:
    project = yaml.safe_load((DBT_PROJECT / "dbt_project.yml").read_text(encoding="utf-8"))
    assert project["vars"]["slow_progress_gap"] == SLOW_GAP


def test_the_money_in_all(figures: Figures) -> None:
    """90 + 10 + 0 + 30 + 62 of 500; the printed total of a unit is not added, nor is what was corrected in July."""
    total = figures.total()
    assert total is not None
    assert (total.project_count, total.budget_wan, total.executed_wan) == (5, 500, 192)
    assert total.execution_rate == pytest.approx(0.384)
    assert total.in_month_wan == 20 + 0 + 0 + 0 + 2
    assert (total.zero_count, total.slow_count) == (1, 2)
    assert figures.gap(total) == pytest.approx(0.384 - 5 / 12)


def test_changes_on_the_month_and_the_year_before(figures: Figures) -> None:
    assert figures.rate_change(1) == pytest.approx(192 / 500 - 170 / 500)
    assert figures.rate_change(12) == pytest.approx(192 / 500 - 130 / 350)


def test_divisions_and_units_by_rate(figures: Figures) -> None:
    assert [(place.position, place.name, place.execution_rate) for place in figures.divisions] == [
        (1, "五华区", pytest.approx(162 / 400)),
        (2, "富民县", pytest.approx(30 / 100)),
    ]
    assert [(place.name, place.position, place.places_gained) for place in figures.units] == [
        ("五华区水务局", 1, 0),
        ("五华区政务服务管理局", 2, 1),
        ("富民县政务服务管理局", 3, -1),
    ]
    assert figures.units[1].change_on_year == pytest.approx(100 / 300 - 110 / 300)


def test_projects_without_spending_or_behind(figures: Figures) -> None:
    """Where most is unspent comes first: 90 of 绿化, 50 of 设备购置."""
    assert [(project.project_name, project.is_zero) for project in figures.lagging] == [
        ("绿化", False),
        ("设备购置", True),
    ]


def test_reports_and_scores(figures: Figures) -> None:
    total = figures.filings.total
    assert (total.in_month, total.since_january, figures.filings.in_month_before) == (2, 3, 0)
    assert figures.filings.since_january_year_before == 1
    assert (total.mean_score, total.min_score, total.max_score) == (pytest.approx(85), 75, 92)
    assert (total.excellent_count, total.good_count, total.fair_count, total.poor_count) == (1, 1, 1, 0)
    [expected] = figures.filings.expected
    assert (expected.expected_count, expected.filed_count, expected.late_count, expected.missing_count) == (4, 1, 1, 2)
    assert expected.not_due_count == 1, "30 June, the day spoken of, is over; 1 July is not"


def test_years_count_each_project_once(figures: Figures) -> None:
    first, last = figures.years
    assert (first.fiscal_year, first.report_count, first.execution_rate) == (2023, 1, pytest.approx(0.8))
    assert (last.fiscal_year, last.report_count, last.mean_score) == (2024, 2, pytest.approx(83.5))
    assert last.execution_rate == pytest.approx(191 / 230)


def test_new_repeated_settled_and_open_findings(figures: Figures) -> None:
    found = {
        part.title: (part.new_count, part.repeated_count, part.settled_count, part.open_count)
        for part in figures.findings
    }
    assert found == {
        "分值合计": (1, 0, 0, 1),
        "等次与总分": (1, 1, 0, 2),
        "得分合计": (0, 0, 2, 0),
        "进度与金额": (None, None, None, 2),
    }


def test_what_came_after_the_month_counts_only_when_asked_for(ledger_gate: Gate) -> None:
    """May's ledgers came in June, so the end of June counts; the correction of July does not."""
    usual = figures_of(ledger_gate, MAY)
    assert usual.known.known_at == dt.datetime(2025, 7, 1) and usual.known.is_late
    now = figures_of(ledger_gate, MAY, as_known_now=True).total()
    assert now is not None and now.executed_wan == 195
    on_tenth = figures_of(ledger_gate, MAY, as_of=dt.date(2025, 7, 10)).total()
    assert on_tenth is not None and on_tenth.executed_wan == 195
    day_before = figures_of(ledger_gate, MAY, as_of=dt.date(2025, 7, 9)).total()
    assert day_before is not None and day_before.executed_wan == 192


def test_before_its_ledger_came_a_month_is_told_by_its_reports(ledger_gate: Gate) -> None:
    on_last_day = figures_of(ledger_gate, MAY, as_of=dt.date(2025, 5, 31))
    assert not on_last_day.is_of_ledger
    total = on_last_day.total()
    assert total is not None and (total.project_count, total.executed_wan, total.budget_wan) == (2, 191, 230)
    assert on_last_day.gap(total) is None
    assert [project.project_name for project in on_last_day.lagging] == ["培训"], "20 of 50 is below 60%"


def test_what_was_filed_before_a_month_is_known_in_it(ledger_gate: Gate) -> None:
    """In March the first version of 道路养护 counted, with 95 points."""
    march = figures_of(ledger_gate, Month(2025, 3))
    assert not march.is_of_ledger
    assert march.filings.total.mean_score == 95


def test_one_division(ledger_gate: Gate) -> None:
    county = figures_of(ledger_gate, MAY, "530124")
    total = county.total()
    assert total is not None and (total.budget_wan, total.executed_wan) == (100, 30)
    assert county.divisions == () and [unit.name for unit in county.units] == ["富民县政务服务管理局"]
    assert county.filings.total.since_january == 1


def test_january_stands_beside_no_month(ledger_gate: Gate) -> None:
    """What is spent begins anew: 15 of 200 is no fall from December's 190."""
    january = figures_of(ledger_gate, Month(2025, 1))
    total = january.total()
    assert total is not None and total.in_month_wan == 15
    assert january.total(1) is not None and january.rate_change(1) is None
    assert [(unit.change_on_month, unit.places_gained) for unit in january.units] == [(None, None)]


def test_a_month_that_is_missing_is_skipped_over_by_nothing(ledger_gate: Gate) -> None:
    """Between January and April nothing came: what was spent in April alone cannot be told."""
    april = figures_of(ledger_gate, Month(2025, 4))
    total = april.total()
    assert total is not None and total.in_month_wan is None
    assert april.rate_change(1) is None


def test_nothing_known(ledger_gate: Gate) -> None:
    with pytest.raises(NothingKnown, match="2023-01"):
        figures_of(ledger_gate, Month(2023, 1))
    with pytest.raises(NothingKnown):
        figures_of(ledger_gate, MAY, "530900")
    with pytest.raises(UnknownRegion, match="999999"):
        figures_of(ledger_gate, MAY, "999999")
