"""From a file to what is to be loaded of it: the work of the reading processes, which know no home and no database."""

from __future__ import annotations

import mimetypes
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from ingest import raw_rows, readers
from ingest.bilingual import halves
from ingest.document import Document, Paragraph, Unreadable
from ingest.forms.synthetic import is_synthetic
from ingest.outcome import stops_all
from ingest.readers.word import office
from ingest.records import Extraction

MAX_BYTES = 200_000_000
_OLD_OFFICE = "application/msword"
_NO_REPORT = (
    "未识别到绩效自评（评价）报告：可能是空白模板或其他材料，也可能是尚不认识的表式 / "
    "no evaluation report was recognised in it: a blank template, another kind of document, or a form not known yet"
)
_RUN_TOGETHER = (
    "表格的单元格被转换软件粘连在一起，数字无法分开，请报送原文件 / "
    "a converter has joined the cells of the form, so that its figures cannot be told apart; send the original"
)
_NOT_PLACED = ("处数字未能归位", "figures or places not placed")
_NOT_READ = ("处图片、内嵌文件等内容未读取", "pictures, files or the like not read")
_HIDDEN = ("处隐藏的行列已读取", "hidden rows or columns read")
_TOO_LARGE = (
    f"文件超过 {MAX_BYTES // 1_000_000} MB，请拆分后报送 / "
    f"the file is larger than {MAX_BYTES // 1_000_000} MB; split it and send the parts"
)
_TOO_MUCH_MEMORY = (
    "文件内容过多，读取时内存不足，请拆分后报送 / reading the file takes more memory than it may; split it"
)


class Cause(StrEnum):
    """Why a document is rejected, where that lies not in the document alone, so that another try may end otherwise."""

    FAILURE = "failure"
    NO_CONVERTER = "no_converter"


_CAUSES = {office.NotInstalled: Cause.NO_CONVERTER, office.NotConverted: Cause.FAILURE}


@dataclass(frozen=True, slots=True)
class Understood:
    """One document, ready to be loaded. `failure` is the traceback where the program itself failed on it."""

    status: str
    reason: str | None
    media_type: str
    encoding: str | None = None
    report_count: int = 0
    is_synthetic: bool = False
    content: raw_rows.Content = field(default_factory=dict)
    failure: str | None = None
    cause: Cause | None = None


def understand(document_id: str, path: Path, original: Path | None = None, name: str | None = None) -> Understood:
    """Read and understand a file that came under `name`; `original` is the file that it was converted from."""
    from ingest import extract  # Not above: what knows of forms takes long to load, and only who reads needs it.

    guessed = _guessed_media_type((original or path).name)
    try:
        document = readers.read(path)
        if original is not None:
            document = replace(document, media_type=office.media_type_of(original))
        extraction = extract.extract(document, name)
        status, reason = _judge(extraction, document)
        content = raw_rows.content(document_id, document, extraction) if status != "rejected" else {}
        count = len(extraction.reports) + len(extraction.ledgers)
    except Unreadable as error:
        return _rejected(error, guessed)
    except MemoryError:
        return Understood("rejected", _TOO_MUCH_MEMORY, guessed, cause=Cause.FAILURE)
    except Exception as error:
        if isinstance(error, OSError) and stops_all(error):
            raise
        told = "".join(traceback.format_exception(error))
        return Understood("rejected", _place(error), guessed, failure=told, cause=Cause.FAILURE)
    return Understood(status, reason, document.media_type, document.encoding, count, is_synthetic(document), content)


def too_large(name: str) -> Understood:
    """What there is to say of a file that nobody tries to read."""
    return Understood("rejected", _TOO_LARGE, _guessed_media_type(name))


def convert(paths: Sequence[Path], into: Path) -> Mapping[Path, Path | Understood]:
    """Old Office files as Word documents in the folder `into`: each path → what was made, or why nothing was."""
    made = office.convert(paths, into)
    return {
        path: _rejected(outcome, _OLD_OFFICE) if isinstance(outcome, Unreadable) else outcome
        for path, outcome in made.items()
    }


def _rejected(error: Unreadable, media_type: str) -> Understood:
    cause = next((cause for kind, cause in _CAUSES.items() if isinstance(error, kind)), None)
    return Understood("rejected", str(error), media_type, cause=cause)


def _judge(extraction: Extraction, document: Document) -> tuple[str, str | None]:
    """Status and reason of a document that could be read."""
    if not extraction.reports and not extraction.ledgers:
        from ingest.readers.flattened import is_run_together

        told = next((notice.detail for notice in extraction.notices if notice.kind == "not_understood"), None)
        return "rejected", _RUN_TOGETHER if is_run_together(document) else told or _NO_REPORT
    lost = [(notice.detail, notice.evidence) for notice in extraction.notices if notice.kind == "not_understood"]
    lost += [(f"{figure.about} {figure.value_text}", figure.evidence) for figure in extraction.unplaced]
    if not lost:
        return "loaded", None
    detail, place = lost[0]
    numbers = (place.page_no, place.block_no, place.row_no, place.col_no)
    named = list(zip(("页", "段", "行", "格"), ("page", "block", "row", "cell"), numbers, strict=True))
    where_zh = "".join(f"第{number}{zh}" for zh, _, number in named if number is not None)
    where_en = ", ".join(f"{en} {number}" for _, en, number in named if number is not None)
    of_readers = [block for _, each in lost if isinstance(block := document.blocks[each.block_no - 1], Paragraph)]
    unread, hidden = sum(block.is_unread for block in of_readers), sum(block.is_of_hidden for block in of_readers)
    counts = [(len(lost) - unread - hidden, *_NOT_PLACED), (unread, *_NOT_READ), (hidden, *_HIDDEN)]
    counted_zh = "，".join(f"{count} {zh}" for count, zh, _ in counts if count)
    counted_en = ", ".join(f"{en}: {count}" for count, _, en in counts if count)
    return "partial", f"{counted_zh}，首处：{halves(detail)[0]}（{where_zh}） / {counted_en}; the first in {where_en}"


def _guessed_media_type(name: str) -> str:
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def _place(error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    return (
        f"the program failed on it: {type(error).__name__} in {Path(place.filename).name} line {place.lineno} "
        f"({error}); details are in ingest.log of the home's warehouse/logs"
    )
