"""What an extraction says, brief enough to be written down by hand."""

from __future__ import annotations

from ingest.extract import extract
from ingest.records import Extraction

from .documents import Block, document


def extracted(*blocks: Block | str) -> Extraction:
    return extract(document(*blocks))


def money(found: Extraction, report_no: int = 1) -> dict[str, dict[str, str]]:
    """The cells of each funding line: {label: {measure: figure with its unit}}."""
    lines: dict[str, dict[str, str]] = {}
    for line in found.funding_lines:
        if line.report_no != report_no:
            continue
        label = line.line_label + (" *" if line.is_headline else "")
        lines[label] = {
            amount.measure: f"{amount.value_text} {amount.unit}"
            for amount in found.amounts
            if amount.report_no == report_no and amount.line_no == line.line_no and amount.is_line_cell
        }
    return lines


def indicators(found: Extraction, report_no: int = 1) -> list[str]:
    """One text an indicator: level1/level2/level3 weight→score, a dash for what is not given."""
    return [
        f"{row.level1 or '-'}/{row.level2 or '-'}/{row.level3 or '-'} "
        f"{'-' if row.weight is None else row.weight}→{'-' if row.score is None else row.score}"
        for row in found.indicators
        if row.report_no == report_no
    ]


def targets(found: Extraction, report_no: int = 1) -> list[str]:
    """One text an indicator: operator, target, unit, actual value."""
    return [
        " ".join(
            text or "-" for text in (row.target_operator, row.target_value_text, row.target_unit, row.actual_value_text)
        )
        for row in found.indicators
        if row.report_no == report_no and not row.is_execution_row
    ]


def doubted(found: Extraction) -> list[str]:
    """The figures that its notices tell, in order."""
    return [notice.detail.rpartition("：")[2] for notice in found.notices]


def total(found: Extraction, report_no: int = 1) -> str | None:
    """The reported total score: the table's, else the prose's."""
    scores = [a for a in found.amounts if a.report_no == report_no and a.measure == "total_score"]
    scores.sort(key=lambda amount: amount.origin, reverse=True)
    return scores[0].value_text if scores else None
