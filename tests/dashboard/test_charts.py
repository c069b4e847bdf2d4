"""Charts are pure: what a figure shows is what the frame says."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest
from PIL import ImageFont

from dashboard import formats, i18n
from dashboard.charts import answer, districts, execution, overview, project, review, scores
from dashboard.charts.theme import DARK, LIGHT, Palette

EXECUTION = pl.DataFrame(
    {
        "district": ["五华区", "五华区", "临沧市"],
        "district_code": ["530102", "530102", "530900"],
        "fiscal_year": [2023, 2024, 2022],
        "report_count": [2, 1, 1],
        "covered_report_count": [2, 1, 0],
        "covered_budget_wan": [100.0, 83.67, None],
        "executed_wan": [75.15, 0.0, None],
        "execution_rate": [0.7515, 0.0, None],
        "execution_rate_change": [None, -0.7515, None],
    }
)
SCORES = pl.DataFrame(
    {
        "report_id": [f"r{i}" for i in range(7)],
        "district": ["五华区"] * 6 + ["临沧市"],
        "fiscal_year": [2024] * 6 + [None],
        "name": [f"项目{i}" for i in range(7)],
        "score": [97.0, 94.0, 88.0, 100.0, 71.5, 99.0, 100.0],
        "report_count": [60] * 6 + [1],
        "min_score": [55.0] * 6 + [100.0],
        "q1_score": [80.0] * 6 + [100.0],
        "median_score": [90.0] * 6 + [100.0],
        "q3_score": [95.0] * 6 + [100.0],
        "max_score": [100.0] * 7,
    }
)
QUARTERS = pl.DataFrame(
    {
        "report_id": ["r1", "r2", "r3"],
        "name": ["零执行的项目名称很长很长很长", "旁边的", "<b>"],
        "score": [97.0, 96.9, 71.5],
        "execution_rate": [0.0, 0.1, 0.98],
        "corner": ["high_low", "high_low", "low_high"],
        "corner_count": [40, 40, 7],
        "is_named": [True, True, True],
    }
)
GRADES_OF_YEARS = pl.DataFrame(
    {
        "fiscal_year": [2023, 2024, 2024],
        "grade": ["excellent", "excellent", "none"],
        "report_count": [3, 1, 3],
        "grade_share": [1.0, 0.25, 0.75],
        "differing_count": [1, 0, 0],
    }
)
FINDINGS = pl.DataFrame(
    {
        "rule_id": ["score_sum", "grade_band", "grade_band"],
        "rule_title_zh": ["总分之和", "等次", "等次"],
        "severity": ["error", "error", "info"],
        "finding_count": [5, 3, 1],
        "report_count": [4, 3, 1],
    }
)
INDICATORS = pl.DataFrame(
    {
        "indicator_no": [1, 2, 3, 4],
        "level1": ["过程", "过程", "产出", None],
        "level2": ["资金管理", "资金管理", "数量", None],
        "level3": ["预算执行率", "预算执行率", None, "执行率"],
        "weight": [3, 7, 80, 10],
        "score": [0, 7, 80, None],
    }
)


FLOW = pl.DataFrame(
    {
        "source": ["initial", "budget", "budget", "initial", "budget", "executed", "unspent"],
        "target": ["budget", "executed", "unspent", None, None, None, None],
        "amount_wan": [100.0, 60.0, 40.0, 100.0, 100.0, 60.0, 40.0],
        "report_count": [3, 3, 2, 3, 3, 3, 2],
    }
)
RANKING = pl.DataFrame(
    {
        "report_id": ["r1", "r2", "r3", "r4"],
        "name": ["一", "二", "三", "四"],
        "execution_rate": [0.0, 0.01, 0.5, 0.9],
        "tail": ["zero", "low", "low", "sound"],
        "tail_count": [1, 2, 2, 1],
        "rank": [1, 2, 3, 4],
        "project_count": [4] * 4,
    }
)
DEPARTMENTS = pl.DataFrame(
    {
        "report_id": ["dep"],
        "unit": ["某局"],
        "fiscal_year": [2024],
        "budget_wan": [100.0],
        "projects_budget_wan": [80.0],
    }
)


DIMENSIONS = pl.DataFrame(
    {
        "dimension": ["process", "output"],
        "row_count": [10, 20],
        "min_rate": [0.0, 0.5],
        "q1_rate": [0.5, 1.0],
        "median_rate": [0.8, 1.0],
        "q3_rate": [1.0, 1.0],
        "max_rate": [1.0, 1.0],
        "score_rate": [0.75, 0.98],
        "full_marks_share": [0.4, 0.9],
        "weight": [20.0, 80.0],
        "lost": [6.0, 2.0],
        "weight_share": [0.2, 0.8],
        "lost_share": [0.75, 0.25],
    }
)


@pytest.mark.parametrize("dark", [False, True])
def test_execution_as_a_heat_map(dark: bool) -> None:
    figure = districts.execution_heat(EXECUTION, dark=dark)
    heat, points = figure.data
    assert (list(heat.x), list(heat.y)) == (["2022", "2023", "2024"], ["五华区", "临沧市"])
    assert [list(row) for row in heat.z] == [[None, 0.7515, 0.0], [None, None, None]]
    assert [list(row) for row in heat.text] == [["", "75.15%", "0.00%"], ["未报支出数", "", ""]]
    assert list(figure.layout.yaxis.categoryarray) == ["临沧市", "五华区"], "the first district is on top"
    assert figure.layout.template.layout.font.color == (DARK if dark else LIGHT).text
    marks = {(x, y): mark for x, y, mark in zip(points.x, points.y, points.customdata, strict=True)}
    assert len(marks) == 3, "a point in each cell, none where there is no report"
    assert points.marker.opacity == 0
    assert list(marks["2024", "五华区"]) == ["0.00", "83.67", 1, 1, "-75.15 个百分点", "530102", 2024]
    assert marks["2023", "五华区"][4] == "无上年可比"


def test_what_stands_in_a_cell_has_room_there() -> None:
    """A cell at 1280 pixels, where the heat map has about 330 beside the names of districts."""
    unreported = pl.concat(
        [
            EXECUTION.head(1).with_columns(fiscal_year=pl.lit(year), execution_rate=pl.lit(None, pl.Float64))
            for year in range(2020, 2025)
        ],
    )
    i18n.use("English")
    few, many = (districts.execution_heat(frame, dark=False).data[0] for frame in (unreported.head(4), unreported))
    i18n.use(None)
    assert set(few.text[0]) == {"not reported"} and set(many.text[0]) == {"—"}
    widest = max(ImageFont.load_default(few.textfont.size).getlength(text) for text in few.text[0])
    assert widest < 330 / 4


@pytest.mark.parametrize(("years", "width"), [(5, 330), (14, 900)])
def test_rates_of_many_years_have_room_in_their_cells(years: int, width: int) -> None:
    """At 1280 pixels the map has about 330 beside another chart and the names of districts, 900 alone."""
    over = EXECUTION.head(1).with_columns(execution_rate=pl.lit(1.0))
    frame = pl.concat([over.with_columns(fiscal_year=pl.lit(2010 + i)) for i in range(years)])
    heat = districts.execution_heat(frame, dark=False).data[0]
    assert set(heat.text[0]) == {"100.00%"}
    assert ImageFont.load_default(heat.textfont.size).getlength(heat.text[0][0]) < width / years
    more = pl.concat([frame, over.with_columns(fiscal_year=pl.lit(2000))])
    if years > districts.MOST_YEARS_BESIDE:
        assert set(districts.execution_heat(more, dark=False).data[0].text[0]) == {""}, "the tooltip has it"


def test_more_than_the_whole_budget_is_marked() -> None:
    figure = districts.execution_heat(EXECUTION.with_columns(execution_rate=pl.lit(1.25)), dark=False)
    assert figure.data[0].text[0][1] == "125.00% ▲"


def test_execution_as_small_charts_to_one_scale() -> None:
    figure = districts.execution_panels(EXECUTION.with_columns(execution_rate=pl.lit(1.5)), dark=False)
    assert [bar.x for bar in figure.data] == [("2023", "2024"), ("2022",)]
    assert {axis.range for axis in figure.select_yaxes()} == {(0, 1.5 * 1.05)}
    assert {tuple(axis.categoryarray) for axis in figure.select_xaxes()} == {("2022", "2023", "2024")}
    assert [note.text for note in figure.layout.annotations] == ["五华区", "临沧市"]
    under = districts.execution_panels(EXECUTION, dark=False).data[0]
    assert under.marker.color == (LIGHT.good, LIGHT.lost), "75.15 % is sound, nothing spent is not"


def test_small_charts_end_somewhere() -> None:
    many = pl.concat([EXECUTION.head(1).with_columns(district=pl.lit(f"区{i}")) for i in range(30)])
    assert len(districts.execution_panels(many, dark=False).data) == districts.MOST_PANELS


def test_every_scored_report_is_a_point_that_knows_its_report() -> None:
    figure = districts.score_strips(SCORES, dark=False)
    assert figure.layout.xaxis.side == "top", "below, it would be out of sight where the strips scroll"
    strips = [trace for trace in figure.data if trace.customdata is not None]
    points = {key: score for strip in strips for key, score in zip(strip.customdata, strip.x, strict=True)}
    assert points == dict(SCORES.select("report_id", "score").iter_rows())
    assert list(figure.layout.yaxis.categoryarray) == ["临沧市 年度不明", "五华区 2024"]
    assert figure.layout.xaxis.range[0] < 71.5


def test_a_box_is_of_all_reports_and_not_of_those_that_are_drawn() -> None:
    [box] = [trace for trace in districts.score_strips(SCORES, dark=False).data if trace.customdata is None]
    assert (box.y, box.q1, box.median, box.q3) == (("五华区 2024",), (80,), (90,), (95,))
    assert (box.lowerfence, box.upperfence) == ((55,), (100,))


def test_score_against_execution_sets_the_odd_apart_and_counts_the_quarters() -> None:
    figure = overview.score_against_execution(QUARTERS, low=0.6, high=90, dark=False)
    others, odd = figure.data
    assert (set(odd.customdata), set(others.customdata)) == ({"r1", "r2"}, {"r3"})
    notes = [note.text for note in figure.layout.annotations]
    assert notes[:4] == ["40 份", "0 份", "0 份", "7 份"]
    assert notes[4:] == ["零执行的项目名称很长很…", "&lt;b&gt;"], "a name that would lie over another is not written"


def test_grades_are_shares_of_their_year() -> None:
    figure = overview.grades_by_year(GRADES_OF_YEARS, dark=False)
    bars = {bar.name: dict(zip(bar.y, bar.x, strict=True)) for bar in figure.data}
    assert bars == {"优": {"2023": 1.0, "2024": 0.25}, "未填等次": {"2024": 0.75}}
    assert list(figure.data[0].customdata[0]) == ["excellent", 2023, "100.00%", 1]
    assert list(figure.layout.yaxis.categoryarray) == ["2023", "2024"]


def test_findings_by_rule_and_severity() -> None:
    figure = overview.findings_by_rule(FINDINGS, title="rule_title_zh", dark=False)
    bars = {bar.name: dict(zip(bar.y, bar.x, strict=True)) for bar in figure.data}
    assert bars == {"错误": {"总分之和": 5, "等次": 3}, "提示": {"等次": 1}}
    assert list(figure.data[1].customdata[0]) == ["grade_band", "info", 1]
    assert list(figure.layout.yaxis.categoryarray) == ["等次", "总分之和"]


def test_the_flow_links_stages_in_the_order_of_the_way() -> None:
    figure = execution.flow(FLOW, dark=False)
    [sankey] = figure.data
    assert list(sankey.node.label) == [
        "年初预算<br>100.00",
        "全年预算<br>100.00",
        "实际支出<br>60.00",
        "未支出<br>40.00",
    ]
    links = list(zip(sankey.link.source, sankey.link.target, sankey.link.value, strict=True))
    assert links == [(0, 1, 100.0), (1, 2, 60.0), (1, 3, 40.0)]
    assert list(sankey.link.customdata[2]) == ["40.00", "2", "全年预算 → 未支出"]


def test_money_on_axes_is_in_the_unit() -> None:
    formats.count_in("yi")
    try:
        flow = execution.flow(FLOW, dark=False).data[0]
        departments = execution.departments(DEPARTMENTS, dark=False)
    finally:
        formats.count_in(None)
    assert list(flow.link.value) == [0.01, 0.006, 0.004]
    assert flow.node.label[0] == "年初预算<br>0.0100"
    assert [list(bar.x) for bar in departments.data] == [[0.01], [0.008]]
    assert departments.layout.xaxis.title.text == "亿元"


def test_rates_begin_with_the_lowest_and_know_their_member() -> None:
    frame = pl.DataFrame(
        {
            "member": ["a", "b", "c"],
            "name": ["甲", "乙", "丙"],
            "execution_rate": [0.9, 0.1, None],
            "executed_wan": [9.0, 1.0, None],
            "covered_budget_wan": [10.0, 10.0, None],
        }
    )
    [bars] = execution.rates_by_group(frame, dark=False).data
    assert (list(bars.y), list(bars.text)) == (["乙", "甲"], ["10.00%", "90.00%"])
    assert [mark[-1] for mark in bars.customdata] == ["b", "a"]
    assert list(bars.marker.color) == [LIGHT.lost, LIGHT.good]


def test_the_ranking_names_its_tails_where_there_is_room() -> None:
    figure = execution.ranking(RANKING, low=0.6, whole=1.0, dark=False)
    points = {trace.name: list(trace.customdata) for trace in figure.data}
    assert points == {"零执行 1": ["r1"], "低于 60% 2": ["r2", "r3"], "60% 至 100% 1": ["r4"]}
    names = [note.text for note in figure.layout.annotations]
    assert names == ["一", "三"], "what lies at once beside the first has no room"


def test_departments_beside_their_projects() -> None:
    stated, summed = execution.departments(DEPARTMENTS, dark=False).data
    assert (list(stated.text), list(summed.text)) == (["100.00"], ["80.00"])
    assert list(stated.y) == ["某局 2024"] and list(stated.customdata) == ["dep"]


def test_a_spread_is_drawn_from_quartiles() -> None:
    figure = scores.spread(DIMENSIONS, ["过程", "产出"], marks=["process", "output"], dark=False)
    box, rates, full = figure.data
    assert (list(box.y), list(box.q1), list(box.median)) == (["过程", "产出"], [0.5, 1.0], [0.8, 1.0])
    assert (list(rates.x), list(full.x)) == ([0.75, 0.98], [0.4, 0.9])
    assert list(full.customdata) == ["process", "output"]


def test_weights_against_points_lost() -> None:
    weights, lost = scores.weight_against_lost(DIMENSIONS, dark=False).data
    assert (list(weights.text), list(lost.text)) == (["20.00%", "80.00%"], ["75.00%", "25.00%"])
    assert (list(weights.customdata), list(lost.customdata)) == (["20", "80"], ["6", "2"])


def test_points_lost_are_a_pareto_chart() -> None:
    frame = pl.DataFrame(
        {
            "indicator": ["完成及时性", "门前三包"],
            "indicator_en": ["Done in time", "门前三包"],
            "lost": [6.0, 2.0],
            "weight": [20.0, 10.0],
            "lost_count": [2, 1],
            "row_count": [3, 1],
            "running_share": [0.75, 1.0],
        }
    )
    bars, line = scores.points_lost(frame, name="indicator_en", dark=False).data
    assert (list(bars.x), list(bars.y), list(line.y)) == (["Done in time", "门前三包"], [6.0, 2.0], [0.75, 1.0])
    assert list(bars.customdata[0]) == ["完成及时性", "20", 2, 3]
    assert list(line.customdata[1]) == ["门前三包"]


def test_a_unit_in_its_strip() -> None:
    frame = pl.DataFrame(
        {
            "dimension": ["output"] * 3 + ["process"],
            "unit": ["甲", "乙", "丙", "甲"],
            "standing": ["unit", "district", "other", "unit"],
            "unit_rate": [0.8, 0.9, 1.0, 0.5],
            "district_rate": [0.85, 0.85, 0.85, 0.5],
            "all_rate": [0.9, 0.9, 0.9, 0.5],
        }
    )
    figure = scores.unit_strips(frame, unit="甲", dark=False)
    marks = {trace.name: (list(trace.x), [round(y) for y in trace.y]) for trace in figure.data}
    assert marks["甲"] == ([0.8, 0.5], [0, 1])
    assert marks["同地区"] == ([0.9], [0]) and marks["全部"] == ([1.0], [0])
    assert marks["全部得分率"] == ([0.9, 0.5], [0, 1])
    assert list(figure.layout.yaxis.ticktext) == ["产出", "过程"]
    assert figure.layout.xaxis.range[0] < 0.5


def test_indicator_tree_sums_its_branches() -> None:
    figure = project.indicator_tree(INDICATORS, dark=False)
    (icicle,) = figure.data
    nodes = list(zip(icicle.labels, icicle.text, icicle.values, strict=True))
    assert nodes[0] == ("总分", "87 / 100", 4)
    assert ("过程", "7 / 10", 2) in nodes
    assert ("执行率", "0 / 10", 1) in nodes
    assert [text for label, text, _rows in nodes if label == "预算执行率"] == ["0 / 3", "7 / 7"], "two rows stay two"
    for key, value in zip(icicle.ids, icicle.values, strict=True):
        children = [v for p, v in zip(icicle.parents, icicle.values, strict=True) if p == key]
        assert not children or sum(children) == value


def test_names_bring_no_tags() -> None:
    named = INDICATORS.with_columns(level3=pl.lit("<a href='x'>y</a>"))
    figure = project.indicator_tree(named, dark=False)
    assert "&lt;a href='x'&gt;y&lt;/a&gt;" in figure.data[0].labels
    strips = districts.score_strips(SCORES.with_columns(name=pl.lit("<b>")), dark=False).data
    assert {text for strip in strips for text in strip.text or ()} == {"&lt;b&gt;"}


def test_no_tree_without_weights() -> None:
    unscored = INDICATORS.with_columns(weight=pl.lit(None, dtype=pl.Int64))
    assert project.has_points(INDICATORS)
    assert not project.has_points(unscored)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_text_can_be_read_on_its_ground(palette: Palette) -> None:
    def contrast(a: str, b: str) -> float:
        dark, light = sorted((_luminance(a), _luminance(b)))
        return (light + 0.05) / (dark + 0.05)

    assert contrast(palette.text, palette.surface) >= 7
    assert contrast(palette.muted, palette.surface) >= 4.5
    assert contrast(palette.lost, palette.surface) >= 3
    assert contrast(palette.good, palette.surface) >= 3
    assert min(contrast(palette.text, ground) for ground in palette.heat) >= 4.5


def test_an_answer_is_drawn_over_the_column_that_tells_its_rows_apart() -> None:
    frame = pl.DataFrame({"fiscal_year": [2024, 2024], "name": ["甲", "<b>"], "budget_wan": [1.5, 2.5]})
    assert answer.across(frame) == "name" and answer.across(frame.select("budget_wan")) == "budget_wan"
    assert answer.across(frame.drop("name")) == "fiscal_year" and answer.repeats(frame, "fiscal_year")
    [bars] = answer.answer(frame, kind="bar", x="name", y=["budget_wan"], dark=False).data
    assert (list(bars.x), list(bars.y)) == (["甲", "&lt;b&gt;"], [1.5, 2.5])


def test_names_along_the_bottom_of_an_answer_leave_room_for_it() -> None:
    frame = pl.DataFrame({"code": ["530102", None, "很长" * 20], "amount": [1.0, 2.0, 3.0]})
    figure = answer.answer(frame, kind="line", x="code", y=["amount"], dark=False)
    assert figure.layout.xaxis.type == "category", "a code is no number"
    assert figure.data[0].x[1] == "—", "a row without a name is drawn"
    assert figure.layout.xaxis.ticktext == ("530102", "—", "很长" * 5 + "很…")
    many = pl.DataFrame({"code": [f"c{i}" for i in range(61)], "amount": 1.0})
    assert not answer.answer(many, kind="bar", x="code", y=["amount"], dark=False).layout.xaxis.showticklabels
    years = answer.answer(many.with_row_index("no"), kind="line", x="no", y=["amount"], dark=False).layout.xaxis
    assert years.type is None and years.showticklabels is None, "numbers have an axis of their own"


def test_rows_beyond_those_drawn_do_not_count_as_repeated() -> None:
    frame = pl.DataFrame({"no": [*range(answer.MOST_MARKS), 0], "value": 1.0})
    assert not answer.repeats(frame, "no")
    [points] = answer.answer(frame, kind="scatter", x="no", y=["value"], dark=False).data
    assert len(points.x) == answer.MOST_MARKS


def test_findings_of_months_apart_are_not_joined_by_a_line() -> None:
    """A rule found in March and April, another in April alone; then nothing is known until the next March."""
    march, april, next_march = dt.date(2024, 3, 1), dt.date(2024, 4, 1), dt.date(2025, 3, 1)
    frame = pl.DataFrame(
        {
            "month": [march, april, april, next_march],
            "rule_id": ["a", "a", "b", "a"],
            "title": ["甲", "甲", "乙", "甲"],
            "finding_count": [2, 1, 1, 1],
            "findings_per_100_reports": [100.0, 50.0, 50.0, 25.0],
        }
    )
    first, second = review.findings_over_months(frame, title="title", dark=False).data
    may = dt.date(2024, 5, 1)
    assert list(zip(first.x, first.y, strict=True)) == [(march, 100), (april, 50), (may, None), (next_march, 25)]
    assert list(second.y) == [0, 50, None, 0], "where only the other rule found something"
    assert first.customdata[0][0] == "a", "a click lists the rule's findings"


def test_months_far_apart_are_not_named_one_by_one() -> None:
    frame = pl.DataFrame(
        {
            "month": [dt.date(2020, 1, 1), dt.date(2024, 1, 1)],
            "rule_id": ["a", "a"],
            "title": ["甲", "甲"],
            "finding_count": [1, 1],
            "findings_per_100_reports": [1.0, 1.0],
        }
    )
    assert review.findings_over_months(frame, title="title", dark=False).layout.xaxis.dtick is None
    near = frame.with_columns(month=pl.Series([dt.date(2024, 1, 1), dt.date(2024, 4, 1)]))
    assert review.findings_over_months(near, title="title", dark=False).layout.xaxis.dtick == "M1"
