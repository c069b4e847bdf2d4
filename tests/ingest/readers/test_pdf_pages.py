from collections.abc import Callable

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


HEADED = [60, 130, 200, 260, 320]


def sides(canvas: Canvas, top: float, bottom: float) -> None:
    for x in HEADED:
        make.bar(canvas, x, top, x, bottom)


def row_without_line_above(canvas: Canvas, top: float, bottom: float, row: list[str]) -> None:
    sides(canvas, top, bottom)
    make.bar(canvas, HEADED[0], bottom, HEADED[-1], bottom)
    for x, text in zip(HEADED, row, strict=False):
        make.words(canvas, x + 4, top + 14, text)


def test_rows_stay_two_where_the_line_between_them_stands_on_the_first_page_only() -> None:
    """Browsers draw each line once."""
    upper = make.drawn(
        lambda canvas: make.ruled(canvas, HEADED, [740, 790], [["产出指标", "更换路灯数", "≥21处", "23处"]]),
        lambda canvas: row_without_line_above(canvas, 40, 70, ["产出指标", "整治井盖数", "≥28处", "30处"]),
    )
    assert texts(only_table(upper)) == [
        ["产出指标", "更换路灯数", "≥21处", "23处"],
        ["产出指标", "整治井盖数", "≥28处", "30处"],
    ]


def merged_without_line_below(canvas: Canvas) -> None:
    """The last row of a page beside a merged cell that goes on."""
    make.ruled(canvas, [60, 130], [700, 740], [["投入"]])
    make.ruled(canvas, HEADED[1:], [700, 740, 780], [["目标设定", "合理性", "5"], ["预算配置", "控制率", "4.5"]])
    for x in (60, 130):
        make.bar(canvas, x, 740, x, 780)


def test_a_merged_cell_goes_on_where_it_alone_has_no_line_below() -> None:
    def upper(canvas: Canvas) -> None:
        merged_without_line_below(canvas)
        make.words(canvas, 64, 765, "过程")

    rows = [["", "预算执行", "完成率", "9"], ["产出", "职责履行", "入库数", "36"]]
    lower = make.drawn(upper, lambda canvas: make.ruled(canvas, HEADED, [40, 70, 100], rows))
    (table,) = tables(read_bytes(lower))
    assert Cell(2, 1, "过程", 2, 1, 1) in table.cells
    assert texts(table)[2:] == [["预算执行", "完成率", "9"], ["产出", "职责履行", "入库数", "36"]]


def test_the_text_of_such_a_cell_may_reach_below_the_table() -> None:
    def upper(canvas: Canvas) -> None:
        merged_without_line_below(canvas)
        make.words(canvas, 64, 776, "过程及管理情")
        make.words(canvas, 64, 792, "况")

    rows = [["", "预算执行", "完成率", "9"], ["产出", "职责履行", "入库数", "36"]]
    lower = make.drawn(upper, lambda canvas: make.ruled(canvas, HEADED, [40, 70, 100], rows))
    assert Cell(2, 1, "过程及管理情况", 2, 1, 1) in only_table(lower).cells


def test_a_note_below_a_table_is_no_text_of_its_last_cell() -> None:
    def draw(canvas: Canvas) -> None:
        merged_without_line_below(canvas)
        make.words(canvas, 64, 765, "过程")
        make.words(canvas, 64, 792, "注：得分由单位填报，分值见附件")

    assert read_bytes(make.drawn(draw)).blocks[-1] == Paragraph("注：得分由单位填报，分值见附件", 1)


def test_a_row_without_a_line_on_either_page_is_one() -> None:
    def upper(canvas: Canvas) -> None:
        make.ruled(canvas, HEADED, [720, 750], [["一级指标", "三级指标", "目标值", "完成值"]])
        sides(canvas, 750, 790)
        for x, text in zip(HEADED, ["质量指标", "管道检测合", "≥92%", "93.5%"], strict=False):
            make.words(canvas, x + 4, 785, text)

    data = make.drawn(upper, lambda canvas: row_without_line_above(canvas, 40, 70, ["", "格率", "", ""]))
    assert flat(only_table(data)) == [
        ["一级指标", "三级指标", "目标值", "完成值"],
        ["质量指标", "管道检测合格率", "≥92%", "93.5%"],
    ]


def test_a_row_of_narrow_cells_is_one_though_its_figures_are_cut_too() -> None:
    xs = [60, 96, 150, 205, 250, 300, 350]
    data = make.drawn(
        lambda canvas: make.ruled(canvas, xs, [740, 790], [["产出", "改造管网", "≥12.8公", "12", "10", "9.5"]]),
        lambda canvas: make.ruled(canvas, xs, [40, 80, 120], [["指标", "长度", "里", "", "", ""], ["合计", *"    1"]]),
    )
    assert flat(only_table(data))[0] == ["产出指标", "改造管网长度", "≥12.8公里", "12", "10", "9.5"]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (["上年结转资金", "37", "57", "91%"], ["其他资金", "", "", ""]),
        (["53012300001", "37", "57", "91%"], ["53012300002", "", "", ""]),
        (["上年结转资金", "37", "57", "91%"], ["其他资金", "", "", "0"]),
    ],
    ids=["labels", "codes", "figures below"],
)
def test_rows_of_which_little_is_filled_in_stay_rows(upper: list[str], lower: list[str]) -> None:
    xs = [60, 135, 200, 260, 320]
    data = make.drawn(
        lambda canvas: make.ruled(canvas, xs, [740, 790], [upper]),
        lambda canvas: make.ruled(canvas, xs, [40, 80], [lower]),
    )
    assert texts(only_table(data)) == [upper, lower]


def test_what_two_pages_repeat_around_a_table_that_goes_on_is_no_text() -> None:
    def page(number: int, rows: list[list[str]]) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            make.words(canvas, 40, 24, "2024/3/8 16:37　自评系统")
            make.ruled(canvas, [60, 160, 360], [60, 425, 790], rows)
            make.words(canvas, 40, 828, f"http://10.1.1.1/form/print {number}/2")

        return draw

    data = make.drawn(page(1, [["项目", "得分"], ["甲", "9"]]), page(2, [["乙", "8"], ["丙", "7"]]))
    assert texts(only_table(data)) == [["项目", "得分"], ["甲", "9"], ["乙", "8"], ["丙", "7"]]
    assert len(read_bytes(data).blocks) == 1


def test_notes_beside_a_table_do_not_end_it() -> None:
    def page(number: int, rows: list[list[str]]) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            make.ruled(canvas, [60, 160, 260], [60, 425, 790], rows)
            for at in range(3):
                make.words(canvas, 400, 120 + 140 * at, f"{number}号说明之{at}")

        return draw

    data = make.drawn(page(1, [["项目", "得分"], ["甲", "9"]]), page(2, [["乙", "8"], ["丙", "7"]]))
    assert texts(only_table(data)) == [["项目", "得分"], ["甲", "9"], ["乙", "8"], ["丙", "7"]]
    told = "".join(block.text for block in read_bytes(data).blocks if isinstance(block, Paragraph))
    assert all(f"{number}号说明之{at}" in told for number in (1, 2) for at in range(3))


def test_a_merged_label_that_a_page_break_cuts_is_one() -> None:
    """Of two labels, one behind the other, each stays its own."""
    columns, lines = [60, 104, 200, 300], [650, 720, 790]

    def merged(rows: list[list[str]], tops: list[float]) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            make.ruled(canvas, columns[1:], tops, [row[1:] for row in rows])
            make.ruled(canvas, columns[:2], [tops[0], tops[-1]], [[rows[0][0]]])

        return draw

    data = make.drawn(
        merged([["项目资金", "预算数", "执行数"], ["", "100", "90"]], lines),
        merged([["（万元）", "80", "70"], ["", "20", "20"]], [40, 70, 100]),
    )
    assert only_table(data).cells[0] == Cell(1, 1, "项目资金（万元）", 4, 1, 1)
    data = make.drawn(
        merged([["产出指标", "修路", "10"], ["", "修桥", "9"]], lines),
        merged([["效益指标", "通行", "8"], ["", "安全", "7"]], [40, 70, 100]),
    )
    assert [row[0] for row in texts(only_table(data)) if len(row) == 3] == ["产出指标", "效益指标"]


def test_a_title_on_both_pages_heads_a_form_on_each() -> None:
    def page(canvas: Canvas) -> None:
        make.words(canvas, 200, 50, "2023年度项目支出绩效自评表")
        make.ruled(canvas, [60, 160, 360], [60, 425, 790], [["项目名称", "甲"], ["得分", "9"]])

    kinds = [type(block) for block in read_bytes(make.drawn(page, page)).blocks]
    assert kinds == [Paragraph, Table, Paragraph, Table]


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


LABELS = [["指标", "分值"], ["长度", "60"], ["满意度", "40"], ["合计", "100"]]
POINTS = [["得分", "说明"], ["58", "已完工"], ["39", "仍有投诉"], ["97", ""]]
FALLING = [80, 102, 137, 159, 181]


def test_columns_that_did_not_fit_on_a_page_are_put_beside_the_others() -> None:
    def left(canvas: Canvas) -> None:
        make.words(canvas, 60, 60, "项目支出绩效自评表")
        make.ruled(canvas, [60, 200, 300], FALLING, LABELS)

    data = make.drawn(left, lambda canvas: make.ruled(canvas, [60, 120, 320], FALLING, POINTS))
    _, table = read_bytes(data).blocks
    assert texts(table) == [[*label, *points] for label, points in zip(LABELS, POINTS, strict=True)]
    assert [cell.page for cell in table.cells[:4]] == [1, 1, 2, 2]


@pytest.mark.parametrize(
    ("title", "xs", "tops"),
    [
        ("项目支出绩效自评表", [60, 120, 320], FALLING),
        ("", [60, 200, 300], FALLING),
        ("", [60, 120, 320], [80, 102, 124, 146, 168]),
    ],
    ids=["another title", "the same columns", "other rows"],
)
def test_tables_of_two_pages_are_not_beside_each_other(title: str, xs: list[float], tops: list[float]) -> None:
    def right(canvas: Canvas) -> None:
        make.words(canvas, 60, 60, title)
        make.ruled(canvas, xs, tops, POINTS)

    data = make.drawn(lambda canvas: make.ruled(canvas, [60, 200, 300], FALLING, LABELS), right)
    found = [block for block in read_bytes(data).blocks if isinstance(block, Table)]
    assert all(len(cells) <= 2 for table in found for _, cells in table.rows())
