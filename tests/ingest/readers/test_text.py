import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Document, Paragraph, Table, Unreadable
from ingest.readers.decoding import decode
from ingest.readers.text import read_bytes


def grid(document: Document) -> list[list[list[str]] | str]:
    """Tables as lists of rows, paragraphs as text."""
    return [
        [[cell.text for cell in cells] for _, cells in block.rows()] if isinstance(block, Table) else block.text
        for block in document.blocks
    ]


def read(text: str) -> list[list[list[str]] | str]:
    return grid(read_bytes(text.encode()))


def test_rows_of_tab_separated_cells() -> None:
    assert read("评价表\n项目名称\t甲\t\n\t83.67\t0%\n\n附注") == [
        "评价表",
        [["项目名称", "甲", ""], ["", "83.67", "0%"]],
        "附注",
    ]


def test_one_cell_per_line_with_a_blank_line_behind_each_row() -> None:
    assert read("\t项目名称\n\t甲\n\n\t主管部门\n\t乙\n\t实施单位\n\t丙\n\n说明") == [
        [["项目名称", "甲"], ["主管部门", "乙", "实施单位", "丙"]],
        "说明",
    ]


def test_line_breaks_inside_a_cell() -> None:
    assert read("\t年初\n预算数\n\t全年\n预算数\n\n") == [[["年初\n预算数", "全年\n预算数"]]]


def test_a_cell_that_ends_in_line_breaks_leaves_its_row_whole() -> None:
    rows = "\t产出\n\t数量\n\t≥\n\n\t78\n\t人\n\n" + "\t产出\n\t质量\n\t＝\n\t100\n\t%\n\n" * 2
    assert read(rows) == [[["产出", "数量", "≥", "78", "人"], *[["产出", "质量", "＝", "100", "%"]] * 2]]


def test_rows_of_a_head_are_not_joined() -> None:
    text = "\t项目名称\n\t甲\n\n\t项目类型\n\t乙\n\n\t主管部门\n\t丙\n\t实施单位\n\t丁\n\n\t负责人\n\t\n\t电话\n\t\n\n"
    assert [len(row) for row in read(text)[0]] == [2, 2, 4, 4]


def test_a_form_right_behind_the_last_word_of_the_one_before() -> None:
    text = "\t总分\n\t100\n\t92\n\t优\n 附件2-3-2\n2024年度项目支出绩效自评表\n\t项目名称\n\t甲\n\n"
    assert read(text) == [
        [["总分", "100", "92", "优"]],
        "附件2-3-2",
        "2024年度项目支出绩效自评表",
        [["项目名称", "甲"]],
    ]


def test_page_furniture_and_bookmarks_are_no_text() -> None:
    assert read("\t5\n\t[bookmark: _GoBack]2\n\n— 1 —\n\f第 2 页 共 3 页\n正文[bookmark: _Toc1]\n") == [
        [["5", "2"]],
        "正文",
    ]


def test_characters_without_width_part_no_figure() -> None:
    assert read("支出4\u200b0\u00ad万元") == ["支出40万元"]


@pytest.mark.parametrize("end", ["\v", "\x85", "\u2028", "\u2029", "\r"])
def test_line_ends_of_other_programs_end_a_line(end: str) -> None:
    assert read(f"一、基本情况{end}支出40万元\n\t甲{end}乙\n\t5\n") == ["一、基本情况", "支出40万元", [["甲\n乙", "5"]]]


def test_a_form_feed_ends_a_table() -> None:
    assert read("\t总分\n\t100\n\f说明文字\n") == [[["总分", "100"]], "说明文字"]


def test_one_cell_per_line_from_the_top_of_a_page() -> None:
    assert read("说明文字\n\f\t项目名称\n\t甲\n\n\t总分\n\t92\n\n") == [
        "说明文字",
        [["项目名称", "甲"], ["总分", "92"]],
    ]


def test_a_row_of_cells_above_a_table_with_one_cell_per_line() -> None:
    assert read("填报单位：甲局\t单位：万元\n\t项目名称\n\t乙\n\n\t总分\n\t92\n\n") == [
        [["填报单位：甲局", "单位：万元"]],
        [["项目名称", "乙"], ["总分", "92"]],
    ]


def test_block_numbers_follow_the_reading_order() -> None:
    document = read_bytes("一\n\n二\na\tb\n三".encode())
    assert [type(block) for block in document.blocks] == [Paragraph, Paragraph, Table, Paragraph]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    ["临沧市政务服务管理局关于预算执行率的说明：全年执行数为0万元。", "项目已按期完成，资金全部支付。"],
)
def test_encodings(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


def test_bytes_that_are_wide_text_by_half_are_rejected() -> None:
    for data in (b"\0\1\2\3", "预算".encode("utf-16-le") + b"\0"):
        with pytest.raises(Unreadable):
            decode(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\n\t\n",
        b"\x00\x01\x02\x03PK",
        "项目名称".encode() + b"\xff\xfe\x80",
        "绩效自评报告，资金到位率100%".encode()[:-6] + b"%",
        "预算绩效\x00自评".encode(),
    ],
)
def test_what_is_no_text_is_rejected_with_a_reason(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"send it again|save it again"):
        read_bytes(data)


def test_utf8_with_a_damaged_byte_is_not_read_as_another_encoding() -> None:
    damaged = bytearray("昆明市五华区政务服务管理局优化营商环境专项经费项目支出绩效自评报告".encode() * 20)
    damaged[100] = 0xFF
    with pytest.raises(Unreadable):
        read_bytes(bytes(damaged))


CELL = st.text(alphabet="预算执行率年度总体目标0123456789.%≥", min_size=1, max_size=8)


@given(st.lists(st.lists(CELL, min_size=2, max_size=6), min_size=1, max_size=8))
def test_rows_are_read_back_cell_for_cell(rows: list[list[str]]) -> None:
    assert read("\n".join("\t".join(row) for row in rows)) == [rows]


@given(st.integers(2, 7), st.lists(st.lists(CELL, min_size=7, max_size=7), min_size=1, max_size=8))
def test_cells_are_read_back_row_for_row(width: int, rows: list[list[str]]) -> None:
    rows = [row[:width] for row in rows]
    text = "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in rows)
    assert read(text) == [rows]


def test_tables_with_pipes() -> None:
    assert read("评价表\n项目名称 | 甲 |\n预算数 | 执行数 |\n50 | 40 |\n\n说明") == [
        "评价表",
        [["项目名称", "甲"], ["预算数", "执行数"], ["50", "40"]],
        "说明",
    ]


def test_tables_drawn_with_signs() -> None:
    """A cell may be several lines high, and go on where the border is drawn between others."""
    drawn = """自评表
┌──┬───┬───┐
│  │项目│金额  │
│资├───┼───┤
│金│预算│1,200 │
│  │    │.50   │
├──┼───┴───┤
│备注│无        │
└──┴───────┘
说明"""
    assert read(drawn) == [
        "自评表",
        [["资\n金", "项目", "金额"], ["", "预算", "1,200\n.50"], ["备注", "无"]],
        "说明",
    ]


def test_a_table_with_borders_of_plus_and_dash() -> None:
    assert read("+----+-----+\n| 甲 | 100 |\n|    | .50 |\n+----+-----+\n| 乙 | 20  |\n+----+-----+\n") == [
        [["甲", "100\n.50"], ["乙", "20"]]
    ]


def test_the_sign_that_ends_files_of_old_programs_is_no_text() -> None:
    assert read("支出40万元\n\x1a") == ["支出40万元"]


def test_bars_without_cells_cost_nothing_and_are_no_text() -> None:
    started = time.process_time()
    assert read_bytes(("甲\n" + "|\n" * 20_000 + "乙\n").encode()).blocks == (Paragraph("甲"), Paragraph("乙"))
    assert time.process_time() - started < 10
