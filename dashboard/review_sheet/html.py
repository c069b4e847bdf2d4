"""The review sheet as one page that needs nothing but itself and prints on A4."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dashboard.review_sheet.content import DECISIONS, SEVERITIES, Finding, Sheet, expectation, heading, summary

_STYLE = """
@page { size: A4; margin: 18mm 16mm }
body { font: 14px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; max-width: 900px;
  margin: 2em auto; padding: 0 1em; color: #1c2733 }
article + article { break-before: page; margin-top: 4em }
h1 { font-size: 1.5em; text-align: center; margin: 0 0 .2em } .title { text-align: center; margin: 0 0 1.2em }
dl { display: grid; grid-template-columns: auto 1fr auto 1fr; gap: .2em 1em; margin: 0 0 1em }
dt { color: #5a6672 } dd { margin: 0; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100%; font-size: .92em }
th, td { border: 1px solid #b6c0ca; padding: .35em .55em; text-align: left; vertical-align: top;
  overflow-wrap: anywhere }
th { background: #eef3f9 } th, .error, .warning, .info { white-space: nowrap }
tr { break-inside: avoid } q { color: #44505c; quotes: "“" "”" }
.error { color: #b3261e; font-weight: bold } .warning { color: #7a4f00; font-weight: bold }
.place, footer { color: #5a6672 } footer { margin-top: 1.2em; font-size: .85em }
"""
_COLUMNS = ("序号", "程度", "问题", "位置与原文", "依据")


def as_html(sheets: Sequence[Sheet]) -> str:
    """The sheets, one below the other, each on pages of its own when printed."""
    body = "\n".join(_article(sheet) for sheet in sheets)
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>绩效自评复核单</title>\n<style>{_STYLE}</style>\n{body}\n</html>\n"
    )


def _article(sheet: Sheet) -> str:
    facts = "".join(f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>" for label, text in heading(sheet))
    rows = "\n".join(_row(finding) for finding in sheet.findings)
    head = "".join(f"<th>{column}</th>" for column in _COLUMNS)
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>" if rows else ""
    dismissed = f"另有 {sheet.dismissed_count} 处经复核人认定不成立，未列出。" if sheet.dismissed_count else ""
    return (
        f'<article>\n<h1>绩效自评复核单</h1>\n<p class="title">{escape(sheet.title or sheet.subject_name)}</p>\n'
        f"<dl>{facts}</dl>\n<p>{escape(summary(sheet))}{dismissed}</p>\n{table}\n"
        f"<footer>报告编号 {sheet.report_id}；数据版本 {sheet.generation}（{sheet.published_on}）</footer>\n</article>"
    )


def _row(finding: Finding) -> str:
    decision = DECISIONS[finding.decision]
    reason = f"（{escape(finding.decision_reason)}）" if decision and finding.decision_reason else ""
    said = f"<br>{escape(expectation(finding))}" if expectation(finding) else ""
    decided = f"<br>复核意见：{decision}{reason}" if decision else ""
    return (
        f'<tr><td>{finding.number}</td><td class="{finding.severity}">{SEVERITIES[finding.severity]}</td>'
        f"<td><b>{escape(finding.title)}</b><br>{escape(finding.message)}{said}{decided}</td>"
        f'<td><span class="place">{finding.place}</span><br><q>{escape(finding.quote)}</q></td>'
        f"<td>{escape(finding.legal_basis or '')}</td></tr>"
    )
