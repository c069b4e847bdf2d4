import pytest
from word_files import p, package, part, relations, run, tbl, tc, tr

from ingest.document import Paragraph, Unreadable
from ingest.readers.word.docx import read_bytes
from ingest.readers.word.package import parse
from ingest.readers.word.single_xml import as_package


def reference(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def note(kind: str, number: int, *content: str) -> str:
    inner = "".join(item if item.startswith("<") else p(item) for item in content)
    return f'<w:{kind} w:id="{number}">{inner}</w:{kind}>'


def file(body: str, *notes: tuple[str, str]) -> bytes:
    """A Word file with this body and, by kind, these notes."""
    return package(
        {
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relations(*((f"{kind}s", f"{kind}s.xml") for kind, _ in notes)),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            **{f"word/{kind}s.xml": part(f"{kind}s", content) for kind, content in notes},
        }
    )


def read(body: str, *notes: tuple[str, str]) -> list[str]:
    """The texts of paragraphs, those that stand aside behind >, and of tables with | between their cells."""
    return [
        ("> " if block.is_aside else "") + block.text
        if isinstance(block, Paragraph)
        else "|".join(cell.text for cell in block.cells)
        for block in read_bytes(file(body, *notes)).blocks
    ]


@pytest.mark.parametrize(("kind", "name"), [("footnote", "脚注"), ("endnote", "尾注"), ("comment", "批注")])
def test_notes_stand_aside_behind_the_paragraph_that_refers_to_them(kind: str, name: str) -> None:
    body = p("实际支出96万元", reference(kind, 1), "，结余4万元。", reference(kind, 2)) + p("二、绩效情况")
    notes = note(kind, 1, "含上年结转", "6万元。") + note(kind, 2, " 已上缴。") + note(kind, 3, "无人提及。")
    assert read(body, (kind, notes)) == [
        "实际支出96万元，结余4万元。",
        f"> （{name}1）含上年结转\n6万元。",
        f"> （{name}2）已上缴。",
        "二、绩效情况",
    ]


def test_notes_of_a_cell_stand_aside_behind_its_table() -> None:
    body = tbl(tr(tc(p("决策", reference("footnote", 7))), "20"), tr("过程", "18")) + p("完")
    assert read(body, ("footnote", note("footnote", 7, "满分20分。"))) == [
        "决策|20|过程|18",
        "> （脚注1）满分20分。",
        "完",
    ]


def test_a_note_with_a_table_gives_its_rows_as_lines() -> None:
    body = p("支出见注", reference("footnote", 1))
    content = note("footnote", 1, "明细：", tbl(tr("设备", "30"), tr("人工", "12")))
    assert read(body, ("footnote", content)) == ["支出见注", "> （脚注1）明细：\n设备 30\n人工 12"]


def test_what_is_deleted_in_a_note_or_refers_to_one_in_deleted_text_is_gone() -> None:
    deleted = f"<w:del>{reference('footnote', 2)}</w:del>"
    body = p("甲", reference("footnote", 1), deleted)
    notes = note("footnote", 1, p(f"<w:del>{run('50')}</w:del>", "60万元")) + note("footnote", 2, "旧注")
    assert read(body, ("footnote", notes)) == ["甲", "> （脚注1）60万元"]


@pytest.mark.parametrize("notes", [(), (("footnote", note("footnote", 1)),)])
def test_references_without_a_note_or_to_an_empty_one_say_nothing(notes: tuple[tuple[str, str], ...]) -> None:
    assert read(p("甲", reference("footnote", 1)), *notes) == ["甲"]


def test_a_document_of_nothing_but_notes_has_no_content() -> None:
    with pytest.raises(Unreadable, match="没有内容"):
        read(p(reference("comment", 1)), ("comment", note("comment", 1, "请补正文")))


def test_word_2003_holds_notes_and_comments_in_the_midst_of_the_text() -> None:
    old = "http://schemas.microsoft.com/office/word/2003/wordml"
    remark = (
        '<aml:annotation xmlns:aml="http://schemas.microsoft.com/aml/2001/core" w:type="Word.Comment"><aml:content>'
        "<w:p><w:r><w:t>应为95万元</w:t></w:r></w:p></aml:content></aml:annotation>"
    )
    data = (
        f'<w:wordDocument xmlns:w="{old}"><w:body><w:p><w:r><w:t>支出96万元</w:t></w:r><w:r><w:footnote><w:p><w:r>'
        f"<w:t>含结转</w:t></w:r></w:p></w:footnote></w:r><w:r>{remark}</w:r></w:p></w:body></w:wordDocument>"
    )
    blocks = read_bytes(as_package(parse(data.encode()))).blocks
    assert [(block.text, block.is_aside) for block in blocks if isinstance(block, Paragraph)] == [
        ("支出96万元", False),
        ("（脚注1）含结转", True),
        ("（批注1）应为95万元", True),
    ]
