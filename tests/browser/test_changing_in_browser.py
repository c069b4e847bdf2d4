"""What a person changes from the browser: a decision on a finding, and a report uploaded, which brings both in."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from playwright.sync_api import Page, expect
from visiting import open_page, tile

from dashboard.access import Gate

COUNTED_WITHIN_SECONDS = 120


def test_a_decision_and_an_uploaded_report_are_counted(page: Page, address: str, gate: Gate, tmp_path: Path) -> None:
    finding = gate.query("SELECT * FROM fct_review_findings WHERE rule_id = 'grade_missing'").frame.row(0, named=True)
    open_page(page, address, "review", finding=finding["finding_id"])
    main = page.get_by_test_id("stMain")
    expect(main.get_by_role("heading", name=finding["rule_title_zh"])).to_be_visible()
    expect(main.locator("td.focus")).to_be_in_viewport(ratio=1)
    main.get_by_role("radio", name="不成立", exact=True).or_(
        main.get_by_role("button", name="不成立", exact=True)
    ).first.click()
    main.get_by_label("复核人").fill("复核员")
    main.get_by_label("原因").fill("纸质件已勾选")
    main.get_by_role("button", name="处理所选").click()
    expect(main.get_by_text("1 条处理意见尚未进入数据")).to_be_visible()
    expect(main.get_by_role("button", name="立即更新")).to_be_enabled()

    open_page(page, address, "intake")
    file = report(tmp_path)
    main.locator("input[type=file]").set_input_files(file)
    expect(main.get_by_text(file.name).first).to_be_visible()
    main.get_by_role("button", name="上传并读取").click()
    counted = "SELECT executed_wan FROM fct_evaluations WHERE project_name LIKE '%河道清淤%'"
    for _second in range(COUNTED_WITHIN_SECONDS):
        if gate.query(counted).frame.height:
            break
        page.wait_for_timeout(1000)
    assert float(gate.query(counted).frame.item()) == 36
    decided = "SELECT decision FROM fct_review_findings WHERE finding_id = ?"
    assert gate.query(decided, [finding["finding_id"]]).frame.item() == "dismissed"

    open_page(page, address, year="2023")
    expect(tile(page, "支出")).to_have_text("36.00")
    open_page(page, address, "review", finding=finding["finding_id"])
    expect(main.get_by_text("纸质件已勾选")).to_be_visible()


def report(folder: Path) -> Path:
    """A report of 40 万元, of which 36 were spent in 2023."""
    document = Document()
    for text in (
        "官渡区水务局2023年度河道清淤项目支出绩效自评报告",
        "一、基本情况",
        "该项目2023年年初预算40万元，截至2023年12月31日支出36万元，预算执行率90%。",
        "二、评价结论",
        "项目自评得分93分，自评等级：优。",
    ):
        document.add_paragraph(text)
    path = folder / "河道清淤.docx"
    document.save(str(path))
    return path
