"""How a visitor comes to a page, and what stands on it."""

from __future__ import annotations

from urllib.parse import parse_qs, quote, urlsplit

from playwright.sync_api import Locator, Page, expect

from dashboard import formats
from dashboard.access import Gate

PROJECT = "优化营商环境专项经费"


def open_page(page: Page, address: str, path: str = "", **parameters: str) -> None:
    query = "&".join(f"{name}={quote(value)}" for name, value in parameters.items())
    page.goto(f"{address}/{path}?{query}")
    settled(page)


def switch_to_english(page: Page) -> None:
    page.get_by_role("radio", name="English").or_(page.get_by_role("button", name="English")).first.click()


def left(part: Locator) -> float:
    box = part.bounding_box()
    assert box is not None
    return box["x"]


def settled(page: Page) -> None:
    """Wait until the page has been drawn to its end."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator("h1").first).to_be_visible()


def tile(page: Page, label: str) -> Locator:
    """The value of a key figure."""
    return page.locator(".tile").filter(has=page.locator(f".label:text-is('{label}')")).locator(".value")


def budget(gate: Gate, where: str = "TRUE") -> str:
    sql = f"SELECT sum(budget_wan) FROM fct_evaluations WHERE counts_in_totals AND subject = 'project' AND {where}"
    return formats.money(gate.query(sql).frame.item())


def report_id(gate: Gate, name: str = PROJECT) -> str:
    return str(gate.query("SELECT report_id FROM fct_evaluations WHERE project_name = ?", [name]).frame.item())


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)
