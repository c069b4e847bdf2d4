"""Tables without lines down, and without any: rows and columns that what stands there tells, and what it does not."""

from __future__ import annotations

from collections.abc import Sequence

import pdf_maker as make
import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Paragraph, Table
from ingest.readers.portable.pdf import read_bytes

LEADING = 13.5
HEADS = ["一级指标", "二级指标", "三级指标", "分值", "得分"]
LEFTS = [60, 130, 200, 330, 380]
RIGHTS = [125, 195, 315, 365, 415]
OUTPUT = ["产出指标", "数量指标", "改造输水管网长度", "20", "20"]
PUMPS = ["", "", "新建加压泵站的\n座数", "15", "10"]
QUALITY = ["", "质量指标", "工程验收合格率", "25", "25"]
BENEFIT = ["效益指标", "社会效益", "新增受益人口", "40", "38.5"]
TOTAL = ["总分", "", "", "100", "93.5"]


def tables(data: bytes) -> list[list[list[str]]]:
    """The texts of each table, merged cells at their first row."""
    return [
        [[cell.text for cell in cells] for _, cells in block.rows()]
        for block in read_bytes(data).blocks
        if isinstance(block, Table)
    ]


def spans(data: bytes) -> dict[str, int]:
    """What reaches over several rows, and over how many."""
    return {
        cell.text: cell.row_span
        for block in read_bytes(data).blocks
        if isinstance(block, Table)
        for cell in block.cells
        if cell.row_span > 1
    }


def unparted(data: bytes) -> list[str]:
    return [block.text for block in read_bytes(data).blocks if isinstance(block, Paragraph) and block.is_unparted]


def cell(canvas: Canvas, column: int, middle: float, text: str) -> None:
    """A text around a height: figures at the right edge of their column, words at the left one."""
    lines = text.split("\n")
    top = middle + 4 - LEADING * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        if column > 2:
            canvas.drawRightString(RIGHTS[column], make.HEIGHT - top - LEADING * number, line)
        else:
            make.words(canvas, LEFTS[column], top + LEADING * number, line)


def form(
    canvas: Canvas, rows: Sequence[Sequence[str]], top: float = 100, padding: float = 8, first: bool = False
) -> list[float]:
    """The rows below each other, as high as their longest cell, all cells set at the middle or at the `first` line of
    their row; the edges of the rows."""
    edges = [top]
    for row in rows:
        lines = max(text.count("\n") + 1 for text in row)
        height = LEADING * lines + padding
        for column, text in enumerate(row):
            own = LEADING * (text.count("\n") + 1) + padding
            cell(canvas, column, edges[-1] + (own if first else height) / 2, text)
        edges.append(edges[-1] + height)
    return edges


def halfway(canvas: Canvas, column: int, edges: Sequence[float], first: int, last: int, text: str) -> None:
    """A label in the middle of the rows from the first to the last."""
    cell(canvas, column, (edges[first] + edges[last + 1]) / 2, text)


def without(row: Sequence[str], *columns: int) -> list[str]:
    return ["" if column in columns else text for column, text in enumerate(row)]


def test_rows_are_parted_by_lines_across_and_labels_reach_as_far_as_these_are_missing() -> None:
    def draw(canvas: Canvas) -> None:
        edges = form(canvas, [HEADS, without(OUTPUT, 0, 1), PUMPS, without(QUALITY, 0), BENEFIT, TOTAL])
        halfway(canvas, 0, edges, 1, 3, OUTPUT[0])
        halfway(canvas, 1, edges, 1, 2, OUTPUT[1])
        for number, edge in enumerate(edges):
            make.bar(canvas, {2: 197, 3: 127}.get(number, 56), edge, 420, edge)

    data = make.drawn(draw)
    assert tables(data) == [[HEADS, OUTPUT, ["新建加压泵站的座数", "15", "10"], QUALITY[1:], BENEFIT, TOTAL]]
    assert spans(data) == {"产出指标": 3, "数量指标": 2}


def test_rows_are_where_figures_stand_and_labels_halfway_down_their_rows() -> None:
    def draw(canvas: Canvas) -> None:
        edges = form(canvas, [HEADS, without(OUTPUT, 0, 1), PUMPS, without(QUALITY, 0), BENEFIT, TOTAL])
        halfway(canvas, 0, edges, 1, 3, OUTPUT[0])
        halfway(canvas, 1, edges, 1, 2, OUTPUT[1])

    data = make.drawn(draw)
    assert tables(data) == [[HEADS, OUTPUT, ["新建加压泵站的座数", "15", "10"], QUALITY[1:], BENEFIT, TOTAL]]
    assert spans(data) == {"产出指标": 3, "数量指标": 2}


def test_cells_may_be_set_level_by_their_first_lines() -> None:
    rows = [HEADS, OUTPUT, PUMPS, QUALITY, BENEFIT, TOTAL]
    data = make.drawn(lambda canvas: form(canvas, rows, first=True) and None)
    assert tables(data) == [[HEADS, OUTPUT, ["", "", "新建加压泵站的座数", "15", "10"], QUALITY, BENEFIT, TOTAL]]
    assert spans(data) == {}


def test_rows_without_room_between_them_are_told_by_what_fills_its_line() -> None:
    output = without(OUTPUT, 2)
    output[2] = "改造管网长度"
    rows = [HEADS, output, PUMPS, QUALITY, BENEFIT, TOTAL]
    data = make.drawn(lambda canvas: form(canvas, rows, padding=0, first=True) and None)
    (table,) = tables(data)
    assert table[1:3] == [
        ["产出指标", "数量指标", "改造管网长度", "20", "20"],
        ["", "", "新建加压泵站的座数", "15", "10"],
    ]


def test_figures_close_to_words_stay_apart() -> None:
    rows = [["指标", "二级", "名称", "分值", "得分"], *([f"产出{n}", "数量", "长度", "20", f"1{n}"] for n in range(3))]

    def draw(canvas: Canvas) -> None:
        for row, text in zip(form(canvas, rows), ("说明", "未完成", "按期完成", "略有延后"), strict=False):
            make.words(canvas, RIGHTS[4] + 6, row + 14.75, text)

    ((heads, first, *_),) = tables(make.drawn(draw))
    assert heads == ["指标", "二级", "名称", "分值", "得分", "说明"]
    assert first == ["产出0", "数量", "长度", "20", "10", "未完成"]


def test_a_row_of_words_alone_is_a_row() -> None:
    heads = ["资金来源", "", "", "预算数", "执行数"]
    rows = [
        ["年度资金总额", "", "", "120.00", "96.00"],
        ["其中：中央", "", "", "", ""],
        ["县级", "", "", "120.00", "96.00"],
    ]

    def draw(canvas: Canvas) -> None:
        for number, row in enumerate([heads, *rows]):
            for column in (0, 3, 4):
                cell(canvas, column, 100 + 22 * number, row[column])

    assert tables(make.drawn(draw)) == [[[row[0], row[3], row[4]] for row in [heads, *rows]]]


def test_a_heading_amid_the_rows_begins_another_table() -> None:
    funds = [["资金", "来源", "项目", "预算", "执行"], ["合计", "—", "甲", "12", "11"], ["其中", "—", "乙", "12", "11"]]
    rows = [HEADS, OUTPUT, BENEFIT, TOTAL]
    assert tables(make.drawn(lambda canvas: form(canvas, [*funds, *rows]) and None)) == [funds, rows]


def test_labels_of_which_rows_is_not_certain_leave_the_rows_unparted() -> None:
    rows = [HEADS, OUTPUT, *([["", "", f"指标{n}", "10", "9"] for n in "甲乙"]), BENEFIT, TOTAL]

    def draw(canvas: Canvas) -> None:
        edges = form(canvas, [without(row, 0) for row in rows])
        halfway(canvas, 0, edges, 0, 0, HEADS[0])
        halfway(canvas, 0, edges, 1, 2, OUTPUT[0])
        halfway(canvas, 0, edges, 5, 5, TOTAL[0])

    data = make.drawn(draw)
    assert tables(data) == []
    assert unparted(data)[0] == "数量指标 改造输水管网长度 20 20"


@pytest.mark.parametrize("places", [(60, 130, 240), (60, 240, 320)])
def test_two_rows_of_figures_make_no_table(places: Sequence[float]) -> None:
    def draw(canvas: Canvas) -> None:
        for number, row in enumerate((("合计", "12", "11"), ("甲", "3", "2"))):
            for x, text in zip(places, row, strict=True):
                make.words(canvas, x, 100 + 20 * number, text)

    assert tables(make.drawn(draw)) == []
