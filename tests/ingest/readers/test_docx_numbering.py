import pytest
from word_files import p, run, tbl, tc, tr, word

from ingest.document import Paragraph
from ingest.readers.word.docx import read_bytes
from ingest.readers.word.numbering import counted


def level(depth: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    shape = f'<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/>{shape}</w:lvl>'


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def concrete(number: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def item(text: str, number: int = 1, depth: int | None = 0) -> str:
    at = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    return p(text, properties=f'<w:numPr>{at}<w:numId w:val="{number}"/></w:numPr>')


def texts(body: str, numbering: str, styles: str = "") -> list[str]:
    return [
        block.text if isinstance(block, Paragraph) else "|".join(cell.text for cell in block.cells)
        for block in read_bytes(word(body, numbering, styles)).blocks
    ]


REPORT = abstract(
    0,
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "japaneseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
) + concrete(1, 0)


def test_the_sections_of_a_report() -> None:
    body = item("概况") + item("背景", depth=1) + item("依据", depth=2) + item("目标", depth=2) + item("实施", depth=1)
    body += item("其他", depth=2) + item("评价") + item("结论", depth=1)
    assert texts(body, REPORT) == [
        "一、概况",
        "（一）背景",
        "1. 依据",
        "2. 目标",
        "（二）实施",
        "1. 其他",
        "二、评价",
        "（一）结论",
    ]


@pytest.mark.parametrize(
    ("form", "value", "printed"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 11, "十一"),
        ("chineseCountingThousand", 20, "二十"),
        ("chineseCountingThousand", 99, "九十九"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1001, "一千零一"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographDigital", 10, "一〇"),
        ("ideographTraditional", 3, "丙"),
        ("upperLetter", 26, "Z"),
        ("lowerLetter", 28, "bb"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 9, "ix"),
        ("decimalEnclosedCircleChinese", 3, "③"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 7, "07"),
        ("none", 7, ""),
        ("hebrew1", 7, "7"),
        ("upperRoman", 0, "0"),
    ],
)
def test_number_formats(form: str, value: int, printed: str) -> None:
    assert counted(value, form) == printed


def test_levels_inside_a_level_in_digits() -> None:
    numbering = abstract(
        0,
        level(0, "chineseCounting", "第%1章"),
        level(1, "decimal", "%1.%2"),
        level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
    ) + concrete(1, 0)
    body = item("甲", depth=2) + item("乙") + item("丙", depth=1) + item("丁", depth=2)
    assert texts(body, numbering) == ["1.1.1 甲", "第二章 乙", "二.1 丙", "2.1.1 丁"]


def test_lists_that_share_an_abstract_list_count_on_unless_they_start_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = abstract(0, level(0, "decimal", "%1、")) + concrete(1, 0) + concrete(2, 0) + concrete(3, 0, anew)
    body = item("a") + item("b", 2) + item("c", 3) + item("d", 3) + item("e")
    assert texts(body, numbering) == ["1、a", "2、b", "5、c", "6、d", "7、e"]


def test_a_level_that_goes_on_counting() -> None:
    never = '<w:lvlRestart w:val="0"/>'
    numbering = abstract(0, level(0, "decimal", "%1、"), level(1, "decimal", "(%2)", never)) + concrete(1, 0)
    assert texts(item("a") + item("b", depth=1) + item("c") + item("d", depth=1), numbering)[-1] == "(2) d"


def test_numbers_by_style_and_switched_off() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H1"/></w:style>'
    )
    numbering = abstract(
        0, level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>')
    ) + concrete(1, 0)

    def styled(text: str, style: str, more: str = "") -> str:
        return p(text, properties=f'<w:pStyle w:val="{style}"/>{more}')

    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = styled("甲", "H1") + styled("乙", "H2") + styled("丙", "H1", off) + styled("丁", "Own") + p("戊")
    assert texts(body, numbering, styles) == ["一、甲", "（一）乙", "丙", "二、丁", "戊"]


def test_a_list_that_takes_its_levels_from_a_list_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>'
    assert texts(item("甲", 9), REPORT + linked + concrete(9, 5), styles) == ["一、甲"]


def test_automatic_numbers_fill_the_cells_of_a_rank_column() -> None:
    numbering = abstract(0, level(0, "decimal", "%1")) + concrete(1, 0)
    body = tbl(*(tr(tc(item("")), name) for name in ("甲", "乙")))
    assert texts(body, numbering) == ["1|甲|2|乙"]


@pytest.mark.parametrize(
    ("bullet", "printed"),
    [("\uf06c", "甲"), ("\uf0a8", "□甲"), ("\uf0fe", "☑甲"), ("•", "甲")],
)
def test_bullets_are_text_only_where_they_are_boxes_or_ticks(bullet: str, printed: str) -> None:
    font = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'
    numbering = abstract(0, level(0, "bullet", bullet).replace("</w:lvl>", f"{font}</w:lvl>")) + concrete(1, 0)
    assert texts(item("甲"), numbering) == [printed]


def test_deleted_and_hidden_paragraphs_are_not_counted() -> None:
    deleted = p(
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>",
        properties='<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>',
    )
    hidden = p(run("隐", "<w:vanish/>"), properties='<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>')
    assert texts(item("甲") + deleted + hidden + item("乙"), REPORT) == ["一、甲", "二、乙"]


def test_missing_lists_and_levels_number_nothing() -> None:
    assert texts(item("甲", 77) + item("乙", 1, 8), REPORT) == ["甲", "乙"]


def test_table_styles_beside_those_that_number_and_hide() -> None:
    """A gallery of table styles (one of them in one tag) is passed over, what stands between them is not."""
    table = '<w:style w:type="table" w:styleId="T{}"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style>'
    styles = (
        table.format(1)
        + '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        + '<w:style w:type="table" w:styleId="T2"/>'
        + '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
        + table.format(3)
    )
    body = p("概况", properties='<w:pStyle w:val="H1"/>') + p("见", run("隐", '<w:rStyle w:val="H"/>'))
    assert texts(body, REPORT, styles) == ["一、概况", "见"]
