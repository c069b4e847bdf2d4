"""Funding lines that only prose states, as records."""

from __future__ import annotations

import re

from ingest.forms.funds.statement import Statement
from ingest.forms.prose.mention import Mention
from ingest.lexicon.labels import FundingLabel, funding_label
from ingest.lexicon.text import squeeze
from ingest.records import FundingLine

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
    about = squeeze(mention.about)
    return (
        re.sub(
            r"^(?:(?:资金)?来源[为是于]|由|于|列入|该项目)+",
            "",
            re.sub(r"^.*20\d\d(?:年度?(?!初)|(?=年初))", "", about),
        )
        or about
    )
