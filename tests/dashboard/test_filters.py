"""Filters live in the URL: read, written, wrong, and kept from page to page."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_pages import opened, shown

from dashboard.filters import Choices, Filters, Span, from_url
from dashboard.queries import choices
from dashboard.queries.chosen import named, of_chosen

CHOICES = Choices([2024, 2025], ["530100", "530102"], ["narrative"], ["d1"])
EVERY_PAGE = ("execution", "scores", "review", "project", "sql", "intake")


@pytest.fixture(autouse=True)
def home(published_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_HOME", str(published_home))


def test_what_is_written_to_the_url_is_read_again() -> None:
    chosen = Filters(
        years=[2025, 2024],
        districts=["530102"],
        forms=["narrative"],
        departments=["d1"],
        grades=["good", "none"],
        score=Span(60, 89.5),
        rate=Span(None, 60),
        synthetic=False,
    )
    assert chosen.in_url() == {
        "year": ["2025", "2024"],
        "district": ["530102"],
        "department": ["d1"],
        "form": ["narrative"],
        "grade": ["good", "none"],
        "score": ["60-89.5"],
        "rate": ["-60"],
        "synthetic": ["no"],
    }
    assert from_url(chosen.in_url(), CHOICES) == (chosen, [])
    assert Filters().in_url() == {} and not Filters()


@pytest.mark.parametrize(
    ("text", "span"), [("60-90", Span(60, 90)), ("90-", Span(90, None)), ("-0", Span(None, 0)), ("0-0", Span(0, 0))]
)
def test_spans(text: str, span: Span) -> None:
    assert Span.of(text) == span and str(span) == text


@pytest.mark.parametrize("text", ["", "-", "60", "90-60", "a-b", "1-2-3", "nan-", "-inf", "-1-5", "1e99-"])
def test_nonsense_is_no_span(text: str) -> None:
    with pytest.raises(ValueError):
        Span.of(text)


def test_each_thing_that_is_wrong_in_the_url_is_named_and_left_out() -> None:
    wrong = {
        "year": ["1066", "2024", "soon"],
        "district": ["'; DROP TABLE x; --"],
        "score": ["90-60"],
        "synthetic": ["maybe"],
    }
    filters, problems = from_url(wrong, CHOICES)
    assert filters == Filters(years=[2024])
    assert [problem.split("“")[2].split("”")[0] for problem in problems] == [
        "1066",
        "soon",
        "'; DROP TABLE x; --",
        "90-60",
        "maybe",
    ]


def reports(filters: Filters) -> set[str]:
    return set(of_chosen(filters, "SELECT report_id FROM chosen").frame["report_id"])


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        (Filters(), {"r1", "r2", "r3"}),
        (Filters(years=[2024, 2022]), {"r1", "r3"}),
        (Filters(districts=["530100"]), {"r1", "r2"}),
        (Filters(districts=["530102", "530900"]), {"r1", "r3"}),
        (Filters(forms=["narrative"]), {"r3"}),
        (Filters(departments=["d1"]), {"r1"}),
        (Filters(grades=["none"]), {"r1"}),
        (Filters(grades=["excellent", "none"]), {"r1", "r2", "r3"}),
        (Filters(score=Span(94, 97)), {"r1", "r2"}),
        (Filters(rate=Span(None, 60)), {"r1"}),
        (Filters(rate=Span(98.375, None)), {"r2"}),
        (Filters(synthetic=False), set()),
        (Filters(years=[2024], synthetic=True), {"r1"}),
    ],
)
def test_what_each_filter_leaves(filters: Filters, left: set[str]) -> None:
    """By hand from the fixture: r1 2024 Wuhua 97 points 0 %, r2 2025 Fumin 94 and 98.375 %, r3 2022 Lincang 100."""
    assert reports(filters) == left


def test_the_statement_runs_as_it_is_shown() -> None:
    chosen = Filters(years=[2024], districts=["530100"], score=Span(60, 97), synthetic=True)
    answer = of_chosen(chosen, named("chosen") + "SELECT report_id FROM named WHERE name <> $name", name="it's")
    assert "$" not in answer.statement and "'it''s'" in answer.statement and "[2024]" in answer.statement
    from dashboard.access import query

    assert query(answer.statement).equals(answer.frame) and answer.frame.height == 1


def test_districts_are_a_tree_with_the_reports_of_all_below() -> None:
    rows = {row["region_code"]: row for row in choices.district_choices().to_dicts()}
    assert {code: (row["parent_code"], row["report_count"]) for code, row in rows.items()} == {
        "530000": (None, 3),
        "530100": ("530000", 2),
        "530102": ("530100", 1),
        "530124": ("530100", 1),
        "530900": ("530000", 1),
    }


def test_nonsense_in_the_url_is_said_and_the_page_works() -> None:
    app = opened(year="1066", district="'; DROP TABLE x; --", form="none", lang="Klingon", unit="tons")
    assert "271.57" in shown(app)
    [warning] = app.warning
    assert warning.value.count("已忽略") == 3


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_nonsense_in_the_url_leaves_every_page_working(page: str) -> None:
    app = opened(f"views/{page}/page.py", year="1066", score="high", rate="%%%", synthetic="7", report="", q="")
    assert app.warning[0].value.count("已忽略") == 4
    assert app.title


def test_widgets_show_what_the_url_says_and_write_to_it() -> None:
    app = opened(year=["2024", "2025"], score="90-", synthetic="yes")
    assert app.pills(key="year").value == [2024, 2025]
    assert (app.number_input(key="score-least").value, app.number_input(key="score-most").value) == (90, None)
    assert app.segmented_control(key="synthetic").value == "yes"
    app.pills(key="year").set_value([2025]).run()
    app.number_input(key="rate-most").set_value(60).run()
    app.segmented_control(key="synthetic").set_value("all").run()
    assert not app.exception
    assert app.query_params == {"year": "2025", "score": "90-", "rate": "-60"}


def test_a_span_given_the_wrong_way_round_is_turned() -> None:
    app = opened(rate="60-")
    app.number_input(key="rate-most").set_value(10).run()
    assert app.query_params["rate"] == "10-60"


def test_the_choice_outlives_the_change_of_language() -> None:
    app = opened()
    app.pills(key="form").set_value(["narrative"]).run()
    assert "155.90" in shown(app)
    app.segmented_control(key="lang").set_value("English").run()
    assert not app.exception
    assert app.pills(key="form").value == ["narrative"]
    assert app.query_params == {"form": "narrative", "lang": "English"}
    assert "155.90" in shown(app)


def test_the_trail_leads_back() -> None:
    app = opened(district="530102", year="2024")
    labels = {button.key: button.label for button in app.button if str(button.key).startswith("trail-")}
    assert labels == {
        "trail-all": "全部地区",
        "trail-530000": "云南省",
        "trail-530100": "昆明市",
        "trail-year": "预算年度：2024",
    }
    app.button(key="trail-530100").click().run()
    assert app.query_params == {"district": "530100", "year": "2024"}
    app.button(key="trail-year").click().run()
    assert "115.67" in shown(app)
    app.button(key="trail-all").click().run()
    assert app.query_params == {} and "271.57" in shown(app)


def test_all_filters_go_at_once() -> None:
    app = opened(district="530102", score="60-", grade="none", lang="English", unit="yi")
    app.button(key="clear-filters").click().run()
    assert app.query_params == {"lang": "English", "unit": "yi"}


def test_money_in_another_unit() -> None:
    words = shown(opened(unit="yi"))
    assert "0.0272" in words and "亿元" in words and "271.57" not in words
    app = opened()
    app.segmented_control(key="unit").set_value("yi").run()
    assert "0.0272" in shown(app) and app.query_params == {"unit": "yi"}
