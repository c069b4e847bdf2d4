"""Contrast, labels and names for those who hear the page, measured by axe in the browser."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from test_pages_in_browser import open_page, report_id, settled

from dashboard.access import Gate

PATHS = (
    *("", "execution", "scores", "regions", "review", "project", "bulletin", "sql", "dictionary", "search", "intake"),
)
VIEWS = {"dictionary": {"table": "marts.fct_evaluations"}, "regions": {"district": "530100"}, "search": {"q": "满意度"}}
"""What is asked of a page, where without it there would be little to look at."""
GRAVE = ("serious", "critical")
TRIES = 3
"""Colours of a page just opened may still be on their way."""
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""All that a theme changes."""
OF_STREAMLIT = {
    (
        "scrollable-region-focusable",
        "stSidebarContent",
    ): "the sidebar takes no tabindex; its links are reached one by one",
}
"""What is in Streamlit's own page and cannot be cured from outside: rule, `data-testid` of the element, and why."""


@pytest.mark.parametrize("path", PATHS)
def test_nothing_grave_is_found(page: Page, address: str, gate: Gate, path: str) -> None:
    page.emulate_media(color_scheme="light")
    open_page(page, address, path, **({"report": report_id(gate)} if path == "project" else VIEWS.get(path, {})))
    light = background(page)
    assert not (found := lasting(page)), "\n".join(found)
    page.emulate_media(color_scheme="dark")
    expect(page.get_by_test_id("stApp")).not_to_have_css("background-color", light)
    settled(page)
    assert not (found := lasting(page, COLOURS)), "\n".join(found)


def background(page: Page) -> str:
    return str(page.get_by_test_id("stApp").evaluate("app => getComputedStyle(app).backgroundColor"))


def lasting(page: Page, options: dict[str, Any] | None = None) -> list[str]:
    """What is grave, and stays so."""
    found = grave(page, options)
    for _ in range(TRIES):
        if found:
            page.wait_for_timeout(1000)
            found = grave(page, options)
    return found


def grave(page: Page, options: dict[str, Any] | None) -> list[str]:
    return [
        f"{violation['id']} at {node['target']}: {node['failureSummary']}\n{node['html'][:300]}"
        for violation in Axe().run(page, options=options).response["violations"]
        for node in violation["nodes"]
        if violation["impact"] in GRAVE and not _is_streamlits(violation["id"], node["html"])
    ]


def _is_streamlits(rule: str, html: str) -> bool:
    opening = html.partition(">")[0]
    return any(rule == known and f'data-testid="{place}"' in opening for known, place in OF_STREAMLIT)
