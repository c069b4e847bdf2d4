"""Every page in both languages and both themes, with its main figure; contrast, labels and names for those who hear
the page are measured by axe."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from visiting import PROJECT, open_page, report_id, settled, switch_to_english

from dashboard.access import Gate

PAGES = {
    "": ("总览", "Overview"),
    "execution": ("预算执行", "Execution"),
    "scores": ("指标得分", "Scores"),
    "regions": ("地区", "Regions"),
    "review": ("自评复核", "Review"),
    "project": (PROJECT, PROJECT),
    "bulletin": ("月报", "Monthly report"),
    "sql": ("SQL 查询", "SQL"),
    "dictionary": ("数据字典", "Dictionary"),
    "search": ("搜索", "Search"),
    "intake": ("数据接入", "Intake"),
}
"""Titles by path."""
FIGURES = {
    "execution": (
        ("实际支出{}", "Spent{}"),
        "SELECT format('{:,.2f}', CAST(sum(executed_wan) AS DOUBLE)) FROM fct_evaluations"
        " WHERE subject = 'project' AND counts_in_totals",
    ),
    "scores": (
        ("可比的标准指标：{}", "Standard indicators: {}"),
        "SELECT count(DISTINCT indicator_key) FROM fct_indicator_scores"
        " INNER JOIN fct_evaluations USING (report_id) WHERE counts_in_totals AND weight > 0 AND score IS NOT NULL",
    ),
    "review": (("共 {} 条", "of {} shown"), "SELECT count(*) FROM fct_review_findings"),
    "bulletin": (
        ("累计支出{}万元", "累计支出{}万元"),
        "SELECT format('{:,.2f}', CAST(sum(executed_wan) AS DOUBLE)) FROM fct_evaluations"
        " INNER JOIN dim_documents USING (document_id)"
        " WHERE subject = 'project' AND counts_in_totals AND budget_wan IS NOT NULL"
        " AND year(filed_month) = (SELECT max(year(filed_month)) FROM dim_documents)",
    ),
    "sql": (("{} 行", "{} rows"), "SELECT count(*) FROM fct_budget_execution"),
    "search": (("原文 {}", "Text of reports {}"), "SELECT count(*) FROM document_cells WHERE contains(text, '满意度')"),
    "intake": (
        ("已读取 {}", "Loaded {}"),
        "SELECT count(*) FROM dim_documents WHERE status = 'loaded' AND replaced_at IS NULL",
    ),
}
"""Words of a page that hold its main figure, in Chinese and in English, and what the marts say of it. The other pages'
are compared where they are visited by themselves."""
VIEWS = {"dictionary": {"table": "marts.fct_evaluations"}, "regions": {"district": "530100"}, "search": {"q": "满意度"}}
"""What is asked of a page, where without it there would be little to look at."""
GRAVE = ("serious", "critical")
TRIES = 3
"""Colours of a page just opened may still be on their way."""
EVERYTHING = {"resultTypes": ["violations"]}
COLOURS = EVERYTHING | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""All that a theme changes."""
OF_STREAMLIT = {
    (
        "scrollable-region-focusable",
        "stSidebarContent",
    ): "the sidebar takes no tabindex; its links are reached one by one",
}
"""What is in Streamlit's own page and cannot be cured from outside: rule, `data-testid` of the element, and why."""


@pytest.mark.parametrize("path", PAGES)
def test_each_page(page: Page, address: str, gate: Gate, path: str) -> None:
    chinese, english = PAGES[path]
    open_page(page, address, path, **({"report": report_id(gate)} if path == "project" else VIEWS.get(path, {})))
    expect(page.locator("h1")).to_have_text(chinese)
    in_chinese, in_english = main_figure(gate, path)
    expect(main_part(page, path)).to_contain_text(in_chinese)
    light = background(page)
    assert not (found := lasting(page, EVERYTHING)), "\n".join(found)
    page.emulate_media(color_scheme="dark")
    expect(page.get_by_test_id("stApp")).not_to_have_css("background-color", light)
    settled(page)
    assert not (found := lasting(page, COLOURS)), "\n".join(found)
    switch_to_english(page)
    expect(page.get_by_test_id("stSidebar").get_by_role("link", name="Execution")).to_be_visible()
    settled(page)
    expect(page.locator("h1")).to_have_text(english)
    expect(main_part(page, path)).to_contain_text(in_english)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def main_figure(gate: Gate, path: str) -> tuple[str, str]:
    """The words that hold it in Chinese and in English; none where the page is compared elsewhere."""
    if path not in FIGURES:
        return "", ""
    (chinese, english), sql = FIGURES[path]
    figure = gate.query(sql).frame.item()
    return chinese.format(figure), english.format(figure)


def main_part(page: Page, path: str) -> Locator:
    return page.frame_locator("iframe").locator("main") if path == "bulletin" else page.get_by_test_id("stMain")


def background(page: Page) -> str:
    return str(page.get_by_test_id("stApp").evaluate("app => getComputedStyle(app).backgroundColor"))


def lasting(page: Page, options: dict[str, Any]) -> list[str]:
    """What is grave, and stays so."""
    found = grave(page, options)
    for _ in range(TRIES):
        if found:
            page.wait_for_timeout(1000)
            found = grave(page, options)
    return found


def grave(page: Page, options: dict[str, Any]) -> list[str]:
    return [
        f"{violation['id']} at {node['target']}: {node['failureSummary']}\n{node['html'][:300]}"
        for violation in Axe().run(page, options=options).response["violations"]
        for node in violation["nodes"]
        if violation["impact"] in GRAVE and not _is_streamlits(violation["id"], node["html"])
    ]


def _is_streamlits(rule: str, html: str) -> bool:
    opening = html.partition(">")[0]
    return any(rule == known and f'data-testid="{place}"' in opening for known, place in OF_STREAMLIT)
