import base64
import html
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ingest.document import Cell, Document, Paragraph, Table, Unreadable
from ingest.readers.web.html import read_bytes

Placed = tuple[int, int, str, int, int]


def blocks(document: Document) -> list[list[Placed] | str]:
    """Tables as (row, column, text, row span, column span), paragraphs as text."""
    return [
        [(cell.row, cell.col, cell.text, cell.row_span, cell.col_span) for cell in block.cells]
        if isinstance(block, Table)
        else block.text
        for block in document.blocks
    ]


def read(page: str) -> list[list[Placed] | str]:
    return blocks(read_bytes(page.encode()))


def plain(*rows: tuple[str, ...]) -> list[Placed]:
    return [(row, col, text, 1, 1) for row, texts in enumerate(rows, 1) for col, text in enumerate(texts, 1)]


def test_paragraphs_in_reading_order() -> None:
    page = "<title>x</title><h1>标题</h1><div>一<p>二<br>三</p>四</div><ul><li>甲<li>乙</ul>尾&nbsp;&gt;  5\n6"
    assert read(page) == ["标题", "一", "二\n三", "四", "甲", "乙", "尾 > 5 6"]


def test_spans_are_laid_out_as_browsers_do() -> None:
    page = "<table><tr><td rowspan=2>A<td colspan=2>B<tr><td>C<td>D<tr><td>E<td rowspan=0>F<td>G<tr><td>H<td>I</table>"
    assert read(page) == [
        [
            *[(1, 1, "A", 2, 1), (1, 2, "B", 1, 2), (2, 2, "C", 1, 1), (2, 3, "D", 1, 1)],
            *[(3, 1, "E", 1, 1), (3, 2, "F", 2, 1), (3, 3, "G", 1, 1), (4, 1, "H", 1, 1), (4, 3, "I", 1, 1)],
        ]
    ]


def test_head_and_foot_stand_where_they_are_shown_and_the_caption_above() -> None:
    body = "<tfoot><tr><td>计<td>9</tfoot><tbody><tr><td>甲<td>9</tbody><thead><tr><th>名<th>数</thead>"
    page = f"<table><caption>表1</caption>{body}</table>"
    assert read(page) == ["表1", plain(("名", "数"), ("甲", "9"), ("计", "9"))]


def test_lines_inside_a_cell() -> None:
    page = "<table><tr><td><p>年初</p><p>预算数</p></td><td>全年<br>执行数</td></tr></table>"
    assert read(page) == [plain(("年初\n预算数", "全年\n执行数"))]


def test_tables_for_layout_are_read_as_their_content() -> None:
    page = "<table><tr><td><p>标题</p><table><tr><td>1<td>2</table>尾</td></tr></table>"
    assert read(page) == ["标题", plain(("1", "2")), "尾"]
    assert read("<table><tr><td>侧<tr><td><table><tr><td>1<td>2</table></table>") == ["侧", plain(("1", "2"))]


def test_a_table_inside_a_cell_follows_its_table() -> None:
    page = "<table><tr><td>甲<td>乙<table><tr><td>1<td>2</table><tr><td>丙<td><table><tr><td>100</table></table>"
    assert read(page) == [plain(("甲", "乙"), ("丙", "100")), plain(("1", "2"))]


def test_rows_and_text_in_odd_places_are_not_lost() -> None:
    page = "<table><form><tr><td>甲<td>乙</tr>游离<tr><td>丙<td>丁</tr></form></table>"
    assert read(page) == ["游离", plain(("甲", "乙"), ("丙", "丁"))]


def test_rows_that_are_closed_and_not_opened() -> None:
    page = "<table><td>甲</td><td>1</td></tr><td>乙</td>\n<td>2</td></tr><tr><td>丙<td>3</tr></table>"
    assert read(page) == [plain(("甲", "1"), ("乙", "2"), ("丙", "3"))]


def test_what_is_not_shown_is_left_out() -> None:
    page = (
        "<style>p{}</style><script>x()</script><nav>首页</nav><p style='display : none'>藏</p><p hidden>藏</p>"
        "<!-- 注 --><p>留<del>旧</del><s>六</s><strike>七</strike><ins>新</ins></p>"
        "<table><tr><td>1<td>2<tr style='display:none'><td>3<td>4</table>"
    )
    assert read(page) == ["留新", plain(("1", "2"))]


def test_pages_that_word_saves() -> None:
    page = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><!--[if gte mso 9]><xml>x</xml><![endif]-->'
        "<p class=MsoNormal><![if !supportLists]>一、<![endif]>概况<o:p></o:p></p><table><tr><td>甲<td>乙</tr>"
        "<![if !supportMisalignedColumns]><tr height=0><td width=5><td width=6></tr><![endif]></table></html>"
    )
    assert read(page) == ["一、概况", plain(("甲", "乙"))]


def test_form_fields_and_ticked_boxes() -> None:
    page = "<p><input type=checkbox checked>优<input type=radio>良 <input value=83.67><input type=hidden value=x></p>"
    assert read(page) == ["☑优☐良 83.67"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_are_told_by_the_bytes_whatever_the_page_declares(encoding: str) -> None:
    page = '<?xml version="1.0" encoding="gb2312"?><html><meta charset="gb2312"><p>预算绩效自评报告</p></html>'
    document = read_bytes(page.encode(encoding))
    assert (blocks(document), document.encoding) == (["预算绩效自评报告"], encoding)


def test_a_declared_encoding_is_believed_where_the_bytes_do_not_tell() -> None:
    assert blocks(read_bytes('<meta charset="big5"><p>績效評價報告</p>'.encode("big5"))) == ["績效評價報告"]


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"\x00\x01<p>", b"<div>" * 5000 + b"x", b"<p>\xff\xfe\x81"])
def test_what_holds_no_text_is_rejected_with_a_reason(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_bytes(data)


def test_what_lies_deeper_than_the_parser_goes_is_not_lost() -> None:
    deep = "<table><tr><td>预算</td><td>" * 1000 + "10万元" + "</td></tr></table>" * 1000
    with pytest.raises(Unreadable, match="嵌套过深"):
        read_bytes(f"<p>自评报告</p>{deep}".encode())


def told(page: str) -> list[str]:
    """What is told of the parts of a page that are not read."""
    found = read_bytes(f"<p>自评报告</p>{page}<p>完</p>".encode()).blocks
    return [block.text for block in found if isinstance(block, Paragraph) and block.is_unread]


@pytest.mark.parametrize(
    "image",
    [
        '<img src="files/form.jpg?v=1" width="600" height="800">',
        '<p><img src="form.jpg" style="width: 16cm; height:9cm"></p>',
        '<table><tr><td>甲</td><td><img src="form.jpg" width=600px height=400px></td></tr></table>',
        '<img src="form.jpg" width="600" height="800"><img src="form.jpg" width="600" height="800">',
    ],
)
def test_a_large_picture_is_told_once(image: str) -> None:
    assert told(image) == ["（图片未读取：form.jpg）"]


def test_a_picture_inside_the_page_has_no_name() -> None:
    assert told('<img src="data:image/png;base64,AAAA" width="600" height="800">') == ["（图片未读取）"]


def inside(width: int, height: int) -> str:
    """The address of a picture of so many pixels that the page itself holds."""
    buffer = io.BytesIO()
    Image.new("L", (width, height), 200).save(buffer, "PNG")
    return f"data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode()}"


def test_a_picture_inside_the_page_tells_its_own_size() -> None:
    for shown in ("", 'width="100%"', 'width="500"', 'style="height:12cm"'):
        assert told(f'<img src="{inside(800, 1000)}" {shown}>') == ["（图片未读取）"]
    for shown in ('width="80"', 'height="90"', 'width="90" height="90"'):
        assert told(f'<img src="{inside(800, 1000)}" {shown}>') == []
    assert told(f'<img src="{inside(120, 120)}">') == []
    assert told('<img src="data:image/png;base64,iVBORw0KGgo">') == []


@pytest.mark.parametrize(
    "image",
    [
        '<img src="a.jpg" width="120" height="120">',
        '<img src="a.jpg" width="1000" height="120">',
        '<img src="a.jpg" width="600" height="1">',
        '<img src="a.jpg">',
        '<img src="a.jpg" width="100%">',
        '<img src="a.jpg" width="600" height="800" style="display:none">',
        '<div hidden><img src="a.jpg" width="600" height="800"></div>',
        '<nav><img src="a.jpg" width="600" height="800"></nav>',
    ],
    ids=["stamp", "banner", "line", "no size", "no height", "hidden", "in a hidden part", "in the menu"],
)
def test_a_small_or_hidden_picture_is_not_worth_a_word(image: str) -> None:
    assert told(image) == []


def test_pages_in_frames_are_told() -> None:
    assert told('<iframe src="files/sheet001.htm"></iframe>') == ["（内嵌网页未读取：sheet001.htm）"]
    assert told("<iframe srcdoc='<table><tr><td>1</td></tr></table>' width=500></iframe>") == ["（内嵌网页未读取）"]
    unseen = [
        'src="a.htm" width=0 height=0',
        'src="share.htm" width=100 height=30',
        'src="a.htm" style="display:none"',
        'src="about:blank"',
        'name="x"',
    ]
    assert not any(told(f"<iframe {frame}></iframe>") for frame in unseen)


def test_a_page_of_frames_alone_is_rejected() -> None:
    page = '<html><frameset><frame src="sheet001.htm"><noframes><p>不支持框架</p></noframes></frameset></html>'
    with pytest.raises(Unreadable, match="没有文字"):
        read_bytes(page.encode())


def test_how_words_sound_is_no_text() -> None:
    assert read("<p><ruby>绩<rp>(</rp><rt>ji</rt><rp>)</rp></ruby>效</p>") == ["绩效"]


def test_raised_digits_are_no_digits_of_the_figure_before() -> None:
    assert read("<p>水量10<sup>4</sup>立方米，占地30m<sup>2</sup>，支出95.5万元<sup>[1]</sup></p>") == [
        "水量10^4立方米，占地30m2，支出95.5万元[1]"
    ]
    assert read("<table><tr><td>预算</td><td>95.5<sup>1</sup></td></tr></table>") == [plain(("预算", "95.5^1"))]


def test_the_raised_mark_of_a_note_is_no_digit_of_the_word_before() -> None:
    assert read("<p>决策<sup><a href='#n12'>12</a></sup>得分<sup>③</sup></p>") == ["决策¹²得分③"]


def test_spans_without_end_do_not_explode() -> None:
    with pytest.raises(Unreadable, match="too large"):
        read("<table>" + "<tr><td colspan=1000 rowspan=65534>1<td>2" * 1500 + "</table>")


WORD = st.text(alphabet="预算执行率年度总体目标0123456789.%≥<&|", min_size=1, max_size=6)


@st.composite
def merged_tables(draw: st.DrawFn) -> dict[tuple[int, int], tuple[str, int, int]]:
    """(text, row span, column span) by corner, filling a whole grid of at least two cells in every row."""
    height, width = draw(st.integers(1, 7)), draw(st.integers(2, 6))
    cells: dict[tuple[int, int], tuple[str, int, int]] = {}
    free = {(row, col) for row in range(1, height + 1) for col in range(1, width + 1)}
    for row, col in sorted(free):
        if (row, col) not in free:
            continue
        down, across = draw(st.integers(1, min(3, height - row + 1))), draw(st.integers(1, min(3, width - col + 1)))
        area = {(row + i, col + j) for i in range(down) for j in range(across)}
        if not area <= free:
            down, across, area = 1, 1, {(row, col)}
        free -= area
        cells[row, col] = (draw(WORD), down, across)
    return cells


@settings(deadline=None)
@given(merged_tables().filter(lambda cells: len(cells) > 1))
def test_merged_cells_are_read_back(cells: dict[tuple[int, int], tuple[str, int, int]]) -> None:
    rows: dict[int, str] = {}
    for row in range(1, max(row + down - 1 for (row, _), (_, down, _) in cells.items()) + 1):
        rows[row] = "".join(
            f'<td rowspan="{down}" colspan="{across}">{html.escape(text)}</td>'
            for (at, _), (text, down, across) in sorted(cells.items())
            if at == row
        )
    page = "<table>" + "".join(f"<tr>{row}</tr>" for row in rows.values()) + "</table>"
    (table,) = read_bytes(page.encode()).blocks
    assert isinstance(table, Table)
    assert list(table.cells) == [Cell(*place, text, *spans) for place, (text, *spans) in sorted(cells.items())]


TABLE = ('<div style="display:table">', "</div>")
ROW = ('<div style="width:100%; display: table-row">', "</div>")
CELL = ('<span style="display:table-cell">', "</span>")
ROLES = (('<div role="table">', "</div>"), ('<div role="row">', "</div>"), ('<div role="cell">', "</div>"))


def drawn(rows: list[str], parts: tuple[tuple[str, str], ...] = (TABLE, ROW, CELL)) -> str:
    """A page with a table that is drawn with other elements."""
    table, row, cell = parts
    cells = ("".join(f"{cell[0]}{text}{cell[1]}" for text in line.split("|")) for line in rows)
    return table[0] + "".join(f"{row[0]}{line}{row[1]}" for line in cells) + table[1]


@pytest.mark.parametrize("parts", [(TABLE, ROW, CELL), ROLES])
def test_other_elements_that_are_shown_as_a_table(parts: tuple[tuple[str, str], ...]) -> None:
    page = f"<p>前</p>{drawn(['甲|乙|丙', '1||3'], parts)}<p>后</p>"
    assert read(page) == ["前", plain(("甲", "乙", "丙"), ("1", "", "3")), "后"]
    [_, table, _] = read_bytes(page.encode()).blocks
    assert isinstance(table, Table) and table.true_grid


def test_rows_of_other_elements_that_are_not_alike_have_no_grid() -> None:
    [table] = read_bytes(drawn(["甲|乙|丙", "1|3"]).encode()).blocks
    assert isinstance(table, Table) and not table.true_grid
    assert [cell.text for cell in table.cells] == ["甲", "乙", "丙", "1", "3"]


def test_rows_in_a_group_of_other_elements() -> None:
    group = ('<div style="display:table"><div style="display:table-row-group">', "</div></div>")
    assert read(drawn(["甲|乙", "1|2"], (group, ROW, CELL))) == [plain(("甲", "乙"), ("1", "2"))]


def test_other_elements_that_only_place_texts() -> None:
    assert read(drawn(["<p>甲</p><p>乙</p>|丙"], (TABLE, ROW, ('<div style="display:table-cell">', "</div>")))) == [
        "甲",
        "乙",
        "丙",
    ]
    inner = "<table><tr><td>1<td>2<tr><td>3<td>4</table>"
    assert read(drawn(["菜单|" + inner, "|尾"])) == ["菜单", plain(("1", "2"), ("3", "4")), "尾"]
    assert read('<div style="display:table"><div style="display:table-cell">甲</div></div>') == ["甲"]


def test_letters_of_no_size_are_not_shown() -> None:
    assert read("<p>支出96<span style='font-size:0'>8</span><span style='font-size: 0.9em'>万元</span></p>") == [
        "支出96万元"
    ]


@pytest.mark.parametrize(
    ("end", "is_cut"),
    [
        ("<td>9", True),
        ("<td>9</table><p>得分9", False),
        ("<td>9</table><p sty", True),
        ("<td>9</table></body></html>", False),
        ("<td>9</html>", False),
    ],
)
def test_a_page_that_was_cut_on_its_way_says_so(end: str, is_cut: bool) -> None:
    cut = Paragraph("（网页在此中断，后面的内容未读取）", is_unread=True)
    assert (cut in read_bytes(f"<html><body><table><tr><td>8{end}".encode()).blocks) == is_cut
