"""The way from table to table, laid out by hand-drawn graphs."""

from __future__ import annotations

import pytest

from dashboard.charts import lineage as charts
from dashboard.charts.theme import LIGHT
from dashboard.lineage import Edge, Lineage, lineage

EDGES: list[Edge] = [
    ("raw.a", "staging.a"),
    ("staging.a", "marts.facts"),
    ("staging.b", "staging.a"),
    ("staging.b", "marts.facts"),
    ("marts.facts", "marts.sums"),
    ("marts.sums", "marts.trend"),
    ("raw.z", "marts.other"),
]


def columns(shown: Lineage) -> dict[str, int]:
    return {node.key: node.column for node in shown.nodes}


def test_one_step_each_way() -> None:
    shown = lineage(EDGES, "marts.facts", 1)
    assert columns(shown) == {"staging.a": -1, "staging.b": -1, "marts.facts": 0, "marts.sums": 1}


def test_two_steps_and_the_shortest_ways_only() -> None:
    shown = lineage(EDGES, "marts.facts", 2)
    assert columns(shown) == {
        "raw.a": -2,
        "staging.a": -1,
        "staging.b": -1,
        "marts.facts": 0,
        "marts.sums": 1,
        "marts.trend": 2,
    }
    assert ("staging.b", "staging.a") not in shown.edges
    assert ("raw.a", "staging.a") in shown.edges and ("marts.sums", "marts.trend") in shown.edges


def test_a_table_without_neighbours_stands_alone() -> None:
    shown = lineage(EDGES, "marts.lonely", 2)
    assert columns(shown) == {"marts.lonely": 0} and shown.edges == ()


@pytest.mark.parametrize(("count", "boxes"), [(5, 5), (6, 1)])
def test_many_tables_of_one_kind_are_drawn_as_one(count: int, boxes: int) -> None:
    edges = [(f"review.rule_{i}", "marts.findings") for i in range(count)] + [("staging.x", "marts.findings")]
    shown = lineage(edges, "marts.findings", 1)
    rules = [node for node in shown.nodes if node.key.startswith("review.")]
    assert len(rules) == boxes
    assert sorted(table for node in rules for table in node.tables) == [f"review.rule_{i}" for i in range(count)]
    assert len(shown.edges) == boxes + 1


def test_rows_follow_what_they_are_joined_to() -> None:
    edges = [("raw.1", "staging.b"), ("raw.2", "staging.a"), ("staging.a", "marts.x"), ("staging.b", "marts.x")]
    rows = {node.key: node.row for node in lineage(edges, "marts.x", 2).nodes}
    assert rows["staging.a"] == rows["raw.2"] and rows["staging.b"] == rows["raw.1"]


def test_the_chart_takes_clicks_for_every_box_and_marks_the_chosen_one() -> None:
    shown = lineage(EDGES, "marts.facts", 2)
    figure = charts.lineage(shown, {"marts.sums": "合计 <b>"}, dark=False)
    clickable = {key for trace in figure.data for key in trace.customdata or ()}
    assert clickable == {node.key for node in shown.nodes}
    filled = [shape for shape in figure.layout.shapes if shape.fillcolor != LIGHT.surface]
    assert len(filled) == 1 and len(figure.layout.shapes) == len(shown.nodes)
    tooltips = [text for trace in figure.data for text in trace.text or ()]
    assert "<b>sums</b><br>合计 &lt;b&gt;" in tooltips


def test_a_long_name_is_broken_at_an_underscore() -> None:
    shown = lineage([("staging.a", "marts.agg_execution_by_region_year")], "staging.a", 1)
    texts = {annotation.text for annotation in charts.lineage(shown, {}, dark=False).layout.annotations}
    assert texts == {"a", "agg_execution_<br>by_region_year"}
