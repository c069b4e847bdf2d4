"""The pages beyond overview and project, as a person sees and uses them."""

from __future__ import annotations

import re
from pathlib import Path

from docx import Document
from playwright.sync_api import Page, expect
from visiting import open_page, parameters

from dashboard import formats
from dashboard.access import Gate


def test_the_money_spent_is_the_marts(page: Page, address: str, gate: Gate) -> None:
    sql = "SELECT sum(executed_wan) FROM fct_evaluations WHERE subject = 'project' AND counts_in_totals"
    open_page(page, address, "execution")
    row = page.locator("tr.strong").filter(has_text="实际支出")
    expect(row).to_contain_text(formats.money(gate.query(sql).frame.item()))


def test_a_project_without_spending_is_named_and_opens(page: Page, address: str) -> None:
    open_page(page, address, "execution")
    page.get_by_role("button", name="优化营商环境专项经费", exact=True).first.click()
    page.wait_for_url("**/project?report=*")
    expect(page.locator("h1")).to_have_text("优化营商环境专项经费")


def test_a_lost_point_leads_to_its_cell(page: Page, address: str) -> None:
    open_page(page, address, "scores")
    page.locator("button[data-open*=' indicator:']").first.click()
    expect(page.get_by_role("dialog").locator("td.focus, td.row").first).to_be_visible()


def test_a_recipe_is_run_and_taken_away(page: Page, address: str, gate: Gate) -> None:
    open_page(page, address, "sql")
    main = page.get_by_test_id("stMain")
    main.get_by_role("combobox").first.click()
    page.get_by_role("option", name="各规则的发现数").click()
    main.get_by_role("button", name="运行").click()
    expect(main.get_by_role("button", name="CSV", exact=True)).to_be_visible()
    with page.expect_download() as waiting:
        main.get_by_role("button", name="CSV", exact=True).click()
    content = Path(waiting.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert content[0] == "rule_id,rule_title_zh,finding_count,error_count,warning_count,info_count,report_count"
    expected = gate.query("SELECT count(DISTINCT rule_id) FROM fct_review_findings").frame.item()
    assert len(content) - 1 == expected
    main.get_by_role("tab", name="图表").click()
    for button, suffix, beginning in (("PNG", "png", b"\x89PNG"), ("SVG", "svg", b"<svg")):
        with page.expect_download() as waiting:
            main.get_by_role("button", name=button, exact=True).click()
        assert waiting.value.suggested_filename == f"jixiao.{suffix}"
        assert Path(waiting.value.path()).read_bytes().startswith(beginning)


def test_the_monthly_report_is_shown_and_taken_away(page: Page, address: str) -> None:
    open_page(page, address, "bulletin", month="2025-05")
    title = page.frame_locator("iframe").locator("h1")
    expect(title).to_contain_text("2025年5月")
    with page.expect_download() as download:
        page.get_by_role("button", name="Word", exact=True).click()
    first = Document(str(download.value.path())).paragraphs[0].text
    assert first and title.inner_text().startswith(first)


def test_one_group_of_the_worklist_is_listed(page: Page, address: str, gate: Gate) -> None:
    open_page(page, address, "review", group="unit", lang="English")
    main = page.get_by_test_id("stMain")
    expect(main.get_by_text(re.compile(r"^Info \d+$"))).to_be_in_viewport(ratio=1)
    main.locator(".dvn-scroller").first.click(position={"x": 18, "y": 52})
    most = """
        SELECT organization_id, count(*) AS n FROM fct_review_findings
        WHERE on_report GROUP BY 1 ORDER BY n DESC, 1 LIMIT 1
    """
    [(unit, count)] = gate.query(most).frame.rows()
    expect(main.get_by_text(f"{count} of {count} shown")).to_be_visible()
    assert parameters(page)["of_unit"] == [unit]
