"""The pages beyond overview and project, as a person sees and uses them."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect
from test_pages_in_browser import open_page, tile

from dashboard import formats
from dashboard.access import Gate

PAGES = {
    "execution": ("预算执行", "Execution"),
    "scores": ("指标得分", "Scores"),
    "review": ("自评复核", "Review"),
    "bulletin": ("月报", "Monthly report"),
    "sql": ("SQL 查询", "SQL"),
    "intake": ("数据接入", "Intake"),
}


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


@pytest.mark.parametrize("path", PAGES)
def test_each_page_in_both_languages(page: Page, address: str, gate: Gate, path: str) -> None:
    chinese, english = PAGES[path]
    open_page(page, address, path)
    expect(page.locator("h1")).to_have_text(chinese)
    if path in FIGURES:
        words, sql = FIGURES[path]
        shown = words.format(gate.query(sql).frame.item())
        expect(page.get_by_test_id("stMain").get_by_text(shown).first).to_be_visible()
    open_page(page, address, path, lang="English")
    expect(page.locator("h1")).to_have_text(english)
    expect(page.get_by_test_id("stException")).to_have_count(0)


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
    assert content[0] == "rule_id,rule_title_zh,severity,finding_count,report_count"
    expected = gate.query("SELECT count(DISTINCT (rule_id, severity)) FROM fct_review_findings").frame.item()
    assert len(content) - 1 == expected
    main.get_by_role("tab", name="图表").click()
    for button, suffix, beginning in (("PNG", "png", b"\x89PNG"), ("SVG", "svg", b"<svg")):
        with page.expect_download() as waiting:
            main.get_by_role("button", name=button, exact=True).click()
        assert waiting.value.suggested_filename == f"jixiao.{suffix}"
        assert Path(waiting.value.path()).read_bytes().startswith(beginning)


def test_an_uploaded_report_is_counted(page: Page, address: str, gate: Gate, tmp_path: Path) -> None:
    report = Document()
    report.add_paragraph("官渡区水务局2023年度河道清淤项目支出绩效自评报告")
    report.add_paragraph("一、基本情况")
    report.add_paragraph("该项目2023年年初预算40万元，截至2023年12月31日支出36万元，预算执行率90%。")
    report.add_paragraph("二、评价结论")
    report.add_paragraph("项目自评得分93分，自评等级：优。")
    file = tmp_path / "河道清淤.docx"
    report.save(str(file))
    open_page(page, address, "intake")
    main = page.get_by_test_id("stMain")
    main.locator("input[type=file]").set_input_files(file)
    expect(main.get_by_text("河道清淤.docx").first).to_be_visible()
    main.get_by_role("button", name="上传并读取").click()
    counted = "SELECT executed_wan FROM fct_evaluations WHERE project_name LIKE '%河道清淤%'"
    for _second in range(120):
        if gate.query(counted).frame.height:
            break
        page.wait_for_timeout(1000)
    assert float(gate.query(counted).frame.item()) == 36
    open_page(page, address, "execution", year="2023")
    expect(page.locator("tr.strong").filter(has_text="实际支出")).to_contain_text("36.00")
    open_page(page, address, year="2023")
    expect(tile(page, "支出")).to_have_text("36.00")


def test_the_monthly_report_is_shown_and_taken_away(page: Page, address: str) -> None:
    open_page(page, address, "bulletin", month="2025-05")
    title = page.frame_locator("iframe").locator("h1")
    expect(title).to_contain_text("2025年5月")
    with page.expect_download() as download:
        page.get_by_role("button", name="Word", exact=True).click()
    first = Document(str(download.value.path())).paragraphs[0].text
    assert first and title.inner_text().startswith(first)
