"""Model reports as a web page, the national form each, with true merges."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from review.sound_reports import Report, Scored, plain

_WIDTH = 9


def as_page(reports: Sequence[Report]) -> str:
    """One document with these reports."""
    return '<html><meta charset="utf-8"><body>\n' + "\n".join(map(_form, reports)) + "\n</body></html>\n"


def _form(report: Report) -> str:
    unit = f"（{report.unit}）" if report.printed_unit else ""
    rows = [
        _row(("项目名称", 1), (report.project, 8)),
        _row(("主管部门", 1), (report.department, 4), ("实施单位", 1), (report.organization, 3)),
        _row((f"项目资金{unit}", 2), *((text, 1) for text in _MONEY)),
        *_funds(report),
        _row(("年度总体目标", 2), ("预期目标", 3), ("实际完成情况", 4)),
        _row(("", 2), (report.goal, 3), (report.completion, 4)),
        _row(*((text, 1) for text in _HEADINGS)),
        *_indicators(report.rows, report),
        _row(
            ("总分", 6),
            ("100", 1),
            (plain(report.score if report.printed_total is None else report.printed_total), 1),
            ("", 1),
        ),
        _row(("自评等级", 2), (_ticked(report), 7)),
        _row(("存在问题", 2), (report.problems, 7)),
        _row(("改进建议", 2), (report.suggestions, 7)),
    ]
    lines = "\n".join(rows)
    prose = "\n".join(f"<p>{escape(text)}</p>" for text in [*report.paragraphs, report.contact] if text)
    return f"<h1>项目支出绩效自评表</h1>\n<p>（{report.year}年度）</p>\n<table>\n{lines}\n</table>\n{prose}"


_MONEY = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分", "备注")
_HEADINGS = ("一级指标", "二级指标", "三级指标", "评价标准", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析")


def _funds(report: Report) -> list[str]:
    lines = []
    for fund in (report.total, *report.sources):
        is_total = fund is report.total
        rate = report.printed_rate if is_total and report.printed_rate is not None else report.rate(fund)
        executed = "" if report.executed_blank else report.money(fund.executed)
        points = (plain(report.execution_weight), plain(report.execution_points)) if is_total else ("—", "—")
        cells = (report.money(fund.initial), report.money(fund.annual), executed, points[0], rate, points[1], "")
        lines.append(_row((fund.label, 2), *((text, 1) for text in cells)))
    return lines


def _indicators(rows: Sequence[Scored], report: Report) -> list[str]:
    lines = []
    for number, row in enumerate(rows):
        is_first = number == 0 or rows[number - 1].level1 != row.level1
        cells = ""
        if is_first:
            height = sum(other.level1 == row.level1 for other in rows)
            weight = report.level_weights.get(row.level1)
            name = row.level1 if weight is None else f"{row.level1}（{plain(weight)}分）"
            cells = f'<td rowspan="{height}">{name}</td>'
        criterion = f"未达到要求的，每项扣{plain(row.step)}分，扣完为止" if row.step is not None else ""
        texts = (
            row.level2,
            row.name,
            criterion,
            row.target,
            row.actual,
            plain(row.weight),
            plain(row.score),
            row.reason,
        )
        lines.append("<tr>" + cells + "".join(f"<td>{escape(text)}</td>" for text in texts) + "</tr>")
    return lines


def _ticked(report: Report) -> str:
    chosen = report.grade if report.printed_grade is None else report.printed_grade
    return "　".join(f"{'☑' if word == chosen else '□'}{word}" for word in ("优", "良", "中", "差"))


def _row(*cells: tuple[str, int]) -> str:
    assert sum(span for _, span in cells) == _WIDTH
    return "<tr>" + "".join(f'<td colspan="{span}">{escape(text)}</td>' for text, span in cells) + "</tr>"
