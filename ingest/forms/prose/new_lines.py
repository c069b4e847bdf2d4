"""Funding lines that only prose states, as records."""

from __future__ import annotations

import re

from ingest.forms.funds.statement import Statement
from ingest.forms.prose.mention import Mention
from ingest.lexicon.funding_labels import FundingLabel, funding_label
from ingest.lexicon.phrases.money import without_documents
from ingest.lexicon.text import squeeze
from ingest.records import FundingLine

_FILE = re.compile(r"[（(][^（()）]*号[)）]")
_BY_FILE = re.compile(r"^(?:(?:根据|依据|按照?)[、，,和及]*)?(?:文件)?(?:规定|精神|要求)*")
_DATED = re.compile(r"^.*20\d\d(?:年度?[底末]?(?!初)|(?=年初))")
_LEAD = re.compile(r"^(?:(?:资金)?来源[为是于]|由|于|列入|该项目)+")
_IS_REST = re.compile(r"^其[他它]$")


def new_line(statement: Statement, mention: Mention, label: str, parent_no: int | None) -> FundingLine:
    told = funding_label(label)
    kind = "category" if mention.category else "item" if told.kind == "total" else told.kind
    if _IS_REST.match(label) and any(line.line_kind == "item" for line in children(statement, parent_no)):
        told, kind = FundingLabel("item"), "item"
    line = FundingLine(
        statement.report_no,
        len(statement.lines) + 1,
        parent_no,
        label,
        kind,
        told.level,
        told.origin,
        mention.category,
        "narrative",
        False,
        mention.evidence,
    )
    statement.lines.append(line)
    return line


def children(statement: Statement, parent_no: int | None) -> list[FundingLine]:
    return [line for line in statement.lines if parent_no is not None and line.parent_line_no == parent_no]


def main_label(mention: Mention) -> str:
    """What the line of the total is called: the words before its amount, without a time and the documents that gave
    it: 下达补助资金 for 《关于下达2022年某资金的通知》（财农〔2022〕9号）下达补助资金."""
    about = squeeze(mention.about)
    if "号" in about or "《" in about:
        about = _BY_FILE.sub("", _FILE.sub("", without_documents(about))) or about
    return _LEAD.sub("", _DATED.sub("", about)) or about
