"""Charts are pure: what a figure shows is what the frame says."""

from __future__ import annotations

import polars as pl
import pytest

from dashboard.charts import overview, project
from dashboard.charts.theme import DARK, LIGHT, Palette

EXECUTION = pl.DataFrame(
    {
        "district": ["五华区", "五华区", "临沧市"],
        "fiscal_year": [2023, 2024, 2022],
        "report_count": [2, 1, 1],
        "covered_report_count": [2, 1, 0],
        "covered_budget_wan": [100.0, 83.67, None],
        "executed_wan": [75.15, 0.0, None],
        "execution_rate": [0.7515, 0.0, None],
    }
)
SCORES = pl.DataFrame(
    {
        "report_id": [f"r{i}" for i in range(7)],
        "district": ["五华区"] * 6 + ["临沧市"],
        "fiscal_year": [2024] * 6 + [None],
        "name": [f"项目{i}" for i in range(7)],
        "score": [97.0, 94.0, 88.0, 100.0, 71.5, 99.0, 100.0],
        "execution_rate": [0.0, 0.98, 0.5, 1.2, 0.4, 0.3, None],
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


@pytest.mark.parametrize("dark", [False, True])
def test_execution_by_district(dark: bool) -> None:
    figure = overview.execution_by_district(EXECUTION, dark=dark)
    bars = {bar.name: (list(bar.y), list(bar.x), list(bar.text)) for bar in figure.data}
    assert bars["2024"] == (["五华区 2024"], [0.0], ["0.00%"])
    assert bars["2023"] == (["五华区 2023"], [0.7515], ["75.15%"])
    assert bars["2022"][2] == ["未报支出数"]
    assert list(figure.layout.yaxis.categoryarray) == ["临沧市 2022", "五华区 2024", "五华区 2023"]
    assert figure.layout.font.color == (DARK if dark else LIGHT).text


def test_lowest_rates_keep_their_order() -> None:
    rates = [None, *(rate / 100 for rate in range(99, 59, -1))]
    many = pl.DataFrame({"execution_rate": rates})
    assert overview.lowest(many)["execution_rate"].to_list() == rates[-overview.MOST_BARS :]
    assert overview.lowest(many.head(overview.MOST_BARS)).height == overview.MOST_BARS, "none is left out needlessly"


def test_axis_reaches_beyond_the_whole_budget() -> None:
    over = EXECUTION.with_columns(execution_rate=pl.lit(2.5))
    figure = overview.execution_by_district(over, dark=False)
    assert figure.layout.xaxis.range[1] > 2.5
    assert list(figure.layout.xaxis.tickvals) == [0, 0.5, 1.0, 1.5, 2.0, 2.5]


def test_every_scored_report_is_a_point_that_knows_its_report() -> None:
    figure = overview.scores_by_district(SCORES, dark=False)
    points = {key: score for box in figure.data for key, score in zip(box.customdata, box.x, strict=True)}
    assert points == dict(SCORES.select("report_id", "score").iter_rows())
    boxes = {box.name: box.line.color for box in figure.data}
    assert boxes["2024"] == LIGHT.series[0], "six reports of one district get a box"
    assert boxes["年度不明"] == "rgba(0,0,0,0)", "one report is a point"
    assert figure.layout.xaxis.range[0] < 71.5


def test_score_against_execution_sets_the_odd_apart() -> None:
    figure = overview.score_against_execution(SCORES, low=0.6, high=90, dark=False)
    others, odd = figure.data
    assert set(odd.customdata) == {"r0", "r5"}
    assert set(others.customdata) == {"r1", "r2", "r3", "r4"}, "a report without a rate has no place"


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
    points = overview.scores_by_district(SCORES.with_columns(name=pl.lit("<b>")), dark=False).data
    assert {text for box in points for text in box.text} == {"&lt;b&gt;"}


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
