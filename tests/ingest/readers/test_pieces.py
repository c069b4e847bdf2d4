"""Pieces into which a viewer cuts a text are put together; numbered paragraphs of other texts stay as they are."""

from __future__ import annotations

from ingest.document import Paragraph
from ingest.readers.text import read_bytes
from support.told import extracted, money

SHARED = "《某县文化馆设备更新项目绩效自评报告.docx》由会员分享，可在线阅读，更多相关文档请在某文库上搜索。"
FILLER = "设备更新按计划分三批进行，每批均由使用科室与财务室共同验收并登记入账，验收记录和发票存档备查。" * 4
FIRST = f"1、某县文化馆设备更新项目绩效自评报告一、项目概况{FILLER}二、资金情况2023年年初预算"
SECOND = "2、60万元，实际支出57万元，预算执行率9"
THIRD = "3、5%。"


def paragraphs(*lines: str) -> list[str]:
    blocks = read_bytes("\n\n".join(lines).encode()).blocks
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_a_figure_that_two_pieces_share_is_one() -> None:
    assert paragraphs(SHARED, FIRST, SECOND, THIRD)[-1].endswith(
        "2023年年初预算60万元，实际支出57万元，预算执行率95%。"
    )


def test_pieces_end_where_their_numbers_do() -> None:
    assert paragraphs(SHARED, FIRST, SECOND, "5、另有说明。")[-1] == "5、另有说明。"


def test_numbered_paragraphs_of_another_text_stay_apart() -> None:
    assert len(paragraphs("某县文化馆设备更新项目绩效自评报告", FIRST, SECOND, THIRD)) == 4


def test_short_paragraphs_of_a_shared_text_stay_apart() -> None:
    assert len(paragraphs(SHARED, "1、项目概况。", "2、资金情况。")) == 3


def test_the_name_of_a_shared_file_is_the_title() -> None:
    found = extracted(*paragraphs(SHARED, FIRST, SECOND, THIRD))
    assert [(report.organization_name, report.form) for report in found.reports] == [("某县文化馆", "narrative")]
    assert list(money(found).values()) == [
        {"initial_budget": "60 wan", "executed": "57 wan", "execution_rate": "95 percent"}
    ]
