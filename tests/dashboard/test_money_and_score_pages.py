"""The pages on execution and scores without a browser."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from published_fixture import build
from test_pages import opened, shown

from dashboard.filters import Filters
from dashboard.queries import execution, money_flow, scores, units
from ingest.home import Home
from ingest.publish import publish

EVERYTHING = Filters()
STAGES = ("initial", "budget", "received", "executed")


@pytest.fixture(autouse=True)
def home(published_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_HOME", str(published_home))


def test_the_flow_follows_each_report_as_far_as_it_tells() -> None:
    """By hand from the fixture: r1 has an initial budget of 83.67, that is its budget, and nothing spent."""
    rows = {(row["source"], row["target"]): row for row in money_flow.flow(EVERYTHING).frame.to_dicts()}
    assert {link: float(row["amount_wan"]) for link, row in rows.items()} == {
        ("initial", "budget"): 83.67,
        ("budget", "unspent"): 83.67,
        ("initial", None): 83.67,
        ("budget", None): 83.67,
        ("unspent", None): 83.67,
    }
    [report] = money_flow.flow_reports(EVERYTHING, "budget", "unspent").frame.to_dicts()
    assert (report["report_id"], float(report["amount_wan"])) == ("r1", 83.67)


@pytest.mark.parametrize(
    ("amounts", "links"),
    [
        (
            {"initial": 100, "budget": 80, "received": 90, "executed": 95},
            {"initial budget": 80, "initial cut": 20, "budget received": 80, "extra received": 10}
            | {"received executed": 90, "beyond executed": 5},
        ),
        (
            {"initial": 100, "budget": 120, "received": 70, "executed": 60},
            {"initial budget": 100, "added budget": 20, "budget received": 70, "budget not_received": 50}
            | {"received executed": 60, "received unspent": 10},
        ),
        ({"budget": 50, "executed": 65}, {"unstated budget": 50, "budget executed": 50, "beyond executed": 15}),
        ({"initial": 50, "budget": 50}, {"initial budget": 50, "budget not_told": 50}),
        (
            {"initial": 50, "budget": 50, "received": 40},
            {"initial budget": 50, "budget received": 40, "budget not_received": 10, "received not_told": 40},
        ),
        ({"initial": 0, "budget": 0, "executed": 0}, {}),
    ],
)
def test_what_flows_in_flows_out(amounts: dict[str, int], links: dict[str, int]) -> None:
    """Each stretch of a report's way by hand; what comes to the budget and to what was received leaves it again."""
    links_of = ", ".join(f"('{source} {target}', {amount})" for source, target, amount in money_flow._LINKS)
    stated = ", ".join(f"{amounts.get(name, 'NULL')}::DECIMAL(20,6) AS {name}" for name in STAGES)
    sql = f"FROM (SELECT {stated}), LATERAL (VALUES {links_of}) AS links (link, amount) SELECT link, amount"
    with duckdb.connect() as database:
        assert {link: float(amount) for link, amount in database.execute(f"{sql} WHERE amount > 0").fetchall()} == links


@pytest.mark.parametrize("group", execution.GROUPS)
def test_every_group_can_be_asked_for(group: str) -> None:
    frame = execution.by_group(EVERYTHING, group).frame
    assert set(frame.columns) >= {"member", "name", "report_count", "budget_wan", "executed_wan", "execution_rate"}
    members = {
        "district": [("530102", "五华区", 0.0)],
        "department": [("d1", "五华区财政局", 0.0)],
        "unit": [("u1", "五华区政务服务管理局", 0.0)],
        "year": [("2024", "2024", 0.0)],
        "source": [],
        "category": [],
    }
    assert [(row["member"], row["name"], row["execution_rate"]) for row in frame.to_dicts()] == members[group]
    app = opened("views/execution/page.py", group=group)
    assert not app.warning


def test_the_tail_is_named() -> None:
    rows = {row["report_id"]: row for row in execution.ranking(EVERYTHING).frame.to_dicts()}
    assert {key: (row["rank"], row["tail"]) for key, row in rows.items()} == {"r1": (1, "zero"), "r2": (2, "sound")}
    assert rows["r1"]["project_count"] == 2 and rows["r1"]["tail_count"] == 1
    assert execution.tail(EVERYTHING, "zero").frame["report_id"].to_list() == ["r1"]
    assert execution.tail(EVERYTHING, "over").frame.is_empty()
    page = shown(opened("views/execution/page.py"))
    assert "执行排名与首尾项目" in page and "营商环境专项经费" in page
    assert "Ranking and its tails" in shown(opened("views/execution/page.py", lang="English"))


def test_a_ranking_of_many_keeps_both_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(execution, "MOST_RANKED", 1)
    monkeypatch.setattr(execution, "NAMED_AT_AN_END", 1)
    assert execution.ranking(EVERYTHING).frame["rank"].to_list() == [1, 2]


def test_every_tail_has_a_project_in_the_ranking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(database: duckdb.DuckDBPyConnection) -> None:
        for number, rate in enumerate((0.3, 0.9, 0.91, 0.92)):
            database.execute(
                "INSERT INTO marts.fct_evaluations (report_id, subject, fiscal_year, region_code, execution_rate, "
                "counts_in_totals) VALUES (?, 'project', 2024, '530102', ?, TRUE)",
                [f"x{number}", rate],
            )

    monkeypatch.setenv("JIXIAO_HOME", str(build(tmp_path, fill).root))
    monkeypatch.setattr(execution, "MOST_RANKED", 0)
    monkeypatch.setattr(execution, "NAMED_AT_AN_END", 1)
    frame = execution.ranking(EVERYTHING).frame
    assert dict(frame.select("tail", "tail_count").unique().iter_rows()) == {"zero": 1, "low": 1, "sound": 4}
    assert frame["rank"].to_list() == sorted(set(frame["rank"])) and frame["rank"][0] == 1 and frame["rank"][-1] == 6


def test_a_stretch_of_the_flow_shows_its_reports() -> None:
    page = shown(opened("views/execution/page.py", stretch="budget unspent"))
    assert "全年预算 → 未支出：1 份报告" in page
    assert "nowhere" in opened("views/execution/page.py", stretch="nowhere").warning[0].value


def test_departments_stand_beside_the_sum_of_their_projects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = build(tmp_path)
    with duckdb.connect(str(home.work_file)) as database:
        database.execute(
            "INSERT INTO marts.fct_evaluations (report_id, subject, fiscal_year, region_code, organization_id) "
            "VALUES ('dep', 'department', 2024, '530102', 'd1')"
        )
        database.execute(
            "INSERT INTO marts.fct_budget_execution (report_id, subject, fiscal_year, region_code, organization_id, "
            "line_no, line_kind, expenditure_category, budget_wan, executed_wan, origin) "
            "VALUES ('dep', 'department', 2024, '530102', 'd1', 2, 'category', 'project', 100, 60, 'table')"
        )
    publish(home)
    monkeypatch.setenv("JIXIAO_HOME", str(home.root))
    [row] = execution.departments_beside_projects(EVERYTHING).frame.to_dicts()
    assert (row["unit"], row["project_count"]) == ("五华区财政局", 1)
    assert (float(row["projects_budget_wan"]), float(row["difference_wan"])) == (83.67, 16.33)
    page = shown(opened("views/execution/page.py"))
    assert "部门项目支出与各项目合计" in page and "16.33" in page


def test_points_lost_without_a_name_and_by_names_of_standard_indicators(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By hand: 8 of 10 points without a name, 3 of 预算执行率 (the fixture's), 2 of 4 in a row of the unit's own
    that has the name of a standard indicator, which itself loses nothing."""

    def fill(database: duckdb.DuckDBPyConnection) -> None:
        database.execute(
            "INSERT INTO marts.dim_indicators VALUES ('quality', '质量达标率', 'Quality', 'output', '质量')"
        )
        for number, (key, name, weight, score) in enumerate(
            ((None, None, 10, 2), (None, "质量达标率", 4, 2), ("quality", "质量达标率", 5, 5)), start=70
        ):
            database.execute(
                "INSERT INTO marts.fct_indicator_scores (report_id, fiscal_year, region_code, indicator_no, "
                "indicator_key, level3, dimension, weight, score, counts_report) "
                "VALUES ('r1', 2024, '530102', ?, ?, ?, 'output', ?, ?, TRUE)",
                [number, key, name, weight, score],
            )

    monkeypatch.setenv("JIXIAO_HOME", str(build(tmp_path, fill).root))
    rows = [
        (row["indicator"], row["indicator_en"], float(row["lost"]), float(row["weight"]), row["row_count"])
        for row in scores.lost_by_indicator(EVERYTHING).frame.to_dicts()
    ]
    assert rows[0] == (None, None, 8, 10, 1)
    assert rows[1][:1] + rows[1][2:] == ("预算执行率", 3, 3, 1)
    assert rows[2] == ("质量达标率", "Quality", 2, 9, 2)


def test_points_lost_lead_to_their_rows() -> None:
    [lost] = scores.lost_by_indicator(EVERYTHING).frame.to_dicts()
    assert (lost["indicator"], float(lost["lost"]), lost["running_share"]) == ("预算执行率", 3, 1)
    [row] = scores.rows_of_indicator(EVERYTHING, "预算执行率").frame.to_dicts()
    assert (row["report_id"], float(row["weight"]), float(row["score"])) == ("r1", 3, 0)
    page = shown(opened("views/scores/page.py"))
    assert "失分集中在哪些指标" in page and "r1 indicator:1:score" in page and "0 / 3" in page
    assert "Where points are lost" in shown(opened("views/scores/page.py", lang="English"))


def test_an_indicator_that_nobody_has_is_said() -> None:
    assert "没有“没有的指标”" in opened("views/scores/page.py", indicator="没有的指标").warning[0].value


def test_dimensions_with_their_share_of_weights_and_of_points_lost() -> None:
    [row] = scores.by_dimension(EVERYTHING).frame.to_dicts()
    assert (row["dimension"], row["row_count"], row["score_rate"], row["full_marks_share"]) == ("process", 1, 0, 0)
    assert (row["min_rate"], row["median_rate"], row["max_rate"]) == (0, 0, 0)
    assert (row["weight_share"], row["lost_share"]) == (1, 1)


def scored(home: Home, rows: list[tuple[str, str | None, str, str, int, float]]) -> None:
    """Add rows of indicators (report, key, name, dimension, weight, score) and publish."""
    with duckdb.connect(str(home.work_file)) as database:
        database.execute(
            "INSERT INTO marts.dim_indicators VALUES ('ready', '完成及时性', 'Done in time', 'output', '时效指标')"
        )
        for number, (report, key, name, dimension, weight, score) in enumerate(rows, start=10):
            database.execute(
                "INSERT INTO marts.fct_indicator_scores "
                "(report_id, indicator_no, indicator_key, level3, dimension, weight, score, score_rate, counts_report, "
                "organization_id, region_code) "
                "SELECT report_id, ?, ?, ?, ?, ?, ?, ?, TRUE, organization_id, region_code "
                "FROM marts.fct_evaluations WHERE report_id = ?",
                [number, key, name, dimension, weight, score, score / weight, report],
            )
    publish(home)


@pytest.fixture
def scored_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One standard indicator under two spellings in two reports, and one of a unit's own."""
    home = build(tmp_path)
    scored(
        home,
        [
            ("r1", "ready", "完成及时率", "output", 10, 8),
            ("r2", "ready", "完成及时性", "output", 10, 10),
            ("r3", None, "门前三包到位", "output", 20, 20),
        ],
    )
    monkeypatch.setenv("JIXIAO_HOME", str(home.root))


@pytest.mark.usefixtures("scored_home")
def test_standard_indicators_are_compared_and_others_listed() -> None:
    [standard] = scores.standard_indicators(EVERYTHING).frame.to_dicts()
    assert (standard["indicator"], standard["indicator_en"]) == ("完成及时性", "Done in time")
    assert (standard["report_count"], standard["score_rate"], standard["full_marks_share"]) == (2, 0.9, 0.5)
    assert (standard["min_rate"], standard["median_rate"], standard["max_rate"]) == (0.8, 0.9, 1)
    rows = scores.rows_of_indicator(EVERYTHING, "完成及时性").frame
    assert rows["report_id"].to_list() == ["r1", "r2"], "both spellings, the one that loses first"
    others = {row["indicator"]: row["report_id"] for row in scores.other_indicators(EVERYTHING).frame.to_dicts()}
    assert others == {"门前三包到位": "r3", "预算执行率": "r1"}
    lost = [(row["indicator"], float(row["lost"])) for row in scores.lost_by_indicator(EVERYTHING).frame.to_dicts()]
    assert lost == [("预算执行率", 3), ("完成及时性", 2)]
    app = opened("views/scores/page.py", by="indicator", indicator="完成及时性")
    assert not app.warning and "完成及时性：2 行" in shown(app)


def test_quartiles_are_those_of_all_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rates 0.5, 0.8, 0.8, 1, 1, 1: a quarter of the way from the first to the last lies at 0.8, half of it between 0.8
    and 1, three quarters at 1."""
    home = build(tmp_path)
    scores_of_ten = [5, 8, 8, 10, 10, 10]
    scored(home, [("r2", "ready", "完成及时率", "output", 10, score) for score in scores_of_ten])
    monkeypatch.setenv("JIXIAO_HOME", str(home.root))
    [output] = [row for row in scores.by_dimension(EVERYTHING).frame.to_dicts() if row["dimension"] == "output"]
    assert [output[name] for name in ("min_rate", "q1_rate", "median_rate", "q3_rate", "max_rate")] == [
        0.5,
        0.8,
        pytest.approx(0.9),
        1,
        1,
    ]
    assert (output["row_count"], float(output["lost"])) == (6, 9)


@pytest.mark.usefixtures("scored_home")
def test_a_unit_stands_beside_its_district_and_all() -> None:
    assert units.choices(EVERYTHING) == {
        "u1": "五华区政务服务管理局",
        "u2": "富民县政务服务管理局",
        "u3": "临沧市政务服务管理局",
    }
    rows = units.by_dimension(EVERYTHING, "u1").frame.to_dicts()
    output = {row["standing"]: row for row in rows if row["dimension"] == "output"}
    assert set(output) == {"unit", "other"}, "no other unit of its district"
    assert output["unit"]["unit_rate"] == 0.8
    assert output["unit"]["district_rate"] == 0.8
    assert output["unit"]["all_rate"] == 0.95, "38 of 40 points"
    app = opened("views/scores/page.py", org="u2")
    assert app.selectbox(key="choose-org").value == "u2" and not app.warning


@pytest.mark.parametrize("page", ["views/execution/page.py", "views/scores/page.py", "views/review/page.py"])
def test_nothing_chosen_is_said(page: str) -> None:
    app = opened(page, year="1999")
    assert not app.exception
