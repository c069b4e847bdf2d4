import zlib
from itertools import pairwise

import pdf_maker as make
import pytest
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Paragraph, Table, Unreadable
from ingest.readers.portable import pdf as reader
from ingest.readers.portable import pdf_file
from ingest.readers.portable.pdf import read_bytes

PROSE = """
#align(center)[#text(size: 18pt)[2024年度优化营商环境专项经费项目支出绩效自评报告]]

一、基本情况

（一）项目概况。根据《云南省进一步优化政务服务提升行政效能推动“高效办成一件事”实施方案》的要求，\
全年预算数为 83.67 万元，全年执行数为 0 万元，资金到位率 100%，预算执行率 0%。

（二）项目绩效目标。做好维保。

1\\. 制度建设

为加强项目资金的管理，制定了《财务管理制度》《资金管理办法》《内部控制制度》，财务管理制度健全具体，能够确保资金有效、合规的使用。
"""


def paragraphs(data: bytes) -> list[str]:
    return [block.text for block in read_bytes(data).blocks if isinstance(block, Paragraph)]


def text_page(*lines: str) -> "make.Callable[[Canvas], None]":
    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            make.words(canvas, 72, 90 + 20 * number, line)

    return draw


def test_prose_is_put_together_from_its_lines() -> None:
    assert paragraphs(make.typeset(PROSE)) == [
        "2024年度优化营商环境专项经费项目支出绩效自评报告",
        "一、基本情况",
        "（一）项目概况。根据《云南省进一步优化政务服务提升行政效能推动“高效办成一件事”实施方案》的要求，"
        "全年预算数为 83.67 万元，全年执行数为 0 万元，资金到位率 100%，预算执行率 0%。",
        "（二）项目绩效目标。做好维保。",
        "1. 制度建设",
        "为加强项目资金的管理，制定了《财务管理制度》《资金管理办法》《内部控制制度》，财务管理制度健全具体，"
        "能够确保资金有效、合规的使用。",
    ]


def test_a_paragraph_runs_over_pages_and_keeps_the_page_it_begins_on() -> None:
    sentence = "坚持科学规范原则，准确合理地评价基本公共卫生服务项目的绩效情况，"
    source = f'#set page(numbering: "— 1 —")\n开头。\n\n{sentence * 60}完。\n\n末段。'
    blocks = read_bytes(make.typeset(source)).blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [
        "开头。",
        sentence * 60 + "完。",
        "末段。",
    ]
    assert [block.page for block in blocks if isinstance(block, Paragraph)] == [1, 1, 2]


@pytest.mark.parametrize("number", ["— {} —", "第 {} 页 共 3 页", "- {} -", "{}", "{}/3", "第{}页"])
def test_page_numbers_are_no_text(number: str) -> None:
    def page(name: str, position: int) -> "make.Callable[[Canvas], None]":
        def draw(canvas: Canvas) -> None:
            make.words(canvas, 72, 100, f"{name}项目情况。")
            make.words(canvas, 280, 810, number.format(position))

        return draw

    names = ["甲", "乙", "丙"]
    data = make.drawn(*(page(name, position) for position, name in enumerate(names, start=1)))
    assert paragraphs(data) == ["甲项目情况。", "乙项目情况。", "丙项目情况。"]


def test_running_heads_are_no_text_but_a_figure_in_the_text_is() -> None:
    pages = [
        lambda canvas, n=n: (
            make.words(canvas, 72, 40, "五华区政务服务管理局绩效自评"),
            make.words(canvas, 72, 100, f"第{n}项：{n}00"),
            make.words(canvas, 72, 160, str(n)),
        )
        for n in range(1, 5)
    ]
    assert paragraphs(make.drawn(*pages)) == [text for n in range(1, 5) for text in (f"第{n}项：{n}00", str(n))]


def test_latin_words_over_two_lines_keep_a_space() -> None:
    lines = ["采购项目的全称是" + "网" * 30 + " Yunnan", "Government Cloud，已完成。"]
    assert paragraphs(make.drawn(text_page(*lines))) == [
        "采购项目的全称是" + "网" * 30 + " Yunnan Government Cloud，已完成。"
    ]


def test_a_title_over_two_lines_is_one() -> None:
    lines = ["临沧市政务服务管理局关于2022年度网络线路租用信息化设备运维及设备采购项", "目支出绩效自评报告"]
    assert paragraphs(make.drawn(text_page(*lines))) == ["".join(lines)]


def test_a_line_that_only_looks_numbered_goes_on() -> None:
    lines = ["　　" + "安" * 38 + "第", "一、预防为主、综合治理”的方针。", "　　一、基本情况"]
    assert paragraphs(make.drawn(text_page(*lines))) == [(lines[0] + lines[1]).strip(), "一、基本情况"]


def test_spaces_between_chinese_characters_and_beside_figures() -> None:
    assert paragraphs(make.drawn(text_page("项目类型：经常性项目（ ） 一次性项目（√）☑ □ ■"))) == [
        "项目类型：经常性项目（ ） 一次性项目（√）☑ □ ■"
    ]


def test_characters_that_are_all_set_apart_are_parted_by_no_spaces() -> None:
    def draw(canvas: Canvas) -> None:
        for top, text in ((100, "年初预算数为1234.56万元"), (140, "1000.5")):
            line = canvas.beginText(72, make.HEIGHT - top)
            line.setCharSpace(4)
            line.textLine(text)
            canvas.drawText(line)

    assert paragraphs(make.drawn(draw)) == ["年初预算数为1234.56万元", "1000.5"]


def test_text_in_a_frame_is_text() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(40, 40, make.WIDTH - 80, make.HEIGHT - 80)
        text_page("项目支出绩效自评报告", "一、基本情况")(canvas)

    assert paragraphs(make.drawn(draw, draw)) == ["项目支出绩效自评报告", "一、基本情况"] * 2


@pytest.mark.parametrize("quarter", [90, 180, 270])
def test_a_turned_page_reads_as_if_upright(quarter: int) -> None:
    def draw(canvas: Canvas) -> None:
        make.ruled(canvas, [60, 160, 300], [80, 110, 140], [["项目名称", "甲"], ["预算数", "83.67"]])
        make.words(canvas, 60, 180, "附注。")

    upright = make.drawn(draw)
    size = (make.WIDTH, make.HEIGHT) if quarter == 180 else (make.HEIGHT, make.WIDTH)  # Written with sides exchanged.
    turned = make.drawn(lambda canvas: (canvas.setPageSize(size), canvas.setPageRotation(quarter), draw(canvas)))
    assert read_bytes(turned) == read_bytes(upright)


def test_a_sideways_page_reads_as_if_upright() -> None:
    def draw(canvas: Canvas) -> None:
        make.ruled(canvas, [60, 160, 300], [80, 110, 140], [["项目名称", "甲"], ["预算数", "83.67"]])
        make.words(canvas, 60, 180, "附注。")

    def sideways(canvas: Canvas) -> None:
        canvas.setPageSize((make.HEIGHT, make.WIDTH))
        canvas.rotate(90)
        canvas.translate(0, -make.HEIGHT)
        draw(canvas)

    assert read_bytes(make.drawn(sideways)).blocks == read_bytes(make.drawn(draw)).blocks


@pytest.mark.parametrize(("before", "behind"), [(b"\r\n\r\n", b""), (b"", b"\0" * 4096)], ids=["before", "behind"])
def test_what_servers_and_disks_add_to_a_file_is_none_of_it(before: bytes, behind: bytes) -> None:
    rows = [["项目名称", "甲"], ["预算数", "83.67"]]
    data = make.drawn(lambda canvas: make.ruled(canvas, [60, 160, 300], [80, 110, 140], rows))
    assert read_bytes(before + data + behind) == read_bytes(data)


def test_what_is_cut_off_a_page_is_no_text() -> None:
    def draw(canvas: Canvas) -> None:
        make.words(canvas, 60, 100, "全年预算100万元。")
        make.words(canvas, 60, 700, "全年预算999万元。")
        canvas.setCropBox((40, 500, 500, make.HEIGHT))

    assert paragraphs(make.drawn(draw)) == ["全年预算100万元。"]


def test_a_slanting_water_mark_is_no_text() -> None:
    def draw(canvas: Canvas) -> None:
        text_page("预算执行率为100%。")(canvas)
        canvas.rotate(45)
        canvas.drawString(300, 100, "内部资料")

    assert paragraphs(make.drawn(draw)) == ["预算执行率为100%。"]


def water_marked(grey: float, opaque: float = 1.0, top: float = 112) -> bytes:
    """Two pages: on the first large words stand across a table, on the second below its text."""

    def mark(canvas: Canvas) -> None:
        canvas.setFillGray(grey)
        canvas.setFillAlpha(opaque)
        canvas.setFont("STSong-Light", 40)
        make.words(canvas, 80, top, "内部资料")
        canvas.setFont("STSong-Light", 10.5)
        canvas.setFillGray(0)
        canvas.setFillAlpha(1)

    def table(canvas: Canvas) -> None:
        mark(canvas)
        rows = [["年度资金总额", "120.50"], ["财政拨款", "96.00"]]
        make.ruled(canvas, [60, 160, 300], [72, 96, 120], rows)

    def prose(canvas: Canvas) -> None:
        make.words(canvas, 72, 300, "自评得分95分。")
        mark(canvas)

    return make.drawn(table, prose)


@pytest.mark.parametrize(("grey", "opaque"), [(0.75, 1), (0, 0.3)])
def test_a_pale_water_mark_under_the_text_is_none_of_it(grey: float, opaque: float) -> None:
    table, *others = read_bytes(water_marked(grey, opaque)).blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == ["年度资金总额", "120.50", "财政拨款", "96.00"]
    assert others == [Paragraph("自评得分95分。", 2)]


def test_pale_words_under_no_text_are_text() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.7)
        make.words(canvas, 72, 90, "填表说明")
        canvas.setFillGray(0)
        make.words(canvas, 72, 102, "自评得分95分。")

    assert paragraphs(make.drawn(draw)) == ["填表说明", "自评得分95分。"]


def test_dark_words_across_a_table_are_text() -> None:
    table, *_ = read_bytes(water_marked(0)).blocks
    assert isinstance(table, Table)
    assert set("内部资料") <= set("".join(cell.text for cell in table.cells))


@pytest.mark.parametrize("size", [6, 8.75])
def test_raised_digits_are_no_digits_of_the_figure_before(size: float) -> None:
    def draw(canvas: Canvas) -> None:
        make.words(canvas, 72, 100, "支出95.5")
        end = 72 + canvas.stringWidth("支出95.5", "STSong-Light", 10.5)
        canvas.setFont("STSong-Light", size)
        make.words(canvas, end, 95, "1")
        canvas.setFont("STSong-Light", 10.5)
        make.words(canvas, 72, 130, "预算95.51")

    assert paragraphs(make.drawn(draw)) == ["支出95.5^1", "预算95.51"]


def test_the_raised_mark_of_a_note_is_no_digit_of_the_word_before() -> None:
    def draw(canvas: Canvas) -> None:
        make.words(canvas, 72, 100, "决策")
        canvas.setFont("STSong-Light", 6)
        make.words(canvas, 72 + canvas.stringWidth("决策", "STSong-Light", 10.5), 95, "12")

    assert paragraphs(make.drawn(draw)) == ["决策¹²"]


def test_tick_boxes_of_symbol_fonts() -> None:
    data = make.coded("aAbBcCdD", {"a": 0xF0FE, "b": 0xF0A8, "c": 0xF052, "d": 0xF0FC})
    assert paragraphs(data) == ["☑A□B☑C√D"]


@pytest.mark.parametrize("code", [0xFFFD, 0xE123, 0xF8FF])
def test_fonts_without_meaning_are_told(code: int) -> None:
    with pytest.raises(Unreadable, match=r"第 1 页的字体没有文字编码.*fonts without text codes on page 1"):
        read_bytes(make.coded("abcdef", dict.fromkeys("ab", code)))


def test_a_lost_character_leaves_its_place() -> None:
    assert paragraphs(make.coded("8a.67", {"a": 0xFFFD})) == ["8\ufffd.67"]


def test_letters_that_one_glyph_stands_for_are_all_there() -> None:
    printed = make.typeset('#set text(font: ("Libertinus Serif", "Noto Serif CJK SC"))\n购Office软件，staff')
    assert paragraphs(printed) == ["购Office软件，staff"]
    assert paragraphs(make.coded("1a.5", {"a": "88"})) == ["188.5"]


def test_scanned_pages_are_named() -> None:
    page = text_page("项目支出绩效自评报告正文，另附扫描件。")
    with pytest.raises(Unreadable, match=r"第 2、3 页为扫描图片.*only a scanned image on pages 2, 3"):
        read_bytes(make.drawn(page, make.scan, make.scan))


def test_a_scan_with_the_mark_of_a_scanner_is_a_scan() -> None:
    def draw(canvas: Canvas) -> None:
        make.scan(canvas)
        make.words(canvas, 450, 820, "扫描全能王 创建")

    with pytest.raises(Unreadable, match=r"第 1 页为扫描图片.*only a scanned image on page 1"):
        read_bytes(make.drawn(draw))


def image(canvas: Canvas, left: float, top: float, width: float, height: float) -> None:
    from PIL import Image

    canvas.drawInlineImage(Image.new("L", (8, 8), 90), left, make.HEIGHT - top - height, width, height)


def test_text_over_an_image_is_read() -> None:
    def cover(canvas: Canvas) -> None:
        make.scan(canvas)
        make.words(canvas, 150, 300, "2024年度项目支出绩效自评报告")

    assert paragraphs(make.drawn(cover)) == ["2024年度项目支出绩效自评报告"]


@pytest.mark.parametrize(
    "boxes",
    [
        [(90, 300, 400, 400)],
        [(60, 200, 470, 90)],
        [(0, 0, make.WIDTH, make.HEIGHT)],
        [(0, top, make.WIDTH, 42.1) for top in range(0, 840, 42)],
    ],
    ids=["photograph", "strip", "page", "page in strips"],
)
@pytest.mark.parametrize("quarter", [0, 90])
def test_a_picture_on_a_page_with_text_is_told(boxes: list[tuple[float, float, float, float]], quarter: int) -> None:
    def draw(canvas: Canvas) -> None:
        if quarter:  # Written with sides exchanged.
            canvas.setPageSize((make.HEIGHT, make.WIDTH))
            canvas.setPageRotation(quarter)
        for box in boxes:
            image(canvas, *box)
        make.words(canvas, 72, 60, "某市教育局2024年度部门决算公开材料")

    document = read_bytes(make.drawn(text_page("项目支出绩效自评报告正文，见附表。"), draw))
    assert document.blocks[-1] == Paragraph("（图片未读取：第 2 页）", 2, is_unread=True)
    assert not any(isinstance(block, Paragraph) and block.is_unread for block in document.blocks[:-1])


def test_a_stamp_a_line_and_a_ground_are_not_worth_a_word() -> None:
    def draw(canvas: Canvas) -> None:
        image(canvas, 350, 600, 120, 120)
        image(canvas, 60, 100, 470, 3)
        image(canvas, 60, 200, 470, 200)
        for line in range(8):
            make.words(canvas, 72, 220 + 20 * line, "全年预算10万元，支出9万元。")

    assert not any(block.is_unread for block in read_bytes(make.drawn(draw)).blocks if isinstance(block, Paragraph))


def test_letters_drawn_as_outlines_are_told() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(300):
            canvas.circle(72 + 10 * (number % 40), 700 - 12 * (number // 40), 3)

    with pytest.raises(Unreadable, match=r"第 1 页只有图形"):
        read_bytes(make.drawn(draw))


def test_a_password_is_told() -> None:
    encrypt = pdfencrypt.StandardEncryption("geheim", canPrint=0)
    with pytest.raises(Unreadable, match="password"):
        read_bytes(make.drawn(text_page("机密"), encrypt=encrypt))


def test_a_file_that_only_forbids_copying_is_read() -> None:
    encrypt = pdfencrypt.StandardEncryption("", ownerPassword="owner", canCopy=0, strength=128)
    assert paragraphs(make.drawn(text_page("可以打开。"), encrypt=encrypt)) == ["可以打开。"]


WHOLE = make.drawn(text_page("项目支出绩效自评报告"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"PK\x03\x04" + b"x" * 500, "no PDF"),
        ("绩效自评报告".encode(), "no PDF"),
        (WHOLE[: len(WHOLE) // 2], "cut short"),
        (WHOLE[:-10], "cut short"),
        (b"%PDF-1.4\n" + b"\x00" * 300 + b"\n%%EOF\n", "damaged"),
        (make.drawn(lambda canvas: None), "blank"),
        (make.assembled("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"), "no pages"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_bytes(data)


def compressed(content: bytes, filters: str = "/FlateDecode") -> bytes:
    return make.assembled(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        f"<< /Length {len(content)} /Filter {filters} >>\nstream\n".encode() + content + b"\nendstream",
    )


def test_compression_bombs_are_not_inflated() -> None:
    bomb = zlib.compress(b" " * (pdf_file.MAX_INFLATED + 2))
    with pytest.raises(Unreadable, match="absurd size"):
        read_bytes(compressed(bomb))
    with pytest.raises(Unreadable, match="absurd size"):
        read_bytes(compressed(zlib.compress(bomb), "[/FlateDecode /FlateDecode]"))


def test_a_damaged_stream_is_not_read_by_half() -> None:
    content = bytearray(zlib.compress(b"".join(b"BT /F1 %d Tf (%d) Tj ET\n" % pair for pair in pairwise(range(3000)))))
    content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
    with pytest.raises(Unreadable, match="damaged"):
        read_bytes(compressed(bytes(content)))


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    two = make.drawn(text_page("一"), text_page("二"))
    monkeypatch.setattr(pdf_file, "MAX_PAGES", 1)
    with pytest.raises(Unreadable, match="2 pages, more than 1"):
        read_bytes(two)
    monkeypatch.setattr(pdf_file, "MAX_PAGES", 2)
    monkeypatch.setattr(reader, "MAX_SECONDS", -1.0)
    with pytest.raises(Unreadable, match="ran out at page 1"):
        read_bytes(two)
    monkeypatch.setattr(pdf_file, "MAX_BYTES", 100)
    with pytest.raises(Unreadable, match="larger than"):
        read_bytes(two)


def test_no_text_is_in_a_table_and_outside_it() -> None:
    source = PROSE + "\n#table(columns: 2, [项目名称], [甲], [预算数], [83.67])\n\n尾段。"
    document = read_bytes(make.typeset(source))
    kinds = [type(block) for block in document.blocks]
    assert kinds == [*[Paragraph] * 6, Table, Paragraph]
    assert document.media_type == "application/pdf"


def test_what_is_drawn_in_white_on_white_or_beside_the_page_is_no_text() -> None:
    def draw(canvas: Canvas) -> None:
        make.words(canvas, 72, 100, "全年预算数为80万元。")
        canvas.setFillColorRGB(1, 1, 1)
        make.words(canvas, 72, 140, "全年预算数为90万元。")
        canvas.setFillGray(1)
        canvas.rect(60, make.HEIGHT - 200, 400, 40, stroke=0, fill=1)
        make.words(canvas, 72, 180, "全年预算数为95万元。")
        canvas.setFillGray(0)
        make.words(canvas, -600, 220, "全年预算数为97万元。")
        make.words(canvas, 72, 1000, "全年预算数为99万元。")

    seen, told = read_bytes(make.drawn(draw)).blocks
    assert seen == Paragraph("全年预算数为80万元。", 1)
    assert told == Paragraph(
        "（第 1 页有看不见的文字，未读取：全年预算数为90万元。全年预算数为95万元。）", 1, is_unread=True
    )


@pytest.mark.parametrize("colour", [(0.1, 0.3, 0.6), (0, 0, 0.4, 0.2)])
def test_white_letters_on_a_dark_ground_are_text(colour: tuple[float, ...]) -> None:
    def draw(canvas: Canvas) -> None:
        make.words(canvas, 72, 100, "全年预算数为80万元。")
        (canvas.setFillColorCMYK if len(colour) == 4 else canvas.setFillColorRGB)(*colour)
        canvas.rect(60, make.HEIGHT - 160, 400, 40, stroke=0, fill=1)
        canvas.setFillGray(1)
        make.words(canvas, 72, 146, "全年执行数为60万元。")

    assert paragraphs(make.drawn(draw)) == ["全年预算数为80万元。", "全年执行数为60万元。"]


def _unprinted(canvas: Canvas, top: float, text: str) -> None:
    line = canvas.beginText(60, make.HEIGHT - top)
    line.setTextRenderMode(3)
    line.textLine(text)
    canvas.drawText(line)


def test_text_that_is_not_printed_is_left_out_and_told() -> None:
    def draw(canvas: Canvas) -> None:
        make.words(canvas, 60, 80, "全年预算数为120万元。")
        _unprinted(canvas, 110, "自评得分99.5分。")

    seen, told = read_bytes(make.drawn(draw)).blocks
    assert seen == Paragraph("全年预算数为120万元。", 1)
    assert told == Paragraph("（第 1 页有看不见的文字，未读取：自评得分99.5分。）", 1, is_unread=True)


def test_unprinted_text_on_a_scan_is_what_it_shows() -> None:
    def draw(canvas: Canvas) -> None:
        make.scan(canvas)
        _unprinted(canvas, 110, "项目支出绩效自评报告，自评得分95分。")

    assert read_bytes(make.drawn(draw)).blocks == (Paragraph("项目支出绩效自评报告，自评得分95分。", 1),)


def test_struck_out_words_are_left_out_and_their_figures_told() -> None:
    def draw(canvas: Canvas) -> None:
        make.words(canvas, 60, 80, "全年执行数98.5万元88.5万元，执行率80%。")
        start = 60 + canvas.stringWidth("全年执行数", "STSong-Light", 10.5)
        end = start + canvas.stringWidth("98.5万元", "STSong-Light", 10.5)
        make.bar(canvas, start, 76.5, end, 76.5)

    assert read_bytes(make.drawn(draw)).blocks == (
        Paragraph("全年执行数 88.5万元，执行率80%。", 1),
        Paragraph("（第 1 页有划去的文字，未读取：98.5万元）", 1, is_unread=True),
    )


@pytest.mark.parametrize("top", [82, 70], ids=["below", "above"])
def test_a_line_under_words_or_over_them_strikes_nothing_out(top: float) -> None:
    def draw(canvas: Canvas) -> None:
        make.words(canvas, 60, 80, "自评得分95分")
        make.bar(canvas, 60, top, 60 + canvas.stringWidth("自评得分95分", "STSong-Light", 10.5), top)

    assert read_bytes(make.drawn(draw)).blocks == (Paragraph("自评得分95分", 1),)
