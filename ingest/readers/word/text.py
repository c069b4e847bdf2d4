"""The text of one Word paragraph as printed, with its number, and the page on which it begins."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

from ingest.document import Unreadable
from ingest.readers.embedded import object_ids
from ingest.readers.raised import raised
from ingest.readers.word.fields import drawn
from ingest.readers.word.math import linear
from ingest.readers.word.names import FIELD_MARK, LEVEL, NUM_ID, NUM_PR, P_PR, P_STYLE, R_PR, VAL, R, T, m, number, w
from ingest.readers.word.notes import REFERENCES, WITHIN, Reference
from ingest.readers.word.numbering import Numbering
from ingest.readers.word.pictures import diagrams, large_pictures

_BREAK, _RENDERED_BREAK, _BREAK_TYPE = w("br"), w("lastRenderedPageBreak"), w("type")
_INSTRUCTION, _FIELD_MARK_TYPE = w("instrText"), w("fldCharType")
_FORMULAS = frozenset((m("oMath"), m("oMathPara")))
_OBJECT = w("object")
_DRAWINGS = frozenset((w("drawing"), w("pict"), _OBJECT))
_SUBDOCUMENT = w("subDoc")
_BOX, _ART = w("txbxContent"), "{urn:schemas-microsoft-com:vml}textpath"
_POSITION = w("vertAlign")
_CHARACTERS = {w("tab"): " ", w("ptab"): " ", w("cr"): "\n", w("noBreakHyphen"): "-"}


@dataclass(slots=True)
class Line:
    """A paragraph: its stripped text, the page where that begins, the text boxes anchored in it, the ids of the files
    embedded in it and of its diagrams, its large pictures, each as (what it is, id), and what refers to its notes."""

    text: str
    page: int
    boxes: list[_Element]
    embedded: list[str]
    diagrams: list[str]
    pictures: list[tuple[str, str]]
    notes: list[Reference]


class TextReader:
    """Reads paragraphs in order, counting pages and lists as it goes. `page` is the page reached so far."""

    def __init__(self, root: _Element, numbering: Numbering | None) -> None:
        self._numbering = numbering
        self._has_rendered_breaks = next(root.iter(_RENDERED_BREAK), None) is not None
        self.knows_pages = self._has_rendered_breaks or any(
            element.get(_BREAK_TYPE) == "page" for element in root.iter(_BREAK)
        )
        self._has_raised = any(element.get(VAL) == "superscript" for element in root.iter(_POSITION))
        self.page = 1
        self._pieces: list[str] = []
        self._boxes: list[_Element] = []
        self._embedded: list[str] = []
        self._diagrams: list[str] = []
        self._pictures: list[tuple[str, str]] = []
        self._notes: list[Reference] = []
        self._fields: list[list[str] | None] = []
        self._first_page = 1

    def read(self, paragraph: _Element) -> Line:
        """The next paragraph."""
        self._pieces, self._fields, self._first_page = [], [], self.page
        self._boxes, self._embedded, self._diagrams, self._pictures, self._notes = [], [], [], [], []
        label = ""
        for child in paragraph:
            tag = child.tag
            if tag == R:
                self._run(child)
            elif tag == P_PR:
                if self._numbering is not None:
                    label = self._label(self._numbering, child)
            elif tag in _FORMULAS:
                self._pieces.append(linear(child))
            elif tag == _SUBDOCUMENT:
                raise Unreadable(
                    "文档引用了未随附的子文档，请在 Word 中合并后另存 / "
                    "the document refers to subdocuments that are not in the file; merge them in Word and save again"
                )
        text = (label + "".join(self._pieces)).strip()
        return Line(text, self._first_page, self._boxes, self._embedded, self._diagrams, self._pictures, self._notes)

    def _run(self, run: _Element) -> None:
        is_raised = False
        for item in run:
            tag = item.tag
            if tag == R_PR:
                is_raised = self._has_raised and _is_raised(item)
                continue
            if tag == T:
                content = item.text
                if content:
                    if is_raised and self._pieces:
                        content = raised(self._pieces[-1], content)
                    if "\n" in content or "\t" in content or "\r" in content:
                        content = content.translate(_SPACES)
                    if self._fields:
                        self._add(content)
                    else:
                        self._pieces.append(content)
            elif tag == FIELD_MARK:
                self._field_mark(item.get(_FIELD_MARK_TYPE))
            elif tag == _INSTRUCTION:
                if self._fields and self._fields[-1] is not None:
                    self._fields[-1].append(item.text or "")
            elif tag == _BREAK:
                is_page = item.get(_BREAK_TYPE) == "page"
                self._add("\n")
                if is_page and not self._has_rendered_breaks:
                    self._turn_page()
            elif tag == _RENDERED_BREAK:
                self._turn_page()
            elif tag in _CHARACTERS:
                self._add(_CHARACTERS[tag])
            elif tag in _DRAWINGS:
                self._drawing(item)
            elif tag in REFERENCES:
                self._notes.append((REFERENCES[tag], item))
            elif tag in WITHIN:
                self._notes.append((WITHIN[tag], item))
            elif tag == R:
                self._run(item)

    def _add(self, content: str) -> None:
        """Text goes into the instruction of the innermost field that is still being written, else into the line."""
        for field in reversed(self._fields):
            if field is not None:
                field.append(content)
                return
        self._pieces.append(content)

    def _field_mark(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append([])
        elif kind == "separate" and self._fields:
            self._fields[-1] = None
        elif kind == "end" and self._fields:
            instruction = self._fields.pop()
            if instruction is not None:
                self._add(drawn("".join(instruction)))

    def _turn_page(self) -> None:
        self.page += 1
        if not "".join(self._pieces).strip():
            self._first_page = self.page

    def _drawing(self, drawing: _Element) -> None:
        if drawing.tag == _OBJECT:
            self._embedded.extend(object_ids(drawing))
        self._diagrams.extend(diagrams(drawing))
        self._pictures.extend(large_pictures(drawing))
        for element in drawing.iter(_BOX, _ART):
            if element.tag == _ART:
                self._add(element.get("string", ""))
            elif not any(outer in self._boxes for outer in element.iterancestors(_BOX)):
                self._boxes.append(element)

    @staticmethod
    def _label(numbering: Numbering, properties: _Element) -> str:
        style = number_id = None
        level: int | None = None
        for item in properties:
            if item.tag == P_STYLE:
                style = item.get(VAL)
            elif item.tag == NUM_PR:
                for part in item:
                    if part.tag == NUM_ID:
                        number_id = part.get(VAL)
                    elif part.tag == LEVEL:
                        level = number(part.get(VAL), 0)
        return numbering.label(style, number_id, level)


def _is_raised(properties: _Element) -> bool:
    position = properties.find(_POSITION)
    return position is not None and position.get(VAL) == "superscript"


_SPACES = str.maketrans("\n\t\r", "   ")
