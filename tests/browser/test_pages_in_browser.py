"""What a person sees and does, on the sample reports."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from serving import served
from visiting import PROJECT, budget, left, open_page, parameters, report_id, settled, switch_to_english, tile

from dashboard import formats
from dashboard.access import Gate

TABLET = ViewportSize(width=820, height=1180)


def test_overview(page: Page, address: str, gate: Gate) -> None:
    open_page(page, address)
    expect(tile(page, "预算")).to_have_text(budget(gate))
    expect(page.locator(".js-plotly-plot")).to_have_count(5)
    first, second = (page.locator(f".st-key-{name}-head") for name in ("execution", "scores"))
    assert left(first) < left(second), "side by side"
    page.set_viewport_size(TABLET)
    page.wait_for_function("document.querySelector('.stMainBlockContainer').clientWidth < 600")
    assert left(first) == left(second), "below each other"


def test_project(page: Page, address: str, gate: Gate) -> None:
    open_page(page, address, "project", report=report_id(gate))
    expect(page.locator("h1")).to_have_text(PROJECT)
    for funding, label in (("项目资金（万元）", "预算"), ("Funding (10,000 CNY)", "Budget")):
        expect(page.locator("h2").first).to_have_text(funding)
        expect(tile(page, label)).to_have_text("83.67")
        switch_to_english(page)


def test_language_switch_keeps_the_view(page: Page, address: str, gate: Gate) -> None:
    open_page(page, address, "overview", form="narrative")
    shown = tile(page, "预算").inner_text()
    assert shown == budget(gate, "form = 'narrative'")
    switch_to_english(page)
    expect(page.locator("h1")).to_have_text("Overview")
    expect(tile(page, "Budget")).to_have_text(shown)


def test_filter_by_district(page: Page, address: str, gate: Gate) -> None:
    open_page(page, address)
    page.get_by_role("button", name="地区", exact=True).click()
    page.get_by_role("checkbox", name="五华区").check()
    expected = budget(gate, "region_code = '530102'")
    expect(tile(page, "预算")).to_have_text(expected)
    assert parameters(page)["district"] == ["530102"]
    page.goto(page.url)
    settled(page)
    expect(tile(page, "预算")).to_have_text(expected)
    page.get_by_role("button", name="地区", exact=True).click()
    page.get_by_role("checkbox", name="昆明市").check()
    expect(tile(page, "预算")).to_have_text(budget(gate, "region_code LIKE '5301%'"))
    assert parameters(page)["district"] == ["530100"], "the city stands for its districts"


def test_filters_go_along_to_every_page_and_back(page: Page, address: str) -> None:
    open_page(page, address, district="530112", year="2024", unit="yi")
    pages = {"sql": "SQL 查询", "execution": "预算执行", "scores": "指标得分", "review": "自评复核", "project": "项目"}
    for path, title in pages.items():
        page.get_by_test_id("stSidebar").get_by_role("link", name=title).click()
        page.wait_for_url(f"**/{path}?*")
        settled(page)
        asked = {name: values[0] for name, values in parameters(page).items()}
        assert asked | {"district": "530112", "year": "2024", "unit": "yi"} == asked
    trail = page.locator(".st-key-trail")
    page.go_back()
    expect(page.locator("h1")).to_have_text(pages["review"])
    settled(page)
    trail.get_by_role("button", name="昆明市").click()
    expect(trail.get_by_text("西山区")).to_have_count(0)
    settled(page)
    assert parameters(page)["district"] == ["530100"]
    page.go_back()
    expect(trail.get_by_text("西山区")).to_be_visible()
    assert parameters(page)["district"] == ["530112"]


def test_a_chart_gives_its_rows_statement_and_files(page: Page, address: str, gate: Gate) -> None:
    open_page(page, address, year="2024")
    head = page.locator(".st-key-execution-head")
    for button, suffix, beginning in (
        ("CSV", "csv", b"\xef\xbb\xbf"),
        ("Excel", "xlsx", b"PK"),
        ("PNG", "png", b"\x89PNG"),
        ("SVG", "svg", b"<svg"),
    ):
        head.get_by_test_id("stPopoverButton").first.click()
        with page.expect_download() as waiting:
            page.get_by_test_id("stPopoverBody").get_by_role("button", name=button).click()
        assert waiting.value.suggested_filename == f"各地区预算执行率.{suffix}"
        assert Path(waiting.value.path()).read_bytes().startswith(beginning)
        page.keyboard.press("Escape")
        expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    head.get_by_text("SQL", exact=True).click()
    page.get_by_role("link", name="在 SQL 页打开").click()
    expect(page.locator("h1")).to_have_text("SQL 查询")
    main = page.get_by_test_id("stMain")
    main.get_by_role("button", name="运行").click()
    rows = gate.query("SELECT count(DISTINCT region_code) FROM fct_evaluations WHERE fiscal_year = 2024").frame.item()
    expect(main.get_by_text(f"{rows} 行")).to_be_visible()


def test_from_a_high_score_to_the_cell_that_says_zero(page: Page, address: str) -> None:
    open_page(page, address)
    page.get_by_role("button", name=PROJECT, exact=True).first.click()
    expect(page.locator("h1")).to_have_text(PROJECT)
    expect(tile(page, "得分")).to_have_text("97")
    tile(page, "支出").click()
    cell = page.get_by_role("dialog").locator("td.focus")
    expect(cell).to_have_text("0")
    expect(cell).to_be_in_viewport()
    assert parameters(page)["source"][0].endswith(":executed")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.wait_for_function("!location.search.includes('source')")


def test_from_a_lost_point_to_its_cell(page: Page, address: str, gate: Gate) -> None:
    open_page(page, address, "project", report=report_id(gate), lang="English")
    row = page.locator("tr").filter(has=page.locator(".lost", has_text="3")).filter(has_text="预算执行率")
    row.locator("button[data-open$=':score']").click()
    expect(page.get_by_role("dialog").locator("td.focus")).to_have_text("0")
    expect(page.get_by_role("dialog")).to_contain_text("Source")


def test_from_a_finding_to_its_place(page: Page, address: str) -> None:
    open_page(page, address)
    page.locator("button[data-open*=' finding:']").first.click()
    expect(page.get_by_role("dialog").locator(".focus, .row").first).to_be_in_viewport()
    assert parameters(page)["source"][0].startswith("finding:")


def test_point_of_a_chart_opens_its_report(page: Page, address: str) -> None:
    open_page(page, address)
    page.locator(".js-plotly-plot").nth(1).locator("path.point").first.scroll_into_view_if_needed()
    page.locator(".js-plotly-plot").nth(1).locator("path.point").first.click(force=True)
    page.wait_for_url("**/project?report=*")
    expect(page.locator("h1")).to_be_visible()


def test_a_cell_of_the_heat_map_filters_by_its_district_and_year(page: Page, address: str, gate: Gate) -> None:
    sql = "SELECT execution_rate FROM agg_execution_by_region_year WHERE region_code = '530102' AND fiscal_year = 2024"
    [rate] = gate.query(f"{sql} AND scope = 'with_subordinates'").frame["execution_rate"]
    open_page(page, address)
    chart = page.locator(".js-plotly-plot").first
    cell = chart.locator(".heatmap-label", has_text=formats.percent(rate))
    expect(cell).to_be_visible()
    cell.hover(force=True)
    expect(chart.locator(".hoverlayer")).to_contain_text("五华区 2024")
    box = cell.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_function("location.search.includes('district=530102') && location.search.includes('year=2024')")
    expect(tile(page, "预算")).to_have_text(budget(gate, "region_code = '530102' AND fiscal_year = 2024"))


def test_picking_another_report(page: Page, address: str) -> None:
    open_page(page, address, "project")
    page.get_by_test_id("stMain").get_by_role("combobox").click()
    page.get_by_role("option", name="党建活动经费").first.click()
    expect(page.locator("h1")).to_have_text("党建活动经费")
    assert "report" in parameters(page)


def test_text_of_a_document_never_becomes_part_of_the_page(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [str(Path(__file__).parents[1] / "dashboard"), *sys.path])
    from published_fixture import HOSTILE, HOSTILE_MARKDOWN, build

    with served(build(tmp_path)) as address:
        open_page(page, address, "project", report="r1", source="line:1:executed")
        expect(page.get_by_role("dialog").locator("td.focus")).to_have_text("0")
        expect(page.get_by_role("dialog").locator("td.row").first).to_have_text(HOSTILE)
        expect(page.locator("h1").first).to_have_text(f"营商环境专项经费{HOSTILE_MARKDOWN}")
        assert page.locator("img[onerror]").count() == 0
        page.goto("about:blank")
