"""Dictionary, regions and search, as a person uses them."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect
from visiting import open_page, parameters, settled, switch_to_english, tile

from dashboard import formats
from dashboard.access import Gate


def test_the_dictionary_counts_what_is_published(page: Page, address: str, gate: Gate) -> None:
    public = gate.query("SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'marts'").frame.item()
    open_page(page, address, "dictionary")
    tables = page.locator("button[data-open^='marts.']")
    expect(tables).to_have_count(public)
    switch_to_english(page)
    expect(page.get_by_text("Divisions of GB/T", exact=False).first).to_be_visible()
    expect(tables).to_have_count(public)


def test_lineage_leads_from_table_to_table(page: Page, address: str) -> None:
    open_page(page, address, "dictionary", table="marts.fct_evaluations")
    _click_box(page, "int_counting")
    page.wait_for_url("**/dictionary?*table=intermediate.int_counting*")
    expect(page.locator("h2")).to_have_text("int_counting")
    page.locator("button[data-open='marts.fct_evaluations']").click()
    page.wait_for_url("**/dictionary?*table=marts.fct_evaluations*")


def test_search_counts_what_the_marts_hold(page: Page, address: str, gate: Gate) -> None:
    sql = "SELECT count(*) FROM document_cells WHERE contains(text, '满意度')"
    open_page(page, address, "search", q="满意度")
    count = gate.query(sql).frame.item()
    assert count < 200
    expect(page.get_by_role("heading", name=re.compile(f" {count}$"))).to_be_visible()
    expect(page.locator("mark").filter(has_text="满意度")).not_to_have_count(0)


def test_a_word_typed_beside_any_page_leads_to_its_cell(page: Page, address: str) -> None:
    open_page(page, address, "execution")
    box = page.get_by_test_id("stSidebar").get_by_role("textbox")
    box.fill("营商环境 资金")
    box.press("Enter")
    page.wait_for_url("**/search?*q=*")
    page.locator("button[data-open*=' cell:']").first.click()
    page.wait_for_url("**/project?*source=cell*")
    focus = page.get_by_role("dialog").locator(".focus")
    expect(focus.first).to_have_text(re.compile("资金|营商环境"))


def test_the_rate_of_a_place_is_the_marts(page: Page, address: str, gate: Gate) -> None:
    sql = """
        SELECT execution_rate FROM agg_execution_by_region_year
        WHERE region_code = '530100' AND fiscal_year = 2024 AND scope = 'with_subordinates'
    """
    rate = formats.percent(gate.query(sql).frame.item())
    open_page(page, address, "regions", district="530100", year="2024")
    expect(tile(page, "执行率")).to_have_text(rate)
    switch_to_english(page)
    expect(tile(page, "Execution rate")).to_have_text(rate)


def test_the_map_leads_from_the_country_to_a_report(page: Page, address: str, gate: Gate) -> None:
    page.set_viewport_size({"width": 1280, "height": 1300})
    open_page(page, address, "regions", measure="report_count")
    expect(page.get_by_text("没有审图号")).to_be_visible()
    for code in ("530000", "530100", "530112"):
        _click_division(page, code)
        page.wait_for_url(f"**district={code}*")
    _reports_stand_below(page, gate, "530112")


def test_tiles_lead_from_the_country_to_a_report(page: Page, address: str, gate: Gate) -> None:
    open_page(page, address, "regions", measure="report_count")
    page.get_by_text("方格", exact=True).click()
    expect(page.get_by_text("方格示意")).to_be_visible()
    settled(page)
    for name, code in (("云南", "530000"), ("昆明市", "530100"), ("西山区", "530112")):
        _click_box(page, name)
        page.wait_for_url(f"**district={code}*")
    assert parameters(page)["shape"] == ["tiles"], "the choice stays through the clicks"
    _reports_stand_below(page, gate, "530112")


def _reports_stand_below(page: Page, gate: Gate, code: str) -> None:
    assert parameters(page)["measure"] == ["report_count"], "the choice stays through the clicks"
    sql = "SELECT report_id FROM fct_evaluations WHERE region_code = ?"
    filed = gate.query(sql, [code]).frame["report_id"].to_list()
    expect(page.get_by_role("heading", name=re.compile(f"本级单位的报告（{len(filed)}）"))).to_be_visible()
    page.locator(f"button[data-open='{filed[0]}']").click()
    page.wait_for_url(f"**/project?*report={filed[0]}*")


PLACE_OF_DIVISION = """code => {
    const plot = document.querySelector(".js-plotly-plot");
    const trace = plot?._fullData?.find(trace => trace.customdata?.includes(code));
    if (!trace) return null;
    const {xaxis, yaxis} = plot._fullLayout, frame = plot.getBoundingClientRect();
    return [frame.x + xaxis._offset + xaxis.l2p(trace.x[0]), frame.y + yaxis._offset + yaxis.l2p(trace.y[0])];
}"""
"""Where on the screen a point lies that takes the clicks of a division; nothing while the map does not show it."""


def _click_division(page: Page, code: str) -> None:
    page.wait_for_function(PLACE_OF_DIVISION, arg=code)
    settled(page)
    x, y = page.evaluate(PLACE_OF_DIVISION, code)
    page.mouse.move(x, y)
    expect(page.locator(".hoverlayer .hovertext")).to_be_visible()
    page.mouse.click(x + 3, y)


def _click_box(page: Page, name: str) -> None:
    label = page.get_by_test_id("stPlotlyChart").locator(".annotation-text").filter(has_text=name)
    expect(label).to_be_visible()
    label.hover(force=True)
    box = label.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_the_lineage_is_taken_away_as_a_picture(page: Page, address: str) -> None:
    open_page(page, address, "dictionary", table="marts.fct_evaluations")
    page.get_by_test_id("stPopoverButton").first.click()
    with page.expect_download() as waiting:
        page.get_by_test_id("stPopoverBody").get_by_role("button", name="SVG").click()
    assert waiting.value.suggested_filename.endswith(".svg")
