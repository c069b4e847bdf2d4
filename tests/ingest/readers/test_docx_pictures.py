"""Pictures in Word documents: one that may hold a table is told, small ones are not worth a word."""

from __future__ import annotations

import pytest
from word_files import p, package, part, relations, run, tbl, tc, tr

from ingest.document import Paragraph, Table, Unreadable
from ingest.extract import extract
from ingest.readers.word.docx import read_bytes

_DRAWING = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
_MAIN = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_PICTURE = 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
_CHART = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
_DIAGRAM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
_CM = 360_000
TOLD = Paragraph("（图片未读取：image1.png）", is_unread=True)


def drawn(width: float, height: float, content: str, properties: str = "") -> str:
    """A drawing of that size in centimetres."""
    size = f'<wp:extent cx="{round(width * _CM)}" cy="{round(height * _CM)}"/><wp:docPr id="1" name="1" {properties}/>'
    return (
        f"<w:r><w:drawing {_DRAWING} {_MAIN}><wp:inline>{size}<a:graphic><a:graphicData>{content}"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def picture(relationship: str = "r0", own: str = "") -> str:
    return (
        f'<pic:pic {_PICTURE}><pic:blipFill><a:blip r:embed="{relationship}"/></pic:blipFill><pic:spPr>{own}</pic:spPr>'
        "</pic:pic>"
    )


def drawn_page(rank: int) -> str:
    """A picture of its own as large as a page."""
    return drawn(15, 20, picture(f"x{rank}"))


def shape(style: str, content: str = '<v:imagedata r:id="r0"/>') -> str:
    """A picture of an older Word."""
    return f'<w:r><w:pict><v:shape style="{style}">{content}</v:shape></w:pict></w:r>'


def file(body: str, **more: str | bytes) -> bytes:
    return package(
        {
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relations(
                ("image", "media/image1.png"), ("image", "media/image2.emf"), ("diagramData", "diagrams/data1.xml")
            ),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            **{f"word/{name.replace('__', '/')}.xml": content for name, content in more.items()},
        }
    )


def behind(*runs: str) -> tuple[object, ...]:
    """The blocks behind a paragraph that holds these."""
    first, *others = read_bytes(file(p(run("自评表见下图"), *runs))).blocks
    assert first == Paragraph("自评表见下图")
    return tuple(others)


@pytest.mark.parametrize(
    "large",
    [
        drawn(15, 20, picture()),
        drawn(14.6, 3.2, picture()),
        drawn(15, 20, picture()).replace("wp:inline", "wp:anchor"),
        drawn(15, 20, picture(own='<a:xfrm rot="5400000"><a:ext cx="7200000" cy="5400000"/></a:xfrm>')),
        shape("width:415.3pt;height:300pt;mso-wrap-style:square"),
        shape("position:absolute; width:14cm; height:8cm"),
        shape("width:9;height:9")
        .replace("<w:pict>", '<w:pict><v:group style="width:400pt;height:200pt">', 1)
        .replace("</w:pict>", "</v:group></w:pict>"),
    ],
    ids=["page", "strip", "anchored", "turned", "of Word 2003", "in centimetres", "in a group"],
)
def test_a_large_picture_is_told(large: str) -> None:
    assert behind(large) == (TOLD,)


@pytest.mark.parametrize(
    "small",
    [
        drawn(5, 2, picture()),
        drawn(4.2, 4.2, picture()),
        drawn(15, 0.1, picture()),
        drawn(15, 2, picture()),
        drawn(2.5, 25, picture()),
        drawn(15, 20, picture(own='<a:xfrm><a:ext cx="360000" cy="360000"/></a:xfrm>')),
        drawn(15, 20, picture(), 'hidden="1"'),
        drawn(15, 20, "<a:prstGeom/>"),
        shape("width:120pt;height:120pt"),
        shape("width:6in;height:1.5pt"),
        '<w:r><w:pict><v:rect style="width:0;height:1.5pt" xmlns:o="urn:schemas-microsoft-com:office:office" o:hr="t"/>'
        "</w:pict></w:r>",
        f"<w:del>{drawn(15, 20, picture())}</w:del>",
    ],
    ids=[
        *("logo", "stamp", "line", "red head", "side strip", "logo in a large group", "hidden", "shape", "old stamp"),
        *("old line", "rule", "deleted"),
    ],
)
def test_a_small_picture_is_not_worth_a_word(small: str) -> None:
    assert behind(small) == ()


def test_a_picture_in_a_header_is_none_of_the_text() -> None:
    head = part("hdr", p(drawn(15, 20, picture())))
    body = p("正文") + '<w:sectPr><w:headerReference r:id="r9"/></w:sectPr>'
    assert read_bytes(file(body, header1=head)).blocks == (Paragraph("正文"),)


def test_a_picture_is_told_once() -> None:
    both = drawn(15, 20, picture())
    assert behind(both, both, drawn(15, 20, picture("r1"))) == (
        TOLD,
        Paragraph("（图片未读取：image2.emf）", is_unread=True),
    )


def test_a_picture_in_a_cell_or_a_text_box_is_told_once_too() -> None:
    table, told = read_bytes(file(tbl(tr(tc(p("附表")), tc(p(drawn(12, 8, picture()))))))).blocks
    assert isinstance(table, Table) and told == TOLD
    box = drawn(16, 21, f"<wps:txbx><w:txbxContent>{p('框', drawn(15, 20, picture()))}</w:txbxContent></wps:txbx>")
    assert behind(box) == (Paragraph("框"), TOLD)


def test_what_an_embedded_file_looks_like_is_no_picture() -> None:
    seen = shape("width:415pt;height:300pt").replace("w:pict", "w:object")
    assert behind(seen) == ()


def test_a_chart_is_told() -> None:
    assert behind(drawn(14, 7, f'<c:chart {_CHART} r:id="r1"/>')) == (
        Paragraph("（图表未读取：image2.emf）", is_unread=True),
    )


def test_the_words_of_a_diagram_are_read() -> None:
    words = "".join(
        f"<dgm:pt><dgm:t><a:p><a:r><a:t>{one}</a:t></a:r><a:r><a:t>{two}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        for one, two in (("项目单位", ""), ("支出", "20万元"), ("", ""))
    )
    data = f"<dgm:dataModel {_DIAGRAM} {_MAIN}><dgm:ptLst>{words}</dgm:ptLst></dgm:dataModel>"
    body = p("流程", drawn(14, 7, f'<dgm:relIds {_DIAGRAM} r:dm="r2"/>'))
    assert read_bytes(file(body, diagrams__data1=data)).blocks == (
        Paragraph("流程"),
        Paragraph("项目单位"),
        Paragraph("支出20万元"),
    )


def test_a_report_with_its_form_as_a_picture_is_read_in_part() -> None:
    told = extract(
        read_bytes(
            file(p("2023年度书屋项目支出绩效自评报告") + p("全年支出20万元，自评得分95分。", drawn(15, 20, picture())))
        )
    )
    (notice,) = (notice for notice in told.notices if notice.kind == "not_understood")
    assert notice.evidence.block_no == 3 and notice.detail.startswith("图片未读取：image1.png / ")


def test_what_is_told_of_a_picture_is_no_text_of_the_report() -> None:
    paragraphs = (
        "2023年度书屋项目支出绩效自评报告",
        "全年支出20万元，自评得分95分。",
        "三、存在的问题",
        "图书更新偏慢。",
    )
    plain = extract(read_bytes(file("".join(map(p, paragraphs)))))
    drawn = extract(read_bytes(file("".join(p(text, drawn_page(rank)) for rank, text in enumerate(paragraphs)))))
    assert [issue.text for issue in plain.issues] == [issue.text for issue in drawn.issues] == ["图书更新偏慢。"]
    assert [each.value_text for each in plain.report_fields] == [each.value_text for each in drawn.report_fields]
    assert sum(notice.kind == "not_understood" for notice in drawn.notices) == 4


def test_a_document_of_pictures_alone_is_rejected() -> None:
    with pytest.raises(Unreadable, match="只有图片"):
        read_bytes(file(p(drawn(15, 20, picture()))))
