"""Every page in both languages and both themes, with its first figure; contrast, labels and names for those who hear
the page are measured by axe."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
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
    "scores": (
        "可比的标准指标：{}",
        "SELECT count(DISTINCT indicator_key) FROM fct_indicator_scores"
        " INNER JOIN fct_evaluations USING (report_id) WHERE counts_in_totals AND weight > 0 AND score IS NOT NULL",
    ),
    "review": ("共 {} 条", "SELECT count(*) FROM fct_review_findings"),
    "intake": ("已读取 {}", "SELECT count(*) FROM dim_documents WHERE status = 'loaded' AND replaced_at IS NULL"),
}
"""Words of a page that hold its first figure, and what the marts say of it."""
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
    if path in FIGURES:
        words, sql = FIGURES[path]
        shown = words.format(gate.query(sql).frame.item())
        expect(page.get_by_test_id("stMain").get_by_text(shown).first).to_be_visible()
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
    expect(page.get_by_test_id("stException")).to_have_count(0)


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
