"""Divisions: the questions, the tiles, and the page without a browser."""

from __future__ import annotations

import csv
from pathlib import Path

import polars as pl
import pytest
from test_pages import opened, shown

from dashboard.charts.regions import boundaries, names
from dashboard.charts.regions.boundaries import Boundaries
from dashboard.charts.regions.panels import panels
from dashboard.charts.regions.tiles import tiles
from dashboard.charts.theme import DARK, LIGHT, Palette
from dashboard.filters import Filters
from dashboard.published import ask
from dashboard.queries import regions
from support.marts import ROOT, Marts

PAGE = "views/regions/page.py"


@pytest.fixture
def home(published_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_HOME", str(published_home))


def divisions(inside: str, **chosen: list[int] | list[str]) -> dict[str, dict[str, object]]:
    rows = regions.by_division(Filters(**chosen), inside).frame.to_dicts()  # type: ignore[arg-type]
    return {row["region_code"]: row for row in rows}


@pytest.mark.usefixtures("home")
class TestQuestions:
    def test_a_province_holds_all_that_lies_in_it(self) -> None:
        yunnan = divisions(regions.COUNTRY)["530000"]
        assert yunnan["report_count"] == 3
        assert yunnan["execution_rate"] == pytest.approx(31.48 / (83.67 + 32)), "of the two with both amounts"
        assert yunnan["mean_score"] == pytest.approx((97 + 94 + 100) / 3)
        assert yunnan["findings_per_100_reports"] == pytest.approx(100 / 3)

    def test_prefectures_of_a_province(self) -> None:
        found = divisions("530000")
        assert {code: row["report_count"] for code, row in found.items()} == {"530100": 2, "530900": 1}
        assert found["530900"]["execution_rate"] is None, "it does not say what was spent"

    def test_counties_of_a_prefecture_with_those_that_filed_nothing(self) -> None:
        found = divisions("530100", years=[2024])
        assert {code: row["report_count"] for code, row in found.items()} == {"530102": 1, "530124": 0}
        assert found["530124"]["mean_score"] is None and found["530124"]["findings_per_100_reports"] is None

    def test_what_a_place_filed_itself_stands_beside_what_lies_in_it(self) -> None:
        assert {code: row["is_own"] for code, row in divisions("530900").items()} == {"530900": True}
        assert not any(row["is_own"] for row in divisions("530000").values()), "the province filed nothing itself"
        own = regions.of_own_units(Filters(), "530900", 10)
        assert own["report_id"].to_list() == ["r3"]
        assert regions.of_own_units(Filters(), "530100", 10).is_empty(), "those of its counties are theirs"

    def test_a_place_knows_what_it_lies_in(self) -> None:
        places = {code: regions.place(code).row(0, named=True) for code in ("530000", "530100", "530102")}
        assert {code: (row["parent_code"], row["has_divisions"]) for code, row in places.items()} == {
            "530000": ("", True),
            "530100": ("530000", True),
            "530102": ("530100", False),
        }


def test_rates_are_those_of_the_aggregates(marts: Marts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_HOME", str(marts.home))
    years = ask("SELECT DISTINCT fiscal_year FROM marts.agg_execution_by_region_year")["fiscal_year"].to_list()
    compared = 0
    for year in years:
        rates = ask(
            """
            SELECT region_code, execution_rate FROM marts.agg_execution_by_region_year
            WHERE fiscal_year = $year AND scope = 'with_subordinates'
            """,
            year=year,
        )
        expected = dict(rates.iter_rows())
        for inside in ("", "530000", "530100"):
            for code, row in divisions(inside, years=[year]).items():
                if not row["is_own"]:
                    assert row["execution_rate"] == pytest.approx(expected.get(code)), (year, code)
                    compared += row["execution_rate"] is not None
    assert compared


FRAME = pl.DataFrame(
    {
        "region_code": ["530102", "530111", "530124"],
        "name": ["五华区", "官渡区", "寻甸回族彝族自治县"],
        "is_own": [False, False, False],
        "report_count": [2, 0, 1],
        "execution_rate": [0.25, None, None],
        "mean_score": [97.0, None, 88.0],
        "findings_per_100_reports": [1150.0, None, 0.0],
    }
)


@pytest.mark.parametrize("measure", regions.MEASURES)
def test_a_tile_for_each_division_and_clicks_where_there_are_reports(measure: str) -> None:
    figure = tiles(FRAME, measure=measure, marked="530124", dark=False)
    assert len(figure.layout.shapes) == 3
    [handles] = [trace for trace in figure.data if trace.customdata is not None]
    assert list(handles.customdata) == ["530102", None, "530124"]
    assert [shape.line.width for shape in figure.layout.shapes] == [1, 1, 3]
    assert [shape.line.dash for shape in figure.layout.shapes] == ["solid", "dot", "solid"]
    assert "没有报告" in handles.text[1] and "97" in handles.text[0]
    assert "寻甸回族彝族自治县" in handles.text[2], "the tooltip has the whole name"


def test_a_division_without_the_measure_has_no_colour_and_says_so() -> None:
    figure = tiles(FRAME, measure="execution_rate", marked=None, dark=False)
    fills = [shape.fillcolor for shape in figure.layout.shapes]
    assert fills[0] != LIGHT.surface and fills[1] == fills[2] == LIGHT.surface
    assert figure.layout.annotations[2].text == "寻甸回族彝<br>族自治县<br><b>—</b>"


def test_a_name_that_is_too_long_ends_in_dots() -> None:
    frame = FRAME.with_columns(name=pl.lit("双江拉祜族佤族布朗族傣族自治县"))
    text = tiles(frame, measure="report_count", marked=None, dark=False).layout.annotations[0].text
    assert text == "双江拉祜族<br>佤族布朗…<br><b>2</b>"


def test_every_province_has_its_own_place_in_the_grid() -> None:
    with (ROOT / "dbt_project" / "seeds" / "regions.csv").open(encoding="utf-8") as file:
        provinces = {
            row["region_code"]: row["region_name"] for row in csv.DictReader(file) if row["level"] == "province"
        }
    with (Path(names.__file__).with_name("province_tiles.csv")).open(encoding="utf-8") as file:
        placed = {row["region_code"]: row for row in csv.DictReader(file)}
    assert placed.keys() == provinces.keys()
    assert all(provinces[code].startswith(tile["name_zh"]) for code, tile in placed.items())
    assert len({(tile["row"], tile["column"]) for tile in placed.values()}) == len(placed)


@pytest.mark.parametrize(("dark", "colours"), [(False, LIGHT), (True, DARK)])
def test_figures_on_tiles_can_be_read(dark: bool, colours: Palette) -> None:
    rates = [i / 20 for i in range(21)]
    frame = pl.DataFrame(
        {
            "region_code": [f"5301{i:02d}" for i in range(21)],
            "name": ["区"] * 21,
            "is_own": [False] * 21,
            "report_count": [i + 1 for i in range(21)],
            "execution_rate": rates,
            "mean_score": [60 + 40 * rate for rate in rates],
            "findings_per_100_reports": [100 * rate for rate in rates],
        }
    )
    for measure in regions.MEASURES:
        figure = tiles(frame, measure=measure, marked=None, dark=dark)
        for shape, annotation in zip(figure.layout.shapes, figure.layout.annotations, strict=True):
            assert contrast(shape.fillcolor, annotation.font.color) >= 4.5, (measure, shape.fillcolor)


def contrast(one: str, other: str) -> float:
    """The ratio that the accessibility guidelines define."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    if colour.startswith("#"):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    else:
        parts = [float(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.usefixtures("home")
class TestPage:
    def test_provinces_then_prefectures_then_counties(self) -> None:
        assert "云南省" in shown(opened(PAGE))
        words = shown(opened(PAGE, district="530000"))
        assert "昆明市" in words and "95.5" in words, "the mean of 97 and 94"
        assert "五华区" in shown(opened(PAGE, district="530100"))

    def test_a_county_is_marked_among_those_beside_it_with_its_reports(self) -> None:
        words = shown(opened(PAGE, district="530124"))
        assert "五华区" in words and "终端采购经费" in words and "本级单位的报告（1）" in words

    def test_two_districts_are_seen_from_the_country(self) -> None:
        words = shown(opened(PAGE, district=["530102", "530124"]))
        assert "云南省" in words and "本级单位的报告" not in words

    def test_a_nonsense_measure_is_the_first(self) -> None:
        app = opened(PAGE, measure="nonsense")
        assert not app.error and "云南省" in shown(app)

    def test_a_map_with_its_source_and_the_tiles_beside_it(self) -> None:
        words = shown(opened(PAGE))
        assert "天地图" in words and "没有审图号" in words and "没有边界数据" not in words
        assert "Tianditu" in shown(opened(PAGE, lang="English"))
        words = shown(opened(PAGE, shape="tiles"))
        assert "方格示意" in words and "天地图" not in words

    def test_the_map_names_the_divisions_that_it_does_not_show(self, monkeypatch: pytest.MonkeyPatch) -> None:
        areas = {"530102": boundaries.level("county").areas["530102"]}
        monkeypatch.setattr(boundaries, "of", lambda codes: Boundaries(areas, (), ()))
        panels.cache_clear()
        words = shown(opened(PAGE, district="530100"))
        panels.cache_clear()
        assert "图上未画：富民县。" in words

    def test_divisions_without_any_boundary_are_shown_as_tiles(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(boundaries, "of", lambda codes: Boundaries({}, (), ()))
        words = shown(opened(PAGE, district="530100"))
        assert "方格示意" in words and "天地图" not in words

    def test_another_shape_is_said_and_the_map_is_shown(self) -> None:
        app = opened(PAGE, shape="globe")
        assert "globe" in app.warning[0].value and "没有审图号" in shown(app)

    def test_filters_that_leave_nothing_say_so(self) -> None:
        assert opened(PAGE, district="530102", year="2022").info[0].value.startswith("没有符合筛选条件")

    def test_english(self) -> None:
        words = shown(opened(PAGE, lang="English", district="530900"))
        assert "own units" in words.lower() and "本级" not in words
