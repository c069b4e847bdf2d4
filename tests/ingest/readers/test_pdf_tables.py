import pdf_maker as make
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Cell, Document, Paragraph, Table
from ingest.readers.portable.grid import continued
from ingest.readers.portable.pdf import read_bytes


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def only_table(data: bytes) -> Table:
    (table,) = tables(read_bytes(data))
    assert table.true_grid
    return table


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in cells] for _, cells in table.rows()]


FUNDING = """
#table(columns: (1fr, 2fr, 1fr, 1fr, 1fr),
  table.cell(rowspan: 3)[项目资金 \\ (万元)], [项目支出明细内容], [年初预算数], [实际支出数], [执行率],
  [优化营商环境专项经费], [83.67], [0], [0%],
  [合 计], [83.67], [], [0%],
  table.cell(colspan: 2)[总体目标], table.cell(colspan: 3)[做好维保])
"""


def test_merged_cells_are_found_by_the_lines_they_lack() -> None:
    assert only_table(make.typeset(FUNDING)).cells == (
        Cell(1, 1, "项目资金\n(万元)", 3, 1, 1),
        Cell(1, 2, "项目支出明细内容", 1, 1, 1),
        Cell(1, 3, "年初预算数", 1, 1, 1),
        Cell(1, 4, "实际支出数", 1, 1, 1),
        Cell(1, 5, "执行率", 1, 1, 1),
        Cell(2, 2, "优化营商环境专项经费", 1, 1, 1),
        Cell(2, 3, "83.67", 1, 1, 1),
        Cell(2, 4, "0", 1, 1, 1),
        Cell(2, 5, "0%", 1, 1, 1),
        Cell(3, 2, "合 计", 1, 1, 1),
        Cell(3, 3, "83.67", 1, 1, 1),
        Cell(3, 4, "", 1, 1, 1),
        Cell(3, 5, "0%", 1, 1, 1),
        Cell(4, 1, "总体目标", 1, 2, 1),
        Cell(4, 3, "做好维保", 1, 3, 1),
    )


def test_lines_as_thin_boxes_a_side_at_a_time() -> None:
    rows = [["项目名称", "年初\n预算数", "执行率"], ["甲", "83.67", "0%"], ["", "", ""]]
    data = make.drawn(lambda canvas: make.ruled(canvas, [60, 160, 260, 360], [80, 115, 140, 165], rows))
    assert texts(only_table(data)) == rows


def test_two_tables_on_a_page_stay_two() -> None:
    def draw(canvas: Canvas) -> None:
        make.ruled(canvas, [60, 160, 260], [80, 110, 140], [["甲", "1"], ["乙", "2"]])
        make.words(canvas, 60, 170, "第二张表：")
        make.ruled(canvas, [60, 160, 260], [190, 220, 250], [["丙", "3"], ["丁", "4"]])

    first, between, second = read_bytes(make.drawn(draw)).blocks
    assert isinstance(first, Table) and isinstance(second, Table)
    assert between == Paragraph("第二张表：", 1)
    assert texts(first) + texts(second) == [["甲", "1"], ["乙", "2"], ["丙", "3"], ["丁", "4"]]


def test_text_too_long_for_its_cell_stays_whole() -> None:
    rows = [["年度总体目标与完成情况", "4"], ["项目", "5"]]
    data = make.drawn(lambda canvas: make.ruled(canvas, [60, 150, 300], [80, 110, 140], [[rows[0][0], "\n4"], rows[1]]))
    assert texts(only_table(data)) == rows

    def centred(canvas: Canvas) -> None:
        make.ruled(canvas, [60, 160, 220, 300], [80, 110, 140], [["甲", "", ""], ["乙", "1", "2"]])
        canvas.drawCentredString(190, make.HEIGHT - 94, "全年预算执行率")

    assert texts(only_table(make.drawn(centred))) == [["甲", "全年预算执行率", ""], ["乙", "1", "2"]]


def test_a_sentence_wrapped_in_its_cell_is_one_line_and_its_items_are_not() -> None:
    sentence = "本年支出4216.04万元，其中基本支出1664.72万元，年末结转和结余2551.32万元，“三公”经费支出决算104.70万元。"
    items = "1.向各科室了解管理和用款的情况。\n2.分析数据。"
    cells = ", ".join(f"[{make.escaped(text)}]" for text in (sentence, items, "年初\n预算数", "100%"))
    for width in range(100, 160, 7):
        read = only_table(
            make.typeset(f"#set par(justify: false)\n#table(columns: ({width}pt, {width}pt), inset: 3pt, {cells})")
        )
        assert texts(read) == [[sentence, items], ["年初\n预算数", "100%"]]


def test_a_number_that_fills_its_line_goes_on_and_two_numbers_stay_two() -> None:
    rows = [["预算数", "执行数", "说明"], ["123456\n78.90", "50\n40", "按进度"]]
    data = make.drawn(lambda canvas: make.ruled(canvas, [72, 112, 150, 300], [100, 150, 190], rows))
    assert texts(only_table(data)) == [["预算数", "执行数", "说明"], ["12345678.90", "50\n40", "按进度"]]


def test_a_number_that_words_or_a_sign_follow_goes_on_too() -> None:
    rows = [["目标", "执行率", "说明"], ["达到300\n0卷", "98.15\n%", "完成100\n2.已验收"]]
    data = make.drawn(lambda canvas: make.ruled(canvas, [72, 116, 150, 194], [100, 150, 190], rows))
    assert texts(only_table(data))[1] == ["达到3000卷", "98.15%", "完成100\n2.已验收"]


@pytest.mark.parametrize(
    ("upper", "lower", "read"),
    [
        ("1,2", "34.56", "1,234.56"),
        ("12.", "5公里", "12.5公里"),
        ("200.0", "0", "200.00"),
        ("98.1", "5%", "98.15%"),
        ("5301230", "008", "5301230008"),
        ("100", "50", "100 50"),
        ("1,234.56", "1,000.00", "1,234.56 1,000.00"),
        ("10", "2.5", "10 2.5"),
        ("95%", "90%", "95% 90%"),
    ],
)
def test_two_figures_in_a_cell_without_room_are_not_joined(upper: str, lower: str, read: str) -> None:
    assert continued(upper, lower, room=0.2) == read


@pytest.mark.parametrize(("dash", "gap"), [(0.75, 0.75), (2.25, 1.4), (5.0, 2.5)])
def test_lines_of_dots_and_dashes(dash: float, gap: float) -> None:
    xs, tops, rows = [60, 160, 260], [80, 110, 140], [["预算数", "执行数"], ["83.67", "80.12"]]

    def draw(canvas: Canvas) -> None:
        make.ruled_with(canvas, xs, tops, rows, dash, gap)

    assert texts(only_table(make.drawn(draw))) == rows


@pytest.mark.parametrize("angle", [90, -90], ids=["upwards", "downwards"])
def test_labels_that_are_turned_are_read_as_they_run(angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        make.words(canvas, 60, 40, "单位按年初批复的绩效目标填报本表，得分保留两位小数。")
        make.ruled(canvas, [60, 92, 160, 260], [80, 150, 220], [["", "数量", "12"], ["", "社会", "13"]])
        for lines, bottom in ((("产出指标", "（50分）"), 145), (("效益指标", "（30分）"), 215)):
            for number, text in enumerate(lines):
                canvas.saveState()
                canvas.translate(72 + 14 * number, make.HEIGHT - bottom)
                if angle < 0:
                    canvas.translate(6 - 28 * number, 56)
                canvas.rotate(angle)
                canvas.drawString(0, 0, text)
                canvas.restoreState()

    assert texts(only_table(make.drawn(draw))) == [
        ["产出指标（50分）", "数量", "12"],
        ["效益指标（30分）", "社会", "13"],
    ]


def test_cells_set_close_to_each_other_stay_apart() -> None:
    def draw(canvas: Canvas) -> None:
        make.ruled(canvas, [60, 120, 220], [80, 110, 140], [["", ""], ["甲", "乙"]])
        canvas.drawRightString(119, make.HEIGHT - 94, "全年执行数")
        make.words(canvas, 121, 94, "情况说明")

    assert texts(only_table(make.drawn(draw))) == [["全年执行数", "情况说明"], ["甲", "乙"]]


def test_a_table_without_side_lines() -> None:
    def draw(canvas: Canvas) -> None:
        for top in (80, 110, 140):
            make.bar(canvas, 60, top, 360, top)
        for x in (160, 260):
            make.bar(canvas, x, 80, x, 140)
        for top, row in ((98, ("项目", "预算数", "执行数")), (128, ("甲", "83.67", "0"))):
            for x, text in zip((64, 164, 264), row, strict=True):
                make.words(canvas, x, top, text)

    assert texts(only_table(make.drawn(draw))) == [["项目", "预算数", "执行数"], ["甲", "83.67", "0"]]


def test_a_box_with_lines_across_alone() -> None:
    rows = [["项目", "预算数", "执行数"], ["合计", "100.00", "95.50"], ["市级", "40.00", "39.00"]]

    def draw(canvas: Canvas) -> None:
        make.ruled(canvas, [60, 360], [80, 110, 140, 170], [[""]] * 3)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                make.words(canvas, 64 + 100 * column, 98 + 30 * number, text)

    assert texts(only_table(make.drawn(draw))) == rows


def test_boxes_of_text_below_each_other_stay_cells() -> None:
    rows = [["一、主要做法：按季度通报支出进度。"], ["二、存在问题：部分指标不够细化。"], ["三、改进措施：加强培训。"]]
    data = make.drawn(lambda canvas: make.ruled(canvas, [60, 360], [80, 110, 140, 170], rows))
    assert texts(only_table(data)) == rows


def test_a_table_without_any_outer_line() -> None:
    rows = [["项目", "预算数", "执行数"], ["合计", "100.00", "95.50"], ["市级", "40.00", "39.00"]]

    def draw(canvas: Canvas) -> None:
        for x in (160, 260):
            make.bar(canvas, x, 80, x, 170)
        for top in (110, 140):
            make.bar(canvas, 60, top, 360, top)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                make.words(canvas, 64 + 100 * column, 98 + 30 * number, text)

    (table,) = read_bytes(make.drawn(draw)).blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in cells] for _, cells in table.rows()] == rows


def test_underlines_and_drawn_tick_boxes_make_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        make.ruled(canvas, [60, 160, 360], [80, 110, 140], [["项目类型", "经常性项目"], ["负责人", "甲"]])
        canvas.rect(300, make.HEIGHT - 100, 9, 9)
        make.bar(canvas, 170, 136, 250, 136)
        make.words(canvas, 60, 200, "负责人签字：甲")
        make.bar(canvas, 130, 202, 220, 202)

    table, sentence = read_bytes(make.drawn(draw)).blocks
    assert isinstance(table, Table)
    assert texts(table) == [["项目类型", "经常性项目"], ["负责人", "甲"]]
    assert sentence == Paragraph("负责人签字：甲", 1)


def test_aligned_columns_without_lines_are_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        rows = [("姓名", "职务", "单位"), ("骆甲", "局长", "五华区政务服务管理局"), ("刘乙", "副局长", "政务服务中心")]
        make.words(canvas, 60, 80, "评价人员名单如下：")
        for number, row in enumerate(rows):
            for x, text in zip((60, 160, 260), row, strict=True):
                make.words(canvas, x, 110 + 24 * number, text)
        make.words(canvas, 260, 110 + 24 * 2 + 13, "综合窗口")
        make.words(canvas, 60, 220, "填报人：甲                    2025年5月19日")

    before, table, after = read_bytes(make.drawn(draw)).blocks
    assert before == Paragraph("评价人员名单如下：", 1)
    assert isinstance(table, Table) and table.true_grid
    assert texts(table) == [
        ["姓名", "职务", "单位"],
        ["骆甲", "局长", "五华区政务服务管理局"],
        ["刘乙", "副局长", "政务服务中心\n综合窗口"],
    ]
    assert isinstance(after, Paragraph)


def test_two_rows_or_ragged_parts_are_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        for x, top, text in (
            *((60, 80, "填报人：甲"), (200, 80, "审核人：乙"), (340, 80, "负责人：丙")),
            *((60, 110, "日期：5月"), (200, 110, "日期：6月"), (340, 110, "日期：7月")),
            *((60, 300, "一是"), (130, 300, "做好"), (240, 300, "维保")),
            *((60, 320, "二是加强对人员"), (260, 320, "培训"), (380, 320, "工作")),
            *((60, 340, "三"), (110, 340, "是"), (150, 340, "好")),
        ):
            make.words(canvas, x, top, text)

    assert not tables(read_bytes(make.drawn(draw)))


@st.composite
def merged_grids(draw: st.DrawFn) -> list[Cell]:
    """A grid cut at random into rectangles, each a cell with a short text or none."""
    rows, cols = draw(st.integers(2, 7)), draw(st.integers(2, 6))
    free = {(row, col) for row in range(rows) for col in range(cols)}
    cells = []
    for row in range(rows):
        for col in range(cols):
            if (row, col) not in free:
                continue
            height = draw(st.integers(1, min(3, rows - row)))
            width = draw(st.integers(1, min(3, cols - col)))
            while any((row, c) not in free for c in range(col, col + width)):
                width -= 1
            covered = {(r, c) for r in range(row, row + height) for c in range(col, col + width)}
            free -= covered
            text = draw(st.text(alphabet="预算执行率总目标0123456789.%≥√□", max_size=4))
            cells.append(Cell(row + 1, col + 1, text, height, width, 1))
    return without_hidden_edges(cells)


def without_hidden_edges(cells: list[Cell]) -> list[Cell]:
    """The cells on the grid of those edges that are printed somewhere."""
    rows = sorted({edge for cell in cells for edge in (cell.row, cell.row + cell.row_span)})
    cols = sorted({edge for cell in cells for edge in (cell.col, cell.col + cell.col_span)})
    return [
        Cell(
            rows.index(cell.row) + 1,
            cols.index(cell.col) + 1,
            cell.text,
            rows.index(cell.row + cell.row_span) - rows.index(cell.row),
            cols.index(cell.col + cell.col_span) - cols.index(cell.col),
            1,
        )
        for cell in cells
    ]


@settings(max_examples=25, deadline=None)
@given(merged_grids())
def test_random_merged_tables_are_read_back_cell_for_cell(cells: list[Cell]) -> None:
    rows = max(cell.row + cell.row_span for cell in cells) - 1
    cols = max(cell.col + cell.col_span for cell in cells) - 1
    printed = ", ".join(
        f"table.cell(x: {cell.col - 1}, y: {cell.row - 1}, rowspan: {cell.row_span}, colspan: {cell.col_span})"
        f"[{make.escaped(cell.text)}]"
        for cell in cells
    )
    data = make.typeset(f"#table(columns: (2.6cm,) * {cols}, rows: (1cm,) * {rows}, {printed})\n\n前后文。")
    blocks = read_bytes(data).blocks
    if len(cells) == 1 or not any(cell.text for cell in cells):
        assert blocks[-1] == Paragraph("前后文。", 1)
        return
    table, _ = blocks
    assert isinstance(table, Table)
    assert list(table.cells) == sorted(cells, key=lambda cell: (cell.row, cell.col))


@pytest.mark.parametrize("moved", [(0.0, 0.0), (0.3, 0.0), (0.4, 0.3)])
def test_what_is_printed_again_to_make_it_bold_is_there_once(moved: tuple[float, float]) -> None:
    rows = [["项目", "得分"], ["数量", "5"], ["质量", "11.11"], ["合计", "16.11"]]

    def draw(canvas: Canvas) -> None:
        make.ruled(canvas, [60, 160, 260], [80, 110, 140, 170, 200], rows)
        for number, row in enumerate(rows):
            for x, text in zip((64, 164), row, strict=True):
                make.words(canvas, x + moved[0], 94 + 30 * number + moved[1], text)

    (table,) = read_bytes(make.drawn(draw)).blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in cells] for _, cells in table.rows()] == rows
