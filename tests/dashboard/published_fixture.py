"""A small published home for the dashboard's tests: a few reports by hand, in the shape of the contract's marts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb

from ingest.home import Home
from ingest.publish import publish
from support.models import view_marts

SUMS = (
    "agg_reports_by_region_year",
    "agg_indicators_by_region_year",
    "agg_indicators_by_name",
    "agg_units_by_dimension",
    "agg_findings_by_region_year",
    "agg_departments_beside_projects",
)
KEYS = (
    "report_id VARCHAR, document_id VARCHAR, subject VARCHAR, fiscal_year INTEGER, region_code VARCHAR, "
    "organization_id VARCHAR, department_id VARCHAR, project_id VARCHAR, is_synthetic BOOLEAN"
)
EVIDENCE = "block_no INTEGER, row_no INTEGER, col_no INTEGER, page_no INTEGER, quote VARCHAR"
WAN = "DECIMAL(20,6)"
POINTS = "DECIMAL(9,4)"

TABLES = {
    "dim_regions": "region_code VARCHAR, region_name VARCHAR, region_full_name VARCHAR, level VARCHAR, "
    "prefecture_code VARCHAR, prefecture_name VARCHAR, province_code VARCHAR, province_name VARCHAR",
    "dim_organizations": "organization_id VARCHAR, organization_name VARCHAR, region_code VARCHAR, names_seen VARCHAR",
    "dim_projects": "project_id VARCHAR, project_name VARCHAR, organization_id VARCHAR, department_id VARCHAR, "
    "project_type VARCHAR, names_seen VARCHAR",
    "dim_documents": "document_id VARCHAR, source_name VARCHAR, names_seen VARCHAR, media_type VARCHAR, "
    "byte_size BIGINT, received_at TIMESTAMP, filed_month DATE, status VARCHAR, reason VARCHAR, "
    "report_count INTEGER, may_be_retried BOOLEAN, replaced_at TIMESTAMP, is_synthetic BOOLEAN, "
    "figure_count INTEGER, unplaced_count INTEGER",
    "unplaced_figures": f"document_id VARCHAR, unplaced_no INTEGER, context VARCHAR, about VARCHAR, "
    f"value_text VARCHAR, {EVIDENCE}",
    "document_cells": "document_id VARCHAR, block_no INTEGER, row_no INTEGER, col_no INTEGER, row_span INTEGER, "
    "col_span INTEGER, page_no INTEGER, text VARCHAR",
    "fct_evaluations": f"{KEYS}, report_no INTEGER, form VARCHAR, evaluation_kind VARCHAR, "
    "printed_evaluation_kind VARCHAR, title VARCHAR, title_block_no INTEGER, project_name VARCHAR, "
    "organization_name VARCHAR, region_name VARCHAR, evaluation_date DATE, evaluation_month DATE, "
    "goal_text VARCHAR, completion_text VARCHAR, "
    f"total_weight {POINTS}, reported_total_score {POINTS}, computed_total_score {POINTS}, reported_grade VARCHAR, "
    f"reported_grade_text VARCHAR, computed_grade VARCHAR, budget_wan {WAN}, funds_received_wan {WAN}, "
    f"executed_wan {WAN}, execution_rate DOUBLE, execution_rate_basis VARCHAR, finding_count INTEGER, "
    "counts_in_totals BOOLEAN",
    "dim_indicators": "indicator_key VARCHAR, indicator_name VARCHAR, indicator_name_en VARCHAR, dimension VARCHAR, "
    "level2 VARCHAR",
    "fct_budget_execution": f"{KEYS}, line_no INTEGER, parent_line_no INTEGER, line_label VARCHAR, line_kind VARCHAR, "
    "fund_level VARCHAR, fund_origin VARCHAR, expenditure_category VARCHAR, "
    f"initial_budget_wan {WAN}, budget_adjustment_wan {WAN}, annual_budget_wan {WAN}, funds_received_wan {WAN}, "
    f"executed_wan {WAN}, budget_wan {WAN}, budget_basis VARCHAR, execution_rate DOUBLE, "
    "execution_rate_basis VARCHAR, funds_received_rate DOUBLE, execution_rate_of_received DOUBLE, "
    f"reported_execution_rate DOUBLE, origin VARCHAR, is_headline BOOLEAN, counts_in_totals BOOLEAN, "
    f"{EVIDENCE}",
    "fct_reported_amounts": f"{KEYS}, line_no INTEGER, about VARCHAR, measure VARCHAR, value_text VARCHAR, "
    f"unit_text VARCHAR, value DECIMAL(28,8), origin VARCHAR, {EVIDENCE}",
    "fct_indicator_scores": f"{KEYS}, indicator_no INTEGER, indicator_key VARCHAR, level1 VARCHAR, level2 VARCHAR, "
    f"level3 VARCHAR, dimension VARCHAR, weight {POINTS}, score {POINTS}, score_rate DOUBLE, deduction {POINTS}, "
    "deduction_reason VARCHAR, target_operator VARCHAR, target_value_text VARCHAR, target_unit VARCHAR, "
    f"actual_value_text VARCHAR, explanation VARCHAR, {EVIDENCE}, weight_col_no INTEGER, score_col_no INTEGER, "
    "counts_report BOOLEAN",
    "fct_review_findings": "finding_id VARCHAR, fault_id VARCHAR, rule_id VARCHAR, severity VARCHAR, "
    f"rule_title_zh VARCHAR, rule_title_en VARCHAR, legal_basis VARCHAR, {KEYS}, message_zh VARCHAR, "
    "message_en VARCHAR, actual VARCHAR, expected VARCHAR, difference DOUBLE, decision VARCHAR, reviewer VARCHAR, "
    f"decided_at TIMESTAMP, decision_reason VARCHAR, {EVIDENCE}, on_report BOOLEAN, "
    "ledger_month DATE, counts_report BOOLEAN",
    "fct_review_decisions": "decision_no INTEGER, decided_at TIMESTAMP, reviewer VARCHAR, action VARCHAR, "
    "reason VARCHAR, rule_id VARCHAR, actual VARCHAR, expected VARCHAR, finding_id VARCHAR, report_id VARCHAR",
    "agg_unit_scoring": "organization_id VARCHAR, fiscal_year INTEGER, region_code VARCHAR, report_count INTEGER, "
    "mean_score DOUBLE, full_total_count INTEGER, indicator_count INTEGER, full_marks_count INTEGER, "
    "full_marks_share DOUBLE, execution_row_count INTEGER, above_rate_count INTEGER, below_rate_count INTEGER, "
    "mean_above_rate DOUBLE",
    "agg_score_against_execution": "region_code VARCHAR, fiscal_year INTEGER, scope VARCHAR, report_count INTEGER, "
    "mean_score DOUBLE, mean_execution_rate DOUBLE, correlation DOUBLE, points_per_full_rate DOUBLE",
    "agg_score_outliers": f"{KEYS}, score DOUBLE, execution_rate DOUBLE, usual_score DOUBLE, distance DOUBLE, "
    "distance_in_deviations DOUBLE",
    "agg_recurring_findings": "organization_id VARCHAR, rule_id VARCHAR, region_code VARCHAR, first_year INTEGER, "
    "last_year INTEGER, year_count INTEGER, report_count INTEGER, finding_count INTEGER, accepted_count INTEGER, "
    "dismissed_count INTEGER",
    "agg_resubmissions": f"{KEYS}, version_count INTEGER, first_filed_at TIMESTAMP, last_filed_at TIMESTAMP, "
    f"first_total_score {POINTS}, total_score {POINTS}, first_executed_wan {WAN}, executed_wan {WAN}, "
    "first_grade VARCHAR, reported_grade VARCHAR",
    "agg_findings_by_month": "month DATE, rule_id VARCHAR, severity VARCHAR, report_count INTEGER, "
    "finding_count INTEGER, reports_with_finding INTEGER, findings_per_100_reports DOUBLE",
    "fct_expected_filings": "filing_id VARCHAR, source VARCHAR, row_no INTEGER, fiscal_year INTEGER, subject VARCHAR, "
    "region_code VARCHAR, organization_id VARCHAR, department_id VARCHAR, project_id VARCHAR, "
    "organization_name VARCHAR, department_name VARCHAR, project_name VARCHAR, deadline DATE, state VARCHAR, "
    "days_late INTEGER, report_id VARCHAR, report_count INTEGER, version_count INTEGER, first_filed_at TIMESTAMP, "
    "last_filed_at TIMESTAMP, unlisted_count INTEGER, is_synthetic BOOLEAN",
    "fct_unlisted_filings": f"{KEYS}, organization_name VARCHAR, project_name VARCHAR, title VARCHAR, "
    "reason VARCHAR, first_filed_at TIMESTAMP, last_filed_at TIMESTAMP, version_count INTEGER",
    "agg_filings_by_unit": "fiscal_year INTEGER, region_code VARCHAR, organization_id VARCHAR, "
    "department_id VARCHAR, deadline DATE, organization_name VARCHAR, expected_count INTEGER, filed_count INTEGER, "
    "late_count INTEGER, missing_count INTEGER",
    "fct_evaluation_versions": f"{KEYS}, version_no INTEGER, known_from TIMESTAMP, known_to TIMESTAMP, "
    "previous_report_id VARCHAR, current_report_id VARCHAR, evaluation_kind VARCHAR, project_name VARCHAR, "
    f"organization_name VARCHAR, evaluation_month DATE, reported_total_score {POINTS}, reported_grade VARCHAR, "
    f"budget_wan {WAN}, executed_wan {WAN}, execution_rate DOUBLE, precedence INTEGER",
    "fct_finding_versions": "finding_id VARCHAR, fault_id VARCHAR, rule_id VARCHAR, severity VARCHAR, "
    f"rule_title_zh VARCHAR, rule_title_en VARCHAR, {KEYS}, version_no INTEGER, known_from TIMESTAMP, "
    "known_to TIMESTAMP, actual VARCHAR, expected VARCHAR",
    "fct_monthly_versions": f"{KEYS}, version_no INTEGER, known_from TIMESTAMP, known_to TIMESTAMP, "
    f"is_current BOOLEAN, month DATE, project_name VARCHAR, organization_name VARCHAR, annual_budget_wan {WAN}, "
    f"budget_basis VARCHAR, executed_to_date_wan {WAN}, executed_in_month_wan {WAN}, execution_rate_to_date DOUBLE, "
    f"reported_execution_rate DOUBLE, {EVIDENCE}",
    "fct_monthly_execution": f"{KEYS}, month DATE",
    "fct_evaluation_changes": f"{KEYS}, previous_report_id VARCHAR, change_no INTEGER, kind VARCHAR, item VARCHAR, "
    "field VARCHAR, value_before VARCHAR, value_after VARCHAR",
    "corrections": "correction_id VARCHAR, status VARCHAR, problem VARCHAR, document_id VARCHAR, report_id VARCHAR, "
    "replaced_by_report_id VARCHAR, report_no INTEGER, figure VARCHAR, field VARCHAR, line_no INTEGER, "
    "indicator_no INTEGER, block_no INTEGER, row_no INTEGER, col_no INTEGER, expected VARCHAR, stands_now VARCHAR, "
    "value_text VARCHAR, value_unit_text VARCHAR, reason VARCHAR, corrected_on DATE, source_file VARCHAR, "
    "source_line INTEGER",
    "fct_report_issues": f"{KEYS}, kind VARCHAR, category VARCHAR, text VARCHAR, {EVIDENCE}",
    "agg_execution_by_region_year": "region_code VARCHAR, fiscal_year INTEGER, scope VARCHAR, report_count BIGINT, "
    f"budget_wan {WAN}, covered_report_count BIGINT, covered_budget_wan {WAN}, executed_wan {WAN}, "
    "execution_rate DOUBLE, median_report_rate DOUBLE",
}

DICTIONARY = {
    "tables": "table_id VARCHAR, layer VARCHAR, table_name VARCHAR, description VARCHAR, definition VARCHAR, "
    "unit_test_count INTEGER, built_at TIMESTAMP",
    "columns": "table_id VARCHAR, column_no INTEGER, column_name VARCHAR, data_type VARCHAR, unit VARCHAR, "
    "description VARCHAR",
    "caveats": "table_id VARCHAR, column_name VARCHAR, caveat VARCHAR, description VARCHAR",
    "dependencies": "table_id VARCHAR, reads_id VARCHAR",
    "checks": "table_id VARCHAR, column_name VARCHAR, check_name VARCHAR, kind VARCHAR, enforced_by VARCHAR, "
    "argument VARCHAR, description VARCHAR, result VARCHAR, failure_count INTEGER",
}

HOSTILE = "<img src=x onerror=alert(1)><b>项目</b>"
HOSTILE_MARKDOWN = "![x](https://example.org/x.png) :red[x] $x$"
NAME = f"营商环境专项经费{HOSTILE_MARKDOWN}"

DISTRICTS = {
    "530000": ("云南省", "云南省", "province", None, None),
    "530100": ("昆明市", "云南省昆明市", "prefecture", "530100", "昆明市"),
    "530102": ("五华区", "云南省昆明市五华区", "county", "530100", "昆明市"),
    "530124": ("富民县", "云南省昆明市富民县", "county", "530100", "昆明市"),
    "530900": ("临沧市", "云南省临沧市", "prefecture", "530900", "临沧市"),
}
UNITS = {
    "u1": ("五华区政务服务管理局", "530102"),
    "u2": ("富民县政务服务管理局", "530124"),
    "u3": ("临沧市政务服务管理局", "530900"),
    "d1": ("五华区财政局", "530102"),
}
REPORTS = {
    # report: document, year, region, unit, department, form, name, score, grade, budget, executed
    "r1": (
        "doc1",
        2024,
        "530102",
        "u1",
        "d1",
        "department_evaluation",
        f"营商环境专项经费{HOSTILE_MARKDOWN}",
        97,
        None,
        "83.67",
        "0",
    ),
    "r2": ("doc2", 2025, "530124", "u2", None, "score_sheet", "终端采购经费", 94, "excellent", "32", "31.48"),
    "r3": ("doc3", 2022, "530900", "u3", None, "narrative", "网络线路租用", 100, "excellent", "155.9", None),
}


def build(root: Path, fill_more: Callable[[duckdb.DuckDBPyConnection], None] | None = None) -> Home:
    """Publish the fixture in a home at `root`, with what `fill_more` adds to it."""
    home = Home.at(root)
    home.prepare()
    with duckdb.connect(str(home.work_file)) as database:
        database.execute("CREATE SCHEMA marts")
        for name, columns in TABLES.items():
            database.execute(f"CREATE TABLE marts.{name} ({columns})")
        view_marts(database, *SUMS)
        _fill(database)
        _describe(database)
        if fill_more is not None:
            fill_more(database)
    publish(home)
    return home


def insert(database: duckdb.DuckDBPyConnection, table: str, **values: object) -> None:
    names = ", ".join(values)
    places = ", ".join(f"${name}" for name in values)
    schema = "" if "." in table else "marts."
    database.execute(f"INSERT INTO {schema}{table} ({names}) VALUES ({places})", values)


def _keys(report_id: str) -> dict[str, object]:
    document, year, region, unit, department, *_rest = REPORTS[report_id]
    return {
        "report_id": report_id,
        "document_id": document,
        "subject": "project",
        "fiscal_year": year,
        "region_code": region,
        "organization_id": unit,
        "department_id": department,
        "project_id": f"p-{report_id}",
        "is_synthetic": True,
    }


def _place(block: int, row: int | None, col: int | None, quote: str) -> dict[str, object]:
    return {"block_no": block, "row_no": row, "col_no": col, "quote": quote}


def _fill(database: duckdb.DuckDBPyConnection) -> None:
    for code, (name, full_name, level, prefecture, prefecture_name) in DISTRICTS.items():
        insert(
            database,
            "dim_regions",
            region_code=code,
            region_name=name,
            region_full_name=full_name,
            level=level,
            prefecture_code=prefecture,
            prefecture_name=prefecture_name,
            province_code="530000",
            province_name="云南省",
        )
    for key, (name, region) in UNITS.items():
        insert(database, "dim_organizations", organization_id=key, organization_name=name, region_code=region)
    for number in (1, 2, 3):
        insert(
            database,
            "dim_documents",
            document_id=f"doc{number}",
            source_name=f"report{number}.txt",
            status="loaded",
            received_at="2025-06-01",
        )
    insert(
        database,
        "dim_documents",
        document_id="doc4",
        source_name="damaged.txt",
        status="rejected",
        reason="不是文本 / not a text",
        received_at="2025-06-02",
    )
    insert(
        database,
        "dim_documents",
        document_id="doc5",
        source_name="mended.txt",
        status="rejected",
        reason="不是文本 / not a text",
        received_at="2025-06-02",
        replaced_at="2025-06-03",
    )
    for report_id, (_d, year, region, unit, _dep, form, name, score, grade, budget, executed) in REPORTS.items():
        insert(
            database,
            "dim_projects",
            project_id=f"p-{report_id}",
            project_name=name,
            organization_id=unit,
            names_seen="电脑采购" if report_id == "r2" else None,
        )
        rate = None if executed is None else float(executed) / float(budget)
        insert(
            database,
            "fct_evaluations",
            **_keys(report_id),
            report_no=1,
            form=form,
            evaluation_kind="self",
            title=f"{name}绩效自评报告",
            title_block_no=1,
            project_name=name,
            organization_name=UNITS[unit][0],
            region_name=DISTRICTS[region][0],
            reported_total_score=score,
            computed_total_score=score,
            reported_grade=grade,
            computed_grade="excellent",
            budget_wan=budget,
            executed_wan=executed,
            execution_rate=rate,
            execution_rate_basis=None if rate is None else "computed",
            finding_count=1 if report_id == "r1" else 0,
            counts_in_totals=True,
        )
        insert(
            database,
            "agg_execution_by_region_year",
            region_code=region,
            fiscal_year=year,
            scope="own",
            report_count=1,
            budget_wan=budget,
            covered_report_count=0 if executed is None else 1,
            covered_budget_wan=None if executed is None else budget,
            executed_wan=executed,
            execution_rate=rate,
        )
    _fill_first_report(database)
    _fill_versions(database)


def fill_roster(database: duckdb.DuckDBPyConnection) -> None:
    """Of 2024: one report in time, one ten days late, one missing since March and one that is not due for years; one
    came that nobody expected."""
    rows = (
        ("u1", "530102", "营商环境专项经费", "2025-06-30", "filed", None, "r1", 0),
        ("u2", "530124", "终端采购经费", "2025-03-31", "late", 10, "r2", 0),
        ("u2", "530124", "终端维修", "2025-03-31", "missing", None, None, 1),
        ("d1", "530102", None, "2099-12-31", "missing", None, None, 0),
    )
    for number, (unit, region, project, deadline, state, days_late, report_id, unlisted) in enumerate(rows, start=2):
        keys = {"fiscal_year": 2024, "region_code": region, "organization_id": unit, "department_id": unit}
        name = UNITS[unit][0]
        insert(
            database,
            "fct_expected_filings",
            **keys,
            row_no=number,
            subject="project" if project else "unit",
            organization_name=name,
            project_name=project,
            deadline=deadline,
            state=state,
            days_late=days_late,
            report_id=report_id,
            first_filed_at="2025-04-10 09:00:00" if report_id else None,
            unlisted_count=unlisted,
            is_synthetic=True,
        )
        insert(
            database,
            "agg_filings_by_unit",
            **keys,
            deadline=deadline,
            organization_name=name,
            expected_count=1,
            **{f"{other}_count": int(other == state) for other in ("filed", "late", "missing")},
        )
    insert(
        database,
        "fct_unlisted_filings",
        **_keys("r2") | {"report_id": "r9", "fiscal_year": 2024},
        organization_name="富民县政务服务管理局",
        project_name="终端保养",
        reason="report_not_listed",
        first_filed_at="2025-03-01",
    )


def _fill_versions(database: duckdb.DuckDBPyConnection) -> None:
    """The first report was filed twice; then 12.50 was said to be spent."""
    first = _keys("r1") | {"report_id": "r0", "document_id": "doc4"}
    for number, keys, known_from, known_to, executed in (
        (1, first, "2025-05-01 08:00:00", "2025-06-01 00:00:00", "12.50"),
        (2, _keys("r1"), "2025-06-01 00:00:00", None, "0"),
    ):
        insert(
            database,
            "fct_evaluation_versions",
            **keys,
            version_no=number,
            known_from=known_from,
            known_to=known_to,
            current_report_id="r1",
            budget_wan="83.67",
            executed_wan=executed,
        )
    insert(
        database,
        "fct_evaluation_changes",
        **_keys("r1"),
        previous_report_id="r0",
        change_no=1,
        kind="line",
        item="项目资金",
        field="executed_wan",
        value_before="12.5",
        value_after="0",
    )


def _fill_first_report(database: duckdb.DuckDBPyConnection) -> None:
    keys = _keys("r1")
    table = (
        ("项目资金", "年初预算数", "实际支出数"),
        (HOSTILE, "83.67", "0"),
        ("一级指标", "分值", "得分"),
        ("预算执行率", "3", "0"),
    )
    cells = [(1, None, None, "营商环境专项经费绩效自评报告"), (3, None, None, "全年预算数为 83.67 万元，执行率 0%。")]
    cells += [(2, r, c, text) for r, row in enumerate(table, 1) for c, text in enumerate(row, 1)]
    for block, row, col, text in cells:
        span = None if row is None else 1
        insert(
            database,
            "document_cells",
            document_id="doc1",
            block_no=block,
            row_no=row,
            col_no=col,
            row_span=span,
            col_span=span,
            text=text,
        )
    insert(
        database,
        "fct_budget_execution",
        **keys,
        line_no=1,
        line_label=HOSTILE,
        line_kind="total",
        initial_budget_wan="83.67",
        executed_wan="0",
        budget_wan="83.67",
        budget_basis="initial",
        execution_rate=0,
        execution_rate_basis="computed",
        origin="table",
        is_headline=True,
        counts_in_totals=True,
        **_place(2, 2, None, f"{HOSTILE} 83.67 0"),
    )
    for measure, text, col in (("initial_budget", "83.67", 2), ("executed", "0", 3)):
        insert(
            database,
            "fct_reported_amounts",
            **keys,
            line_no=1,
            about=HOSTILE,
            measure=measure,
            value_text=text,
            value=text,
            origin="table",
            **_place(2, 2, col, text),
        )
    insert(
        database,
        "fct_indicator_scores",
        **keys,
        indicator_no=1,
        level1="过程",
        level2="资金管理",
        level3="预算执行率",
        dimension="process",
        weight=3,
        score=0,
        score_rate=0,
        weight_col_no=2,
        score_col_no=3,
        counts_report=True,
        **_place(2, 4, None, "预算执行率 3 0"),
    )
    insert(
        database,
        "fct_review_findings",
        **keys,
        finding_id="f1",
        fault_id="a1",
        rule_id="grade_missing",
        rule_title_zh="缺评价等次",
        rule_title_en="Grade given",
        decision="open",
        severity="error",
        message_zh="有总分，没有勾选等级",
        message_en="There is a total and no grade is ticked",
        actual="97",
        expected="优",
        on_report=True,
        counts_report=True,
        **_place(3, None, None, "全年预算数为 83.67 万元"),
    )


def _describe(database: duckdb.DuckDBPyConnection) -> None:
    """A dictionary of two public tables and one behind them; one check gave a warning."""
    database.execute("CREATE SCHEMA dictionary")
    for name, columns in DICTIONARY.items():
        database.execute(f"CREATE TABLE dictionary.{name} ({columns})")
    said = {
        "marts.fct_evaluations": "一份报告 / One report",
        "marts.dim_regions": "行政区划 / Divisions",
        "staging.stg_reports": None,
    }
    for table_id, description in said.items():
        layer, name = table_id.split(".")
        insert(
            database,
            "dictionary.tables",
            table_id=table_id,
            layer=layer,
            table_name=name,
            description=description,
            definition="select 1",
            unit_test_count=1 if layer == "marts" else 0,
        )
    for number, (name, kind, unit, description) in enumerate(
        (
            ("report_id", "VARCHAR", None, "报告 / Report"),
            ("budget_wan", "DECIMAL(20,6)", "wan", "预算数 / Budget"),
            (
                "execution_rate",
                "DOUBLE",
                "fraction",
                "执行率，缺金额时为所述 / Rate, stated where an amount is missing",
            ),
        ),
        1,
    ):
        insert(
            database,
            "dictionary.columns",
            table_id="marts.fct_evaluations",
            column_no=number,
            column_name=name,
            data_type=kind,
            unit=unit,
            description=description,
        )
    insert(
        database,
        "dictionary.caveats",
        table_id="marts.fct_evaluations",
        caveat="departments_beside_projects",
        description="部门整体不得与项目相加 / Departments must not be added to projects",
    )
    for table_id, reads_id in (
        ("marts.fct_evaluations", "staging.stg_reports"),
        ("marts.fct_evaluations", "marts.dim_regions"),
    ):
        insert(database, "dictionary.dependencies", table_id=table_id, reads_id=reads_id)
    for kind, column, by, argument, result in (
        ("not_null", "report_id", "constraint", None, "pass"),
        ("relationships", "report_id", "test", "dim_documents.document_id", "pass"),
        ("own_query", None, "test", None, "warn"),
    ):
        insert(
            database,
            "dictionary.checks",
            table_id="marts.fct_evaluations",
            column_name=column,
            check_name=f"{kind}_of_reports",
            kind=kind,
            enforced_by=by,
            argument=argument,
            result=result,
        )
