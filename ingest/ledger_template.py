"""The template of a monthly ledger, for those who type one: a table that the reader of ledgers understands."""

from __future__ import annotations

import io
from collections.abc import Mapping

TITLE = "项目支出进度表"
UNIT = "单位：万元"
COLUMNS: Mapping[str, str] = {
    "月份": "必填。如 2025年5月；一行写一个项目一个月，不同月份可以写在同一张表里",
    "区划": "单位名称里没有区划的请填，如 五华区",
    "主管部门": "留空即单位自身",
    "单位名称": "必填。单位全称；与自评报告写法一致，才能与报告中的项目对上",
    "项目编码": "预算管理一体化系统中的编码，可留空",
    "项目名称": "必填。项目全称；一个项目有几个指标文号或资金性质的，可以各写一行，读取时自动相加",
    "资金性质": "如 一般公共预算、政府性基金，可留空",
    "年初预算数": "年初批复的预算，可留空",
    "全年预算数": "必填。调整后的全年预算；留空时以年初预算数为准",
    "本月支出": "当月支付数；退回、冲销写负数，可留空",
    "累计支出": "必填。当年一月至当月的支付数",
    "支付进度": "累计支出÷全年预算数，如 41.67%，可留空",
}
"""The headings and what to write below them."""

_NOTES = (
    ("金额单位", "表头上方已写“单位：万元”；按元填写时请改成“单位：元”"),
    ("合计行", "可以加“小计”“合计”行，读取时会核对是否等于各行之和，不会重复计入"),
    ("更正", "同一单位同一月份再次报送，以最后收到的为准，原来的数字仍可查到"),
)


def template() -> bytes:
    """The workbook to fill in; its second sheet explains the columns."""
    import xlsxwriter  # Not above: it takes long to load, and few commands write a workbook.

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        title = book.add_format({"bold": True, "font_size": 16, "align": "center"})
        heading = book.add_format({"bold": True, "border": 1, "align": "center", "valign": "vcenter"})
        money, share = book.add_format({"num_format": "#,##0.00####"}), book.add_format({"num_format": "0.00%"})
        sheet = book.add_worksheet("台账")
        last = len(COLUMNS) - 1
        sheet.merge_range(0, 0, 0, last, TITLE, title)
        sheet.write(1, last, UNIT)
        sheet.write_row(2, 0, COLUMNS, heading)
        sheet.freeze_panes(3, 0)
        for number, name in enumerate(COLUMNS):
            is_money = name.endswith(("预算数", "支出"))
            style = money if is_money else share if name == "支付进度" else None
            sheet.set_column(number, number, 30 if name.endswith("名称") else 14, style)
        notes = book.add_worksheet("填写说明")
        notes.set_column(0, 0, 14)
        notes.set_column(1, 1, 90)
        for number, line in enumerate((*COLUMNS.items(), *_NOTES)):
            notes.write_row(number, 0, line)
    return buffer.getvalue()
