"""The lines of those who give, and of what comes from elsewhere than the budget, in prose."""

from __future__ import annotations

import re

from ingest.forms.funds.statement import Statement
from ingest.forms.prose.givers import other_source
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.new_lines import main_label, new_line
from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.text import squeeze
from ingest.records import FundingLine

_VERB_AT_START = re.compile(
    r"^(?:实际|累计|全年|已|共)*(?:支出|支付|列支|使用|到位|收到)(?=财政|中央|自治区|[\u4e00-\u9fff]级)"
)
_VERB_AT_END = re.compile(r"(?:实际|累计|全年|已)*(?:支出|支付|执行|使用|到位|安排)(?:数|金额|资金)?$")


def giver_line(statement: Statement, mention: Mention, parent_no: int | None, label: str | None = None) -> FundingLine:
    beside = _sources(statement, parent_no)
    label = label or main_label(mention)
    known = (
        line for line in beside if line.fund_level == mention.level and (mention.level or line.line_label == label)
    )
    line = next(known, None) or new_line(statement, mention, label, parent_no)
    line.line_kind, line.fund_level = "source", mention.level
    return line


def source_line(statement: Statement, mention: Mention, total: FundingLine | None) -> FundingLine | None:
    """The line of one of several sources below the total; no table that prints the total is given a new one."""
    label = _VERB_AT_START.sub("", _VERB_AT_END.sub("", main_label(mention)))
    known = line_of_source(statement, label, mention.level, total)
    if known or (total and total.origin == "table"):
        return known
    parent_no = total.line_no if total else None
    if other_source(label) is None:
        return giver_line(statement, mention, parent_no, label)
    line = new_line(statement, mention, label, parent_no)
    line.line_kind = "source"
    return line


def line_of_source(
    statement: Statement, label: str, level: str | None, total: FundingLine | None
) -> FundingLine | None:
    """The only line of a source below the total that its label names, or its level or origin."""
    origin = funding_label(label).origin
    beside = _sources(statement, total.line_no if total else None)
    same = [line for line in beside if squeeze(line.line_label) == label]
    of_level = [line for line in beside if level and line.fund_level == level and not other_source(label)]
    alike = [line for line in beside if origin and line.fund_origin == origin and not line.fund_level]
    if origin == "current_year":
        alike = [line for line in alike if label.startswith("财政") and "财政" in line.line_label]
    return next((found[0] for found in (same, of_level, alike) if len(found) == 1), None)


def _sources(statement: Statement, parent_no: int | None) -> list[FundingLine]:
    return [line for line in statement.lines if line.parent_line_no == parent_no and line.line_kind == "source"]
