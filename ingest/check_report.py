"""A check as a page to send to the unit and as text for a terminal: the same tables, in Chinese."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from ingest.bilingual import halves
from ingest.checking import CheckedFile, Row
from ingest.outcome import one_line
from ingest.places import place_of

STATUSES = {"loaded": "已读懂", "partial": "部分未读懂", "rejected": "未能读取", "withdrawn": "已撤回"}
SEVERITIES = {"error": "错误", "warning": "疑问", "info": "提示"}
FIELDS = {
    "title": "标题",
    "title_year": "标题年度",
    "money_year": "资金年度",
    "table_year": "表格年度",
    "project_name": "项目名称",
    "organization_name": "实施单位",
    "department_name": "主管部门",
    "evaluation_date": "填报日期",
    "grade": "评价等级",
    "goal_deadline": "目标期限",
    "budget_adjusted": "预算调整",
    "low_execution_reason": "执行率偏低的原因",
}
MEASURES = {
    "initial_budget": "年初预算",
    "budget_adjustment": "预算调整",
    "annual_budget": "全年预算",
    "appropriated": "下达资金",
    "funds_received": "到位资金",
    "executed": "支出",
    "revenue": "收入",
    "carryover": "结转结余",
    "execution_rate": "执行率",
    "funds_received_rate": "到位率",
    "total_score": "总分",
    "section_weight": "分项分值",
    "section_score": "分项得分",
    "other_amount": "其他金额",
    "other_rate": "其他比率",
}
_WIDE, _SHOWN = 300, 80
_TITLE = "绩效自评报告检查结果"
_STYLE = """
body { font: 15px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; max-width: 1100px;
  margin: 2em auto; padding: 0 1em; color: #1c2733; }
h1 { font-size: 1.5em } h2 { font-size: 1.25em; border-bottom: 2px solid #1f5fa8; margin-top: 2em }
h3 { font-size: 1.1em; margin-top: 1.6em } h4 { margin: 1.2em 0 .3em }
table { border-collapse: collapse; width: 100%; font-size: .9em }
th, td { border: 1px solid #c9d1da; padding: .3em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { background: #eef3f9 } td.place, td.quote { color: #5a6672 }
.错误, .未能读取 { color: #b3261e; font-weight: bold } .疑问, .部分未读懂 { color: #8a5a00; font-weight: bold }
"""


@dataclass(frozen=True, slots=True)
class Section:
    """One table of a report."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def sections(report: Row) -> Iterator[Section]:
    """The tables of one report that have rows, the findings first."""
    for section in (_findings(report), _facts(report), _funding(report), _indicators(report), _prose(report)):
        if section.rows:
            yield section


def not_understood(checked: CheckedFile) -> Section:
    """The places that were not understood."""
    return Section(
        "未读懂的内容",
        ("内容", "位置", "原文"),
        [(halves(row["what"])[0], *_evidence(row)) for row in checked.not_understood],
    )


def together(files: Sequence[CheckedFile]) -> Section:
    """What became of each file and what was found in it, those to look at first; and of all."""
    order = ["rejected", "partial", "loaded", "withdrawn"]
    rows = [
        (_name(file), STATUSES[file.status], str(len(file.reports)), *map(str, _found(file).values()))
        for file in sorted(files, key=lambda file: (order.index(file.status), *(-n for n in _found(file).values())))
    ]
    outcomes = Counter(STATUSES[file.status] for file in files)
    reports = sum(len(file.reports) for file in files)
    found = (sum(counts) for counts in zip(*(_found(file).values() for file in files), strict=True))
    said = "、".join(f"{outcome} {count}" for outcome, count in outcomes.items())
    rows.append((f"合计 {len(files)} 份文件", said, str(reports), *map(str, found)))
    return Section("汇总", ("文件", "结果", "报告", *SEVERITIES.values()), rows)


def summary(checked: CheckedFile) -> str:
    """One line on a file."""
    if not checked.reports:
        return STATUSES[checked.status]
    found = "、".join(f"{name} {count} 处" for name, count in _found(checked).items())
    return f"{STATUSES[checked.status]}，{len(checked.reports)} 份报告；{found}"


def as_text(files: Sequence[CheckedFile], width: int | None = None) -> str:
    """The check as text; `width` is the terminal's, None means that nothing needs to fit."""
    buffer = io.StringIO()
    console = Console(file=buffer, width=width or _WIDE, markup=False, highlight=False, emoji=False)
    for checked in files:
        console.print(one_line(f"{checked.source}: {summary(checked)}"))
        for line in (checked.reason, checked.review_failed and f"复核未能完成：{checked.review_failed}"):
            if line:
                console.print(one_line(line))
        for number, report in enumerate(checked.reports, start=1):
            console.print(one_line(f"报告 {number}：{report['title'] or ''}"))
            for section in sections(report):
                _print(section, console)
        if checked.not_understood:
            _print(not_understood(checked), console)
        console.print()
    if len(files) > 1:
        _print(together(files), console)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def as_html(files: Sequence[CheckedFile]) -> str:
    """One page that needs nothing but itself."""
    parts = [
        '<!doctype html>\n<html lang="zh-CN">\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_TITLE}</title>\n<style>{_STYLE}</style>\n<h1>{_TITLE}</h1>",
        "<p>以下为系统从报送文件中读到的内容、所依据的原文位置，以及复核中发现的问题。金额单位：万元。</p>",
    ]
    if len(files) > 1:
        parts.append(_table(together(files)))
    for checked in files:
        parts.append(f"<h2>{escape(_name(checked))}</h2>")
        parts.append(f'<p class="{STATUSES[checked.status]}">{escape(summary(checked))}</p>')
        if checked.reason:
            parts.append(f"<p>{escape(_said(checked.reason))}</p>")
        if checked.review_failed:
            parts.append(f"<p>复核未能完成：{escape(checked.review_failed)}</p>")
        for number, report in enumerate(checked.reports, start=1):
            parts.append(f"<h3>报告 {number}：{escape(report['title'] or '')}</h3>")
            parts.extend(_table(section) for section in sections(report))
        if checked.not_understood:
            parts.append(_table(not_understood(checked)))
    return "\n".join(parts) + "\n</html>\n"


def _print(section: Section, console: Console) -> None:
    console.print(f"\n{section.title}")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in section.columns:
        table.add_column(column, overflow="fold")
    for row in section.rows:
        table.add_row(*(one_line(shorten(text)) for text in row))
    console.print(table)


def shorten(text: str) -> str:
    """A long quotation on one line."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _table(section: Section) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in section.columns)
    classes = {"位置": ' class="place"', "原文": ' class="quote"'}
    lines = []
    for row in section.rows:
        cells = zip(section.columns, row, strict=True)
        lines.append(
            "<tr>"
            + "".join(
                f"<td{f' class={text}' if column == '程度' else classes.get(column, '')}>{escape(text)}</td>"
                for column, text in cells
            )
            + "</tr>"
        )
    body = "\n".join(lines)
    return f"<h4>{escape(section.title)}</h4>\n<table>\n<tr>{head}</tr>\n{body}\n</table>"


def _findings(report: Row) -> Section:
    rows = [
        (SEVERITIES[row["severity"]], row["rule_title_zh"] or row["rule_id"], row["message_zh"], *_evidence(row))
        for row in report["findings"]
    ]
    return Section("复核发现的问题", ("程度", "规则", "说明", "位置", "原文"), rows)


def _facts(report: Row) -> Section:
    rows = [
        (FIELDS.get(row["field"], row["field"]), row["value_text"] or "", *_evidence(row)) for row in report["facts"]
    ]
    for row in report["figures"]:
        scores = (("年度", row["fiscal_year"]), ("自评总分", row["reported_total_score"]))
        rows += [(name, _number(value), "", "") for name, value in scores if value is not None]
    return Section("基本情况", ("项目", "内容", "位置", "原文"), rows)


def _funding(report: Row) -> Section:
    rows = [
        (
            row["line_label"] + ("（合计）" if row["is_headline"] else ""),
            *(_number(row[name]) for name in ("budget_wan", "funds_received_wan", "executed_wan")),
            _percent(row["execution_rate"]),
            *_evidence(row),
        )
        for row in report["funding"]
    ]
    return Section("资金（万元）", ("资金", "预算", "到位", "支出", "执行率", "位置", "原文"), rows)


def _indicators(report: Row) -> Section:
    names = ("level1", "level2", "level3", "target", "actual_value_text")
    rows = [
        (
            *(str(row[name] or "") for name in names),
            _number(row["weight"]),
            _number(row["score"]),
            *_evidence(row),
        )
        for row in report["indicators"]
    ]
    columns = ("一级指标", "二级指标", "三级指标", "目标值", "完成值", "分值", "得分", "位置", "原文")
    return Section("绩效指标", columns, rows)


def _prose(report: Row) -> Section:
    rows = [
        (
            row["about"],
            MEASURES.get(row["measure"], row["measure"]),
            row["value_text"] + (row["unit_text"] or ""),
            *_evidence(row),
        )
        for row in report["prose"]
    ]
    return Section("文字中的数字", ("说的是", "读作", "数字", "位置", "原文"), rows)


def _name(checked: CheckedFile) -> str:
    return one_line(checked.source.rsplit("/", 1)[-1])


def _found(checked: CheckedFile) -> dict[str, int]:
    """How many findings of each severity there are in a file."""
    findings = [finding["severity"] for report in checked.reports for finding in report["findings"]]
    return {name: findings.count(severity) for severity, name in SEVERITIES.items()}


def _evidence(row: Row) -> tuple[str, str]:
    return place_of(row), row["quote"] or ""


def _said(text: str) -> str:
    """The Chinese half of a reason that is in both languages."""
    return text.split(" / ", 1)[0]


def _number(value: Any) -> str:
    if value is None:
        return ""
    text = format(Decimal(str(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _percent(rate: float | None) -> str:
    return "" if rate is None else f"{rate:.2%}"
