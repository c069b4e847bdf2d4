import pdf_maker as make
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Cell, Document, Paragraph, Table
from ingest.readers.portable.pdf import read_bytes


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def only_table(data: bytes) -> Table:
    (table,) = tables(read_bytes(data))
    assert table.true_grid
    return table


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in cells] for _, cells in table.rows()]


def flat(table: Table) -> list[list[str]]:
    """The rows without the line breaks of wrapped cells."""
    return [[text.replace("\n", "") for text in row] for row in texts(table)]


INDICATORS = "".join(
    f"[产出], [数量指标], [开展政务服务培训第{n}期场次], [≥], [{n}], [场次], [完成{n}场次培训工作], [5], [4.5], [],"
    for n in range(1, 31)
)
TEN = "columns: (2fr, 2fr, 3fr, 1.4fr, 1.6fr, 2fr, 3fr, 2fr, 2fr, 2fr)"
NAMES = "一级指标 二级指标 三级指标 指标性质 指标值 度量单位 实际完成值 分值 得分 偏差原因".split()
TEN_HEAD = "".join(f"[{name}], " for name in NAMES)


@pytest.mark.parametrize("head", [f"table.header({TEN_HEAD}),", TEN_HEAD], ids=["repeated", "once"])
def test_a_table_over_pages_is_one_and_its_head_is_there_once(head: str) -> None:
    source = f'#set page(numbering: "— 1 —")\n#set text(size: 10pt)\n#table({TEN}, {head} {INDICATORS})\n\n附注。'
    document = read_bytes(make.typeset(source))
    table, note = document.blocks
    assert isinstance(table, Table) and note == Paragraph("附注。", 3)
    rows = flat(table)
    assert rows[0] == NAMES
    assert rows[1:] == [
        [
            "产出",
            "数量指标",
            f"开展政务服务培训第{n}期场次",
            "≥",
            str(n),
            "场次",
            f"完成{n}场次培训工作",
            "5",
            "4.5",
            "",
        ]
        for n in range(1, 31)
    ]
    assert {cell.page for cell in table.cells} == {1, 2, 3}


def test_a_form_with_other_columns_below_is_one_table() -> None:
    """The form as units print it: project head, money, goals, indicators, all in one table over pages."""
    goal = "做好五华区政务服务中心、24小时自助专区维保，保障网络、热线与邮寄服务，" * 6
    source = f"""
#set text(size: 10pt)
#align(center)[2024年度项目支出绩效自评表]
#table({TEN},
  table.cell(colspan: 2)[项目名称], table.cell(colspan: 8)[优化营商环境专项经费],
  table.cell(colspan: 2, rowspan: 3)[项目资金（万元）], table.cell(colspan: 2)[], table.cell(colspan: 2)[年初预算数],
  [全年执行数], [分值], [执行率], [得分],
  table.cell(colspan: 2)[年度资金总额], table.cell(colspan: 2)[83.67], [0], [10], [0%], [0],
  table.cell(colspan: 2)[其中：财政拨款], table.cell(colspan: 2)[83.67], [0], [—], [], [—],
  table.cell(colspan: 2)[总体目标], table.cell(colspan: 4)[{goal}], table.cell(colspan: 4)[{goal}],
  {TEN_HEAD} {INDICATORS} table.cell(colspan: 7)[总分], [100], [90], [])
"""
    title, table = read_bytes(make.typeset(source)).blocks
    assert title == Paragraph("2024年度项目支出绩效自评表", 1)
    assert isinstance(table, Table)
    rows = dict(table.rows())
    assert [(cell.col, cell.col_span, cell.text.replace("\n", "")) for cell in rows[3]] == [
        (3, 2, "年度资金总额"),
        (5, 2, "83.67"),
        (7, 1, "0"),
        (8, 1, "10"),
        (9, 1, "0%"),
        (10, 1, "0"),
    ]
    assert [cell.text.replace("\n", "") for cell in rows[5]] == ["总体目标", goal, goal]
    assert len(rows) == 6 + 30 + 1
    assert [(cell.col, cell.text) for cell in rows[37]] == [(1, "总分"), (8, "100"), (9, "90"), (10, "")]


LONG = "加强对预算绩效人才队伍的培养，提高绩效管理认识，完善指标体系"


@settings(max_examples=12, deadline=None)
@given(st.integers(10, 45), st.integers(1, 70), st.integers(1, 70))
def test_a_row_cut_by_a_page_break_is_one_row(before: int, left: int, right: int) -> None:
    """However long the cells are and wherever the break falls."""
    rows = "".join(f"[第{n}项], [甲], [{n}.5]," for n in range(before))
    goals = ["，".join(LONG[n % 7 :] for n in range(count)) for count in (left, right)]
    data = make.typeset(
        f"#table(columns: (1fr, 3fr, 3fr), {rows} [问题和建议], [{goals[0]}], [{goals[1]}], [评语], [好], [5])"
    )
    assert flat(only_table(data)) == [
        *([f"第{n}项", "甲", f"{n}.5"] for n in range(before)),
        ["问题和建议", *goals],
        ["评语", "好", "5"],
    ]


def test_a_row_cut_between_two_sentences_without_a_line_below() -> None:
    def upper(canvas: Canvas) -> None:
        make.ruled(canvas, [60, 160, 360], [700, 730], [["项目名称", "甲"]])
        for x in (60, 160, 360):
            make.bar(canvas, x, 730, x, 770)
        make.words(canvas, 64, 744, "总体目标")
        make.words(canvas, 164, 744, "一是做好维保。")

    def lower(canvas: Canvas) -> None:
        make.ruled(canvas, [60, 160, 360], [70, 100, 130], [["", "二是加强培训。"], ["备注", "无"]])

    table = only_table(make.drawn(upper, lower))
    assert texts(table) == [["项目名称", "甲"], ["总体目标", "一是做好维保。\n二是加强培训。"], ["备注", "无"]]
    assert [cell.page for cell in table.cells] == [1, 1, 1, 1, 2, 2]


def test_a_merged_cell_cut_by_a_page_break_is_one_cell() -> None:
    rows = "".join(f"[指标{n}], [5], [4]," for n in range(60))
    data = make.typeset(f"#table(columns: 4, table.cell(rowspan: 60)[产出], {rows} [总分], [], [100], [80])")
    table = only_table(data)
    assert table.cells[0] == Cell(1, 1, "产出", 60, 1, 1)
    assert texts(table)[1:] == [*([f"指标{n}", "5", "4"] for n in range(1, 60)), ["总分", "", "100", "80"]]


def test_rows_with_an_empty_first_cell_behind_a_page_break_stay_rows() -> None:
    xs = [60, 160, 300, 400]
    upper = make.drawn(
        lambda canvas: make.ruled(canvas, xs, [740, 770], [["产出", "开展培训场次", "5"]]),
        lambda canvas: make.ruled(canvas, xs, [70, 100, 130], [["", "发放材料份数", "5"], ["效益", "满意度", "10"]]),
    )
    assert texts(only_table(upper)) == [
        ["产出", "开展培训场次", "5"],
        ["", "发放材料份数", "5"],
        ["效益", "满意度", "10"],
    ]


def test_tables_of_other_width_or_with_text_between_are_two() -> None:
    def first(canvas: Canvas) -> None:
        make.ruled(canvas, [60, 160, 360], [700, 730, 760], [["甲", "1"], ["乙", "2"]])

    def narrower(canvas: Canvas) -> None:
        make.ruled(canvas, [60, 160, 300], [70, 100, 130], [["丙", "3"], ["丁", "4"]])

    def titled(canvas: Canvas) -> None:
        make.words(canvas, 60, 100, "附件2")
        make.ruled(canvas, [60, 160, 360], [120, 150, 180], [["丙", "3"], ["丁", "4"]])

    assert len(tables(read_bytes(make.drawn(first, narrower)))) == 2
    assert len(tables(read_bytes(make.drawn(first, titled)))) == 2
