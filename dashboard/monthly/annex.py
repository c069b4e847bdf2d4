"""The tables of a bulletin. A table that would be empty is left out."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.monthly.execution import Ranked, Total, most_moved
from dashboard.monthly.figures import Figures
from dashboard.monthly.known import SLOW_GAP
from dashboard.monthly.month import Month, in_words
from dashboard.monthly.table import NOTHING, Cell, Column, Kind, Table, Value, table_of
from dashboard.thresholds import LOW_EXECUTION

SEVERITIES = {"error": "错误", "warning": "疑问", "info": "提示"}


def tables_of(figures: Figures) -> tuple[Table, ...]:
    """All tables in the order of the annex."""
    tables = (
        _summary(figures),
        _months(figures),
        _ranking(figures, "divisions", f"各地区{_progress(figures)}", figures.divisions, ends=100),
        _ranking(figures, "units", f"各单位{_progress(figures)}", figures.units, ends=20),
        _lagging(figures),
        _filed(figures),
        _filed_by_month(figures),
        _expected(figures),
        _years(figures),
        _findings(figures),
    )
    return tuple(table for table in tables if table.rows)


def slow_standard(figures: Figures) -> str:
    """When a project counts as slow."""
    return (
        f"执行率落后序时进度超过{SLOW_GAP * 100:.0f}个百分点"
        if figures.is_of_ledger
        else f"执行率低于{LOW_EXECUTION:.0%}"
    )


def _progress(figures: Figures) -> str:
    return "支出进度" if figures.is_of_ledger else "预算执行情况"


def _summary(figures: Figures) -> Table:
    columns = (
        Column("指标", "text", 40),
        Column("单位", "text", 14),
        Column("本期", "count", 22),
        Column("上月末", "count", 22),
        Column("比上月末（百分点）", "points", 18),
        Column("上年同期", "count", 22),
        Column("比上年同期（百分点）", "points", 18),
    )
    return table_of(
        "summary",
        "主要指标",
        columns,
        (row for row in _summary_rows(figures) if any(cell.value is not None for cell in row[2:])),
        note=_summary_note(figures),
    )


def _summary_note(figures: Figures) -> str:
    rates = "执行率为两项金额俱全的项目累计支出之和与全年预算之和的比"
    if figures.is_of_ledger:
        return f"{rates}；序时进度为当年已过月数占全年的比例。"
    return f"{rates}；金额取自本年一月以来报送的自评报告。"


def _summary_rows(figures: Figures) -> Iterator[tuple[Cell, ...]]:
    now, before, year_before = figures.total(), figures.total(1), figures.total(12)
    moments = (now, before, year_before)

    def row(label: str, unit: str, kind: Kind, values: tuple[Value, ...], **changes: float | None) -> tuple[Cell, ...]:
        this, last, year = (Cell(value, kind) for value in (*values, None, None)[:3])
        return (
            *(Cell(label, "text"), Cell(unit, "text"), this, last, Cell(changes.get("on_month"), "points")),
            *(year, Cell(changes.get("on_year"), "points")),
        )

    def of_totals(label: str, unit: str, kind: Kind, name: str, **changes: float | None) -> tuple[Cell, ...]:
        values = tuple(None if total is None else getattr(total, name) for total in moments)
        return row(label, unit, kind, values, **changes)

    if figures.is_of_ledger:
        yield row("月度支出台账", "份", "count", (figures.ledger_count,))
    yield row("截至当月已报送的自评报告", "份", "count", (figures.reports.report_count,))
    if now is not None:
        yield of_totals("纳入统计的项目", "个", "count", "project_count")
        yield of_totals("其中预算和支出俱全", "个", "count", "covered_count")
        if figures.compared is not None:
            yield row("上月末没有的项目", "个", "count", (figures.compared.new_count,))
            yield row("上月末有而本期没有的项目", "个", "count", (figures.compared.gone_count,))
        yield of_totals("全年预算", "万元", "money", "budget_wan")
        yield of_totals("累计支出", "万元", "money", "executed_wan")
        if figures.is_of_ledger:
            yield of_totals("当月支出", "万元", "money", "in_month_wan")
            yield of_totals("其中有当月支出金额的项目", "个", "count", "in_month_count")
        changes = {"on_month": figures.rate_change(1), "on_year": figures.rate_change(12)}
        yield of_totals("执行率", "%", "percent", "execution_rate", **changes)
        if figures.is_of_ledger:
            progress = tuple(None if total is None else Month.holding(total.month).time_progress for total in moments)
            yield row("序时进度", "%", "percent", progress)
            yield row("执行率与序时进度之差", "百分点", "points", tuple(figures.gap(total) for total in moments))
        yield of_totals("零支出项目", "个", "count", "zero_count")
        yield of_totals(f"进度偏慢项目（{slow_standard(figures)}）", "个", "count", "slow_count")
    filed = figures.filings
    yield row("当月报送自评报告", "份", "count", (filed.total.in_month, filed.in_month_before))
    yield row("本年累计报送自评报告", "份", "count", (filed.total.since_january, None, filed.since_january_year_before))
    yield row("其中有总分", "份", "count", (filed.total.scored_count,))
    yield row("平均得分", "分", "score", (filed.total.mean_score,))
    yield row("最高得分", "分", "score", (filed.total.max_score,))
    yield row("最低得分", "分", "score", (filed.total.min_score,))
    yield row("待处理的审核发现", "处", "count", (sum(found.open_count for found in figures.findings),))
    for severity, name in SEVERITIES.items():
        opened = sum(found.open_count for found in figures.findings if found.severity == severity)
        yield row(f"其中{name}", "处", "count", (opened,))
    if figures.is_of_ledger:
        of_ledger = sum(found.open_count for found in figures.findings if found.is_of_ledger)
        yield row("其中当月台账", "处", "count", (of_ledger,))
    yield row("当月新增发现", "处", "count", (sum(found.new_count or 0 for found in figures.findings),))
    yield row("其中同一单位重复发生", "处", "count", (sum(found.repeated_count or 0 for found in figures.findings),))
    yield row("当月销号发现", "处", "count", (sum(found.settled_count or 0 for found in figures.findings),))


def _months(figures: Figures) -> Table:
    shows_count = figures.is_of_ledger and figures.lacks_amounts_in_month
    columns = (
        Column("月份", "text", 26),
        Column("项目数", "count", 14),
        Column("全年预算（万元）", "money", 24),
        Column("累计支出（万元）", "money", 24),
        *([Column("当月支出（万元）", "money", 22)] if figures.is_of_ledger else []),
        *([Column("有当月金额的项目", "count", 16)] if shows_count else []),
        Column("执行率", "percent", 18),
        *(
            [Column("序时进度", "percent", 18), Column("与序时进度之差（百分点）", "points", 20)]
            if figures.is_of_ledger
            else []
        ),
        Column("零支出项目", "count", 20),
        Column("偏慢项目", "count", 16),
    )

    def row(total: Total) -> tuple[Value, ...]:
        month = Month.holding(total.month)
        of_ledger = figures.is_of_ledger
        return (
            *(month.in_words, total.project_count, total.budget_wan, total.executed_wan),
            *([total.in_month_wan] if of_ledger else []),
            *([total.in_month_count] if shows_count else []),
            total.execution_rate,
            *([month.time_progress, figures.gap(total)] if of_ledger else []),
            *(total.zero_count, total.slow_count),
        )

    rows = (row(total) for total in figures.totals.values() if total.project_count)
    note = "" if figures.is_of_ledger else "各月末为当年一月以来报送的项目自评报告合计，每个项目每个预算年度只计一份。"
    return table_of("months", f"各月{_progress(figures)}", columns, rows, note=note)


def _ranking(figures: Figures, name: str, title: str, ranked: tuple[Ranked, ...], ends: int) -> Table:
    of_units = name == "units"
    columns = (
        Column("位次", "count", 10),
        *([Column("地区", "text", 16)] if of_units and figures.known.scope.compares_divisions else []),
        Column("单位" if of_units else "地区", "text", 34 if of_units else 24),
        Column("项目数", "count", 14),
        Column("全年预算（万元）", "money", 22),
        Column("累计支出（万元）", "money", 22),
        Column("执行率", "percent", 16),
        *([Column("与序时进度之差（百分点）", "points", 20)] if figures.is_of_ledger else []),
        Column("比上月末（百分点）", "points", 18),
        Column("比上年同期（百分点）", "points", 21),
        Column("位次升降", "movement", 18),
    )
    gone_by = figures.month.time_progress

    def row(place: Ranked) -> tuple[Value, ...]:
        rate = place.execution_rate
        return (
            place.position,
            *([place.division_name] if of_units and figures.known.scope.compares_divisions else []),
            *(place.name, place.project_count, place.budget_wan, place.executed_wan, rate),
            *([None if rate is None else rate - gone_by] if figures.is_of_ledger else []),
            *(place.change_on_month, place.change_on_year, place.places_gained),
        )

    note = f"按执行率由高到低排列，并列同位；位次升降与上月末相比，{NOTHING}为上月末无数据。"
    named = frozenset(ranked.index(place) for place in most_moved(ranked) if place is not None)
    return table_of(name, title, columns, map(row, ranked), note=note, head=ends, tail=ends, named=named)


def _lagging(figures: Figures) -> Table:
    columns = (
        Column("序号", "count", 9),
        Column("地区", "text", 18),
        Column("单位", "text", 32),
        Column("项目", "text", 40),
        Column("全年预算（万元）", "money", 22),
        Column("累计支出（万元）", "money", 22),
        Column("执行率", "percent", 18),
        Column("情形", "text", 16),
    )
    rows = (
        (
            *(number, project.division_name, project.organization_name, project.project_name, project.budget_wan),
            *(project.executed_wan, project.execution_rate),
            "、".join(["零支出"] * project.is_zero + ["偏慢"] * project.is_slow),
        )
        for number, project in enumerate(figures.lagging, 1)
    )
    note = f"偏慢指{slow_standard(figures)}；按未支出金额由大到小排列。"
    return table_of("lagging", "进度偏慢和零支出项目", columns, rows, note=note)


def _filed(figures: Figures) -> Table:
    columns = (
        Column("地区", "text", 24),
        Column("当月报送", "count", 14),
        Column("本年累计", "count", 14),
        Column("有总分", "count", 12),
        Column("平均分", "score", 13),
        Column("最低分", "score", 13),
        Column("最高分", "score", 13),
        Column("优", "count", 9),
        Column("良", "count", 9),
        Column("中", "count", 9),
        Column("差", "count", 9),
        Column("未评等次", "count", 14),
    )
    filed = figures.filings
    divisions = filed.by_division if figures.known.scope.compares_divisions else ()
    rows = (
        (
            *(part.name, part.in_month, part.since_january, part.scored_count, part.mean_score, part.min_score),
            *(part.max_score, part.excellent_count, part.good_count, part.fair_count, part.poor_count),
            part.no_grade_count,
        )
        for part in (*divisions, *([filed.total] if filed.total.since_january else []))
    )
    note = "报送月份取报告所署日期，未署的取收到月份；等次为报告自评等次，包括项目和部门整体的自评报告。"
    return table_of("filed", "绩效自评报送和评分", columns, rows, note=note, head=200, tail=1)


def _filed_by_month(figures: Figures) -> Table:
    columns = (Column("月份", "text", 30), Column("报送份数", "count", 30), Column("平均分", "score", 30))
    rows = (
        (Month.holding(filed.month).in_words, filed.report_count, filed.mean_score)
        for filed in figures.filings.by_month
    )
    return table_of("filed_by_month", "各月报送的绩效自评报告", columns, rows)


def _expected(figures: Figures) -> Table:
    columns = (
        Column("预算年度", "year", 20),
        Column("应报", "count", 20),
        Column("按期", "count", 20),
        Column("逾期", "count", 20),
        Column("未报", "count", 20),
        Column("其中未到期限", "count", 20),
    )
    rows = (
        (
            *(part.fiscal_year, part.expected_count, part.filed_count, part.late_count),
            *(part.missing_count, part.not_due_count),
        )
        for part in figures.filings.expected
    )
    note = f"应报事项以现行名册为准，按收到日期计，截至{in_words(figures.known.last_day)}。"
    return table_of("expected", "应报名册完成情况", columns, rows, note=note)


def _years(figures: Figures) -> Table:
    columns = (
        Column("预算年度", "year", 18),
        Column("项目报告数", "count", 18),
        Column("预算（万元）", "money", 26),
        Column("支出（万元）", "money", 26),
        Column("执行率", "percent", 18),
        Column("平均得分", "score", 18),
    )
    rows = (
        (year.fiscal_year, year.report_count, year.budget_wan, year.executed_wan, year.execution_rate, year.mean_score)
        for year in figures.years
    )
    note = "按被评价的预算年度统计项目自评报告，每个项目每个年度只计一份；金额为两项俱全的报告之和。"
    return table_of("years", "历年项目自评结果", columns, rows, note=note)


def _findings(figures: Figures) -> Table:
    columns = (
        Column("审核事项", "text", 44),
        Column("对象", "text", 12),
        Column("程度", "text", 12),
        Column("当月新增", "count", 16),
        Column("其中重复发生", "count", 18),
        Column("当月销号", "count", 16),
        Column("待处理", "count", 16),
    )
    rows = (
        (
            *(found.title, "台账" if found.is_of_ledger else "报告", SEVERITIES[found.severity]),
            *(found.new_count, found.repeated_count, found.settled_count, found.open_count),
        )
        for found in figures.findings
    )
    note = (
        "新增指当月报送的报告中首次出现；重复发生指同一单位此前报送的报告已有同类问题；销号指重新报送后不再出现，"
        "或经复核认定不成立；台账只列当月台账现有的发现。发现是线索，不是结论。"
    )
    return table_of("findings", "审核发现", columns, rows, note=note, head=200)
