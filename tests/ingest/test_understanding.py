"""What is said of a document that holds no report."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.understanding import understand


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("项目支出绩效自评表\n（2024年度）\n项目名称\t\n主管部门\t\n", "标题为“项目支出绩效自评表”，但其中没有读到"),
        ("清溪县2024年部门预算公开说明\n一、收入情况\n收入预算500万元。\n", "是目标、监控或预决算材料"),
        ("关于召开会议的通知\n请各单位于3月5日前报名。\n", "未识别到绩效自评（评价）报告"),
    ],
)
def test_the_reason_says_what_the_title_promises(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    understood = understand("0" * 64, file)
    assert understood.status == "rejected" and understood.content == {}
    assert told in (understood.reason or "")
