"""The map of divisions: reading boundaries, laying them on a plane, points inside them, and the figure."""

from __future__ import annotations

import csv
import itertools
import math
import time
from collections import defaultdict

import plotly.graph_objects as go
import polars as pl
import pytest

from dashboard.charts.regions import boundaries, inside, topojson
from dashboard.charts.regions.choropleth import choropleth
from dashboard.charts.regions.panels import HEIGHT, WIDTH, Area, panels
from dashboard.charts.regions.projection import Albers, bounds_of
from dashboard.charts.regions.tiles import tiles
from dashboard.charts.theme import LIGHT
from support.marts import ROOT

WITHOUT_BOUNDARY = {"232761", "232762", "232763", "232764", "460323"}
"""As docs/regions.md says."""

TWO_SQUARES = {
    "type": "Topology",
    "transform": {"scale": [0.5, 0.5], "translate": [100, 20]},
    "arcs": [
        [[2, 0], [0, 2]],
        [[2, 2], [-2, 0], [0, -2], [2, 0]],
        [[2, 0], [2, 0], [0, 2], [-2, 0]],
        [[10, 0], [1, 0], [0, 1], [-1, -1]],
    ],
    "objects": {
        "areas": {
            "geometries": [
                {"type": "Polygon", "id": "west", "arcs": [[0, 1]]},
                {"type": "MultiPolygon", "id": "east", "arcs": [[[2, ~0]], [[3]]]},
            ]
        },
        "lines": {
            "geometries": [
                {"type": "LineString", "id": "border", "arcs": [0]},
                {"type": "MultiLineString", "id": "sea", "arcs": [[0], [~0]]},
            ]
        },
    },
}
"""Two squares with a common side, which is arc 0; the eastern one has an island."""


class TestTopoJson:
    def test_squares_with_a_common_side(self) -> None:
        shapes = dict(topojson.shapes(TWO_SQUARES, "areas", topojson.arcs(TWO_SQUARES)))
        assert shapes == {
            "west": (((101, 20), (101, 21), (100, 21), (100, 20), (101, 20)),),
            "east": (
                ((101, 20), (102, 20), (102, 21), (101, 21), (101, 20)),
                ((105, 20), (105.5, 20), (105.5, 20.5), (105, 20)),
            ),
        }

    def test_lines(self) -> None:
        shapes = dict(topojson.shapes(TWO_SQUARES, "lines", topojson.arcs(TWO_SQUARES)))
        up, down = ((101, 20), (101, 21)), ((101, 21), (101, 20))
        assert shapes == {"border": (up,), "sea": (up, down)}

    def test_another_type_is_an_error(self) -> None:
        points = {"objects": {"areas": {"geometries": [{"type": "Point", "id": "x", "arcs": []}]}}}
        with pytest.raises(ValueError, match="Point"):
            list(topojson.shapes(points, "areas", []))


class TestProjection:
    def test_areas_keep_their_proportions(self) -> None:
        """A cell of one degree has its share of the globe: the difference of the sines of its latitudes."""
        for projection in (Albers(105, (25, 47)), Albers.fitting((97, 21, 106, 29))):
            for west, south in ((80, 40), (105, 18), (130, 48)):
                side = [i / 20 for i in range(21)]
                ring = (
                    *((west + step, south) for step in side),
                    *((west + 1, south + step) for step in side),
                    *((west + 1 - step, south + 1) for step in side),
                    *((west, south + 1 - step) for step in side),
                )
                share = math.radians(1) * (math.sin(math.radians(south + 1)) - math.sin(math.radians(south)))
                assert inside.extent(projection.project(ring)) == pytest.approx(share, rel=1e-3)

    def test_north_is_up_on_the_middle_meridian_and_lengths_are_true_on_the_parallels(self) -> None:
        projection = Albers(105, (25, 47))
        (x0, y0), (x1, y1) = projection.project(((105, 30), (105, 40)))
        assert x0 == x1 == 0 and y1 > y0
        (x0, _y), (x1, _y) = projection.project(((104.95, 47), (105.05, 47)))
        assert x1 - x0 == pytest.approx(math.radians(0.1) * math.cos(math.radians(47)), rel=1e-5)


RING = [(0.0, 0.0), (40.0, 0.0), (40.0, 40.0), (0.0, 40.0), (0.0, 0.0)]
HOLE = [(10.0, 10.0), (30.0, 10.0), (30.0, 30.0), (10.0, 30.0), (10.0, 10.0)]
ISLAND = [(50.0, 0.0), (54.0, 0.0), (54.0, 4.0), (50.0, 0.0)]


class TestInside:
    def test_rows_leave_holes_out(self) -> None:
        assert inside.rows_at([RING, HOLE, ISLAND], [2, 20]) == [
            (2, [(0, 40), (52, 54)]),
            (20, [(0, 10), (30, 40)]),
        ]

    def test_a_grid_leaves_holes_out(self) -> None:
        expected = {(x, y) for x in (8, 16, 24, 32) for y in (0, 8, 16, 24, 32)}
        expected -= {(x, y) for x in (16, 24) for y in (16, 24)}
        assert set(inside.grid([RING, HOLE], 8)) == expected

    def test_a_name_stands_where_it_has_most_room(self) -> None:
        """In the lower bar of an L, which is 100 wide and 20 high; the other one is 20 wide and 100 high."""
        bent = [(0.0, 0.0), (100.0, 0.0), (100.0, 20.0), (20.0, 20.0), (20.0, 100.0), (0.0, 100.0), (0.0, 0.0)]
        rows = inside.rows_of_largest([bent])
        low = inside.spot(rows, 8)
        assert low.x == 50 and 4 < low.y < 16 and low.width == 100
        high = inside.spot(rows, 40)
        assert high.x == 10 and high.y > 20 and high.width == 20
        assert inside.spot(rows, 200).width == 0, "nowhere so high"

    def test_a_ring_of_no_height_to_speak_of_still_has_a_point(self) -> None:
        flat = [(0.0, 0.0), (1.0, 0.0), (1.0, 1e-6), (0.0, 0.0)]
        spot = inside.spot(inside.rows_of_largest([flat]), 14)
        assert 0 < spot.x < 1 and spot.width == 0


def regions() -> dict[str, dict[str, str]]:
    with (ROOT / "dbt_project" / "seeds" / "regions.csv").open(encoding="utf-8") as file:
        return {row["region_code"]: row for row in csv.DictReader(file)}


def by_place() -> dict[str, list[str]]:
    """The divisions that the page shows of each place, as `queries.regions.by_division` has them."""
    places: dict[str, list[str]] = defaultdict(list)
    for code, row in regions().items():
        above = {
            "province": "",
            "prefecture": row["province_code"],
            "county": row["prefecture_code"] or row["province_code"],
        }
        places[above[row["level"]]].append(code)
    return places


class TestBoundaries:
    def test_every_division_has_one_or_is_known_to_have_none(self) -> None:
        places = by_place()
        assert len(places) > 330
        absent = {code for codes in places.values() for code in set(codes) - boundaries.of(codes).areas.keys()}
        assert absent == WITHOUT_BOUNDARY

    def test_levels_hold_no_other_codes(self) -> None:
        known = regions()
        for name in boundaries.LEVELS:
            assert boundaries.level(name).areas.keys() <= known.keys()
        assert {known[code]["level"] for code in boundaries.level("county").areas} == {"county"}
        assert not any(code.startswith("71") for code in boundaries.level("prefecture").areas), "see docs/regions.md"

    def test_rings_are_closed_and_lie_in_china(self) -> None:
        for name in boundaries.LEVELS:
            for code, rings in boundaries.level(name).areas.items():
                assert rings and all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings), code
                west, south, east, north = bounds_of(rings)
                assert 73 < west < east < 136 and 3 < south < north < 54, code

    def test_places_lie_where_they_are(self) -> None:
        """A point in the middle of each town, by hand."""
        towns = {
            "530000": (102.7, 25.0),
            "110000": (116.4, 39.9),
            "650000": (87.6, 43.8),
            "710000": (121.0, 24.0),
            "230000": (126.6, 45.8),
        }
        provinces = boundaries.level("province").areas
        for code, (x, y) in towns.items():
            assert [other for other, rings in provinces.items() if is_inside(rings, x, y)] == [code]
        assert is_inside(boundaries.level("prefecture").areas["530100"], 102.7, 25.0)
        assert is_inside(boundaries.level("county").areas["530129"], 103.25, 25.56), "Xundian"

    def test_neighbours_share_their_border(self) -> None:
        """To the last digit: Kunming with each prefecture of Yunnan beside it."""
        known = boundaries.level("prefecture").areas
        kunming = {point for ring in known["530100"] for point in ring}
        for code in ("530300", "530400", "532300", "532500"):
            assert len(kunming & {point for ring in known[code] for point in ring}) > 5, code

    def test_the_line_of_the_south_china_sea_is_whole(self) -> None:
        sea = boundaries.level("province").sea
        assert len(sea) == 10
        west, south, east, north = bounds_of(sea)
        assert (round(west), round(south), round(east), round(north)) == (108, 3, 123, 25)


def is_inside(rings: tuple[topojson.Line, ...] | list[list[topojson.Point]], x: float, y: float) -> bool:
    """Whether a ray to the east crosses the rings an odd number of times."""
    odd = False
    for ring in rings:
        for (x0, y0), (x1, y1) in itertools.pairwise(ring):
            if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
                odd = not odd
    return odd


@pytest.mark.parametrize("place", ["", "530000", "460000", "460300", "330900", "350200", "500000"])
def test_handles_lie_inside_their_division_and_on_the_sheet(place: str) -> None:
    codes = set(by_place()[place])
    sheets = panels(tuple(sorted(codes)))
    assert {code for panel in sheets for code in panel.areas} == codes - WITHOUT_BOUNDARY
    for panel in sheets:
        assert panel.width <= WIDTH + 1e-6 and panel.height <= HEIGHT + 1e-6
        for code, area in panel.areas.items():
            assert area.handles, code
            for x, y in area.handles:
                assert is_inside(area.rings, x, y), code
                assert 0 <= x <= panel.width and 0 <= y <= panel.height


def test_the_country_shows_the_whole_line_and_hainan_has_a_second_sheet_for_it() -> None:
    codes = by_place()
    [country] = panels(tuple(codes[""]))
    near, far = panels(tuple(codes["460000"]))
    for panel in (country, far):
        whole = [line for line in panel.lines if all(0 <= x <= panel.width and 0 <= y <= panel.height for x, y in line)]
        assert len([line for line in whole if bounds_of([line])[1] < panel.height * 0.95]) >= 10
    assert list(far.areas) == ["460300"] and "460300" not in near.areas


def test_an_island_too_small_to_be_seen_is_drawn_as_a_dot() -> None:
    [country] = panels(tuple(by_place()[""]))
    for area in country.areas.values():
        for ring in area.rings:
            left, low, right, high = bounds_of([ring])
            assert max(right - left, high - low) > 0.79


FRAME = pl.DataFrame(
    {
        "region_code": ["530100", "530102", "530111", "530124", "999999"],
        "name": ["昆明市", "五华区", "官渡区", "富民县", "某县"],
        "is_own": [True, False, False, False, False],
        "report_count": [1, 2, 0, 1, 1],
        "execution_rate": [0.5, 0.25, None, None, 1.0],
        "mean_score": [80.0, 97.0, None, 88.0, 70.0],
        "findings_per_100_reports": [0.0, 1150.0, None, 0.0, 0.0],
    }
)


def handles(figure: go.Figure) -> dict[str, go.Scatter]:
    """The traces that take clicks, by the name in their tooltips."""
    found = [trace for trace in figure.data if trace.customdata is not None]
    return {trace.text.partition("</b>")[0].removeprefix("<b>"): trace for trace in found}


class TestFigure:
    def test_divisions_take_clicks_where_there_are_reports(self) -> None:
        found = handles(choropleth(FRAME, measure="execution_rate", marked=None, dark=False))
        assert {name: set(trace.customdata) for name, trace in found.items()} == {
            "五华区": {"530102"},
            "官渡区": {None},
            "富民县": {"530124"},
        }
        assert "没有报告" in found["官渡区"].text and "97" in found["五华区"].text

    def test_colours_are_those_of_the_tiles(self) -> None:
        for measure in ("execution_rate", "mean_score", "report_count"):
            drawn = FRAME.filter(pl.col("region_code").is_in(["530102", "530111", "530124"]))
            grid = tiles(drawn, measure=measure, marked=None, dark=False).layout.shapes
            fills = {shape.fillcolor for shape in grid}
            areas = choropleth(drawn, measure=measure, marked=None, dark=False).layout.shapes
            assert {shape.fillcolor for shape in areas if shape.fillcolor} == fills

    def test_empty_ones_are_pale_and_come_first_and_the_marked_one_last(self) -> None:
        shapes = choropleth(FRAME, measure="execution_rate", marked="530124", dark=False).layout.shapes
        areas = [shape for shape in shapes if shape.fillcolor]
        assert [shape.opacity for shape in areas] == [0.45, 1, 1]
        assert [shape.line.width for shape in areas] == [1, 1, 3]
        assert areas[0].fillcolor == areas[2].fillcolor == LIGHT.surface, "no reports; no rate"

    def test_what_the_place_filed_itself_stands_above(self) -> None:
        figure = choropleth(FRAME, measure="execution_rate", marked=None, dark=False)
        [own] = [words for words in figure.layout.annotations if words.yref == "paper"]
        assert own.text == "本级<br><b>50.00%</b>" and "本级" in own.hovertext and own.yanchor == "bottom"
        without = choropleth(FRAME.filter(~pl.col("is_own")), measure="execution_rate", marked=None, dark=False)
        assert not [words for words in without.layout.annotations if words.yref == "paper"]
        assert figure.layout.height > without.layout.height

    def test_names_stand_where_they_fit(self) -> None:
        codes = by_place()["530000"]
        figure = choropleth(counties(codes), measure="report_count", marked=None, dark=False)
        said = [words.text for words in figure.layout.annotations]
        assert "曲靖市<br><b>1</b>" in said and len(said) <= len(codes)

    def test_no_part_of_plotly_that_asks_other_hosts(self) -> None:
        figure = choropleth(FRAME, measure="execution_rate", marked=None, dark=False)
        assert {trace.type for trace in figure.data} == {"scatter"}
        assert not figure.layout.to_plotly_json().keys() & {"geo", "map", "mapbox", "images"}

    def test_both_axes_have_one_scale(self) -> None:
        figure = choropleth(FRAME, measure="execution_rate", marked=None, dark=False)
        assert figure.layout.yaxis.scaleanchor == "x"

    def test_it_is_fast_and_small(self) -> None:
        codes = by_place()["530100"]
        frame = counties(codes)
        boundaries.of(codes)
        choropleth(frame, measure="report_count", marked=None, dark=False)
        panels.cache_clear()
        start = time.process_time()
        figure = choropleth(frame, measure="report_count", marked=None, dark=False)
        assert time.process_time() - start < 0.5, "seconds, with much to spare for a slow machine"
        assert len(figure.to_json()) < 100_000
        country = choropleth(counties(by_place()[""]), measure="report_count", marked=None, dark=False)
        assert len(country.to_json()) < 300_000


def counties(codes: list[str]) -> pl.DataFrame:
    known = regions()
    return pl.DataFrame(
        {
            "region_code": codes,
            "name": [known[code]["region_name"] for code in codes],
            "is_own": [False] * len(codes),
            "report_count": [1] * len(codes),
            "execution_rate": [0.5] * len(codes),
            "mean_score": [80.0] * len(codes),
            "findings_per_100_reports": [0.0] * len(codes),
        }
    )


def test_islands_are_named_in_the_sea_and_what_is_very_small_is_a_dot() -> None:
    square = [(0.0, 0.0), (5.0, 0.0), (5.0, 5.0), (0.0, 5.0), (0.0, 0.0)]
    small = Area([square], bounds_of([square]))
    assert small.is_small and not small.is_scattered
    near, far = [(x + 40, y) for x, y in square], [(x + 90, y + 90) for x, y in square]
    islands = Area([square, near, far], bounds_of([square, near, far]))
    assert islands.is_scattered and not islands.is_small
    large = [(3 * x, 3 * y) for x, y in square]
    with_an_island = Area([large, far], bounds_of([large, far]))
    assert not with_an_island.is_scattered, "one part is most of the land"


def test_a_dot_is_seen_only_where_there_is_something_to_open() -> None:
    country = counties(by_place()[""])
    macau = pl.col("region_code") == "820000"
    for count, opacity in ((1, 1), (0, 0)):
        frame = country.with_columns(report_count=pl.when(macau).then(count).otherwise(1))
        found = handles(choropleth(frame, measure="report_count", marked=None, dark=False))
        assert found["澳门特别行政区"].marker.opacity == opacity and found["云南省"].marker.opacity == 0
