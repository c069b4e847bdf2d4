"""Several projects in one text: whose money a figure is, and what is their total."""

from __future__ import annotations

import pytest

from ingest.forms.prose.projects import name_in
from ingest.records import Extraction
from support.told import extracted, money, total

TITLE = "东山县教育局2023年度项目支出绩效自评报告"
LINES = {
    "校舍维修项目": {"annual_budget": "20 wan", "executed": "18 wan"},
    "设备购置项目": {"annual_budget": "30 wan", "executed": "30 wan"},
}
NO_TOTAL = ["未列示预算合计 / no total is given：校舍维修项目、设备购置项目"]


def read(*sentences: str) -> Extraction:
    return extracted(TITLE, *sentences)


def told(found: Extraction) -> list[str]:
    return [notice.detail for notice in found.notices]


def parents(found: Extraction) -> list[int | None]:
    return [line.parent_line_no for line in found.funding_lines]


@pytest.mark.parametrize(
    "sentences",
    [
        ("校舍维修项目预算20万元，支出18万元；设备购置项目预算30万元，支出30万元。",),
        ("校舍维修项目预算20万元，设备购置项目预算30万元；校舍维修项目支出18万元，设备购置项目支出30万元。",),
        ("校舍维修项目，年度预算20万元，实际支出18万元。设备购置项目，年度预算30万元，实际支出30万元。",),
        ("校舍维修项目预算20万元。实际支出18万元。设备购置项目预算30万元。实际支出30万元。",),
        ("校舍维修项目预算20万元；实际支出18万元；设备购置项目预算30万元；实际支出30万元。",),
        ("一是校舍维修项目，预算20万元，支出18万元；二是设备购置项目，预算30万元，支出30万元。",),
        ("1.校舍维修项目。全年预算20万元，已支出18万元。", "2.设备购置项目。全年预算30万元，已支出30万元。"),
        ("（一）校舍维修项目", "全年预算20万元，支出18万元。", "（二）设备购置项目", "全年预算30万元，支出30万元。"),
        ("校舍维修项目预算20万元，共支出18万元；设备购置项目预算30万元，共支出30万元。",),
        ("1.校舍维修项目。预算共20万元，支出共18万元。", "2.设备购置项目。预算共30万元，支出共30万元。"),
        ("校舍维修、设备购置两个项目预算分别为20万元、30万元，支出分别为18万元、30万元。",),
    ],
)  # fmt: skip
def test_each_project_is_a_line_and_none_is_the_total(sentences: tuple[str, ...]) -> None:
    found = read(*sentences, "自评得分90分。")
    assert money(found) == LINES
    assert parents(found) == [None, None]
    assert told(found) == NO_TOTAL
    assert {line.line_kind for line in found.funding_lines} == {"item"}


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("2023年安排项目预算50万元，支出48万元，执行率96%。其中：", ""),
        ("", "项目预算共计50万元，支出共计48万元，预算执行率96%。"),
        ("", "2023年总预算50万元，总支出48万元，预算执行率96%。"),
        ("2023年部门项目年度预算50万元，全年实际支出48万元，总体执行率96%。", ""),
    ],
)
def test_a_stated_total_holds_them(before: str, behind: str) -> None:
    text = "校舍维修项目预算20万元，支出18万元，执行率90%；设备购置项目预算30万元，支出30万元，执行率100%。"
    found = read(before + text + behind, "自评得分90分。")
    headline = [line for line in found.funding_lines if line.is_headline]
    assert len(headline) == 1
    of_total = money(found).pop(f"{headline[0].line_label} *")
    assert [of_total[measure] for measure in ("executed", "execution_rate")] == ["48 wan", "96 percent"]
    assert "50 wan" in of_total.values()
    lines = {label: cells for label, cells in money(found).items() if not label.endswith("*")}
    assert lines == {
        "校舍维修项目": {"annual_budget": "20 wan", "executed": "18 wan", "execution_rate": "90 percent"},
        "设备购置项目": {"annual_budget": "30 wan", "executed": "30 wan", "execution_rate": "100 percent"},
    }
    assert {line.parent_line_no for line in found.funding_lines if not line.is_headline} == {headline[0].line_no}
    assert told(found) == []


def test_projects_that_do_not_sum_to_a_total_stand_beside_it() -> None:
    found = read(
        "全年预算100万元，支出90万元。",
        "重点项目情况：校舍维修项目预算20万元，支出18万元；设备购置项目预算30万元，支出30万元。自评得分90分。",
    )
    assert list(money(found).values()) == [{"annual_budget": "100 wan", "executed": "90 wan"}, *LINES.values()]
    assert parents(found) == [None, None, None]
    assert told(found) == []


def test_a_rate_behind_the_last_project_is_not_its_own_when_no_other_has_one() -> None:
    found = read(
        "校舍维修项目预算20万元，支出18万元。设备购置项目预算30万元，支出30万元。预算执行率96%。自评得分90分。"
    )
    assert money(found) == LINES
    assert [(a.line_no, a.value_text) for a in found.amounts if a.measure == "execution_rate"] == [(None, "96")]


def test_scores_of_projects_are_no_total_score() -> None:
    found = read("校舍维修项目预算20万元，支出18万元，自评得分95分；设备购置项目预算30万元，支出30万元，自评得分90分。")
    assert total(found) is None
    assert [(a.measure, a.about, a.value_text) for a in found.amounts if a.unit == "points"] == [
        ("section_score", "校舍维修项目自评得分", "95"),
        ("section_score", "设备购置项目自评得分", "90"),
    ]


def test_two_budgets_of_one_project_are_told() -> None:
    found = read(
        "校舍维修项目预算20万元，支出18万元；设备购置项目预算30万元，支出30万元。",
        "校舍维修项目预算25万元。自评得分90分。",
    )
    assert told(found) == ["另有不同的预算金额 / another budget：25", *NO_TOTAL]


def test_the_project_of_the_report_is_the_whole_and_not_a_part() -> None:
    found = extracted(
        "东山县教育局2023年度校舍维修项目支出绩效自评报告",
        "校舍维修项目预算50万元，支出48万元。设备购置项目预算30万元。自评得分90分。",
    )
    assert money(found)["校舍维修项目预算 *"] == {"annual_budget": "50 wan", "executed": "48 wan"}
    assert told(found) == ["另有不同的预算金额 / another budget：30"]


@pytest.mark.parametrize(
    "sentence",
    [
        "年初预算50万元，培训经费支出5万元，差旅经费支出3万元，全年支出45万元。",
        "本项目预算50万元，该项目支出45万元。",
        "项目资金预算50万元，财政资金支出45万元。",
    ],
)
def test_costs_and_general_words_are_no_projects(sentence: str) -> None:
    lines = money(read(sentence, "自评得分90分。"))
    assert len(lines) == 1
    assert "50 wan" in next(iter(lines.values())).values()
    assert next(iter(lines.values()))["executed"] == "45 wan"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("甲项目预算", "甲项目"),
        ("2023年安排校舍维修项目资金", "校舍维修项目"),
        ("“校园足球专项”年初预算数", "校园足球专项"),
        ("农村公路养护工程实际支出", "农村公路养护工程"),
        ("教师培训经费年初预算", "教师培训经费"),
        ("本项目预算", None),
        ("三个项目预算", None),
        ("省级财政资金", None),
        ("上年结转资金", None),
        ("该局项目支出", None),
        ("校舍维修项目开工后预算", None),
        ("根据2023年中央资金补助情况", None),
        ("结合省级奖补资金", None),
        ("自治区分配下达资金预算情况", None),
        ("自治旗公路养护项目预算", "自治旗公路养护项目"),
        ("项目", None),
    ],
)
def test_names(words: str, name: str | None) -> None:
    assert name_in([words]) == name


REVIEWED = {
    "校舍维修项目": {"annual_budget": "20 wan", "executed": "18 wan", "execution_rate": "90 percent"},
    "教师培训项目": {"annual_budget": "30 wan", "executed": "30 wan", "execution_rate": "100 percent"},
}


@pytest.mark.parametrize(
    "sentences",
    [
        (
            "1.校舍维修项目绩效自评综述：根据年初设定的绩效目标，项目自评得分95分。"
            "全年预算数为20万元，执行数为18万元，完成预算的90%。",
            "2.教师培训项目绩效自评综述：自评得分90分。全年预算数为30万元，执行数为30万元，完成预算的100%。",
        ),
        (
            "校舍维修项目自评综述：校舍维修项目绩效自评得分为95分。项目全年预算数20万元，执行数18万元，完成预算的90%。",
            "教师培训项目自评综述：教师培训项目绩效自评得分为90分。项目全年预算数30万元，执行数30万元，完成预算的100%。",
        ),
        (
            "1.校舍维修项目。自评得分95分。全年预算数20万元，执行数18万元，完成预算的90%。"
            "2.教师培训项目。自评得分90分。全年预算数30万元，执行数30万元，完成预算的100%。",
        ),
        (
            "1.校舍维修项目：自评得分95分。",
            "项目全年预算数为20万元，执行数为18万元，完成预算的90%。",
            "2.教师培训项目：自评得分90分。",
            "项目全年预算数为30万元，执行数为30万元，完成预算的100%。",
        ),
    ],
)  # fmt: skip
def test_projects_that_are_scored_before_their_money(sentences: tuple[str, ...]) -> None:
    found = read(*sentences)
    assert money(found) == REVIEWED
    assert total(found) is None
    assert [a.value_text for a in found.amounts if a.measure == "section_score"] == ["95", "90"]
    assert told(found) == ["未列示预算合计 / no total is given：校舍维修项目、教师培训项目"]


def test_a_numbered_paragraph_names_a_project_without_the_word() -> None:
    for end in ("。", "绩效自评综述："):
        found = read(
            f"1.校舍维修{end}自评得分95分。全年预算数20万元，执行数18万元，完成预算的90%。",
            f"2.教师培训{end}自评得分90分。全年预算数30万元，执行数30万元，完成预算的100%。",
        )
        assert money(found) == {name.removesuffix("项目"): figures for name, figures in REVIEWED.items()}
        assert total(found) is None


def test_numbered_sections_of_one_project_are_no_projects() -> None:
    project = "东山县教育局2023年度校舍维修项目支出绩效自评报告"
    found = extracted(
        project,
        "一、项目概况：年初预算数60万元，自评得分95分。",
        "二、预算执行情况：全年预算数50万元，执行数45万元，执行率90%。",
        "三、自评结论：全年预算数50万元，自评得分95分。",
    )
    assert list(money(found).values()) == [
        {"initial_budget": "60 wan", "annual_budget": "50 wan", "executed": "45 wan", "execution_rate": "90 percent"}
    ]
    assert total(found) == "95"
    found = extracted(
        project,
        "1.食堂。全年预算数50万元，执行数45万元。自评得分95分。",
        "2.操场。上级下达资金20万元，支出20万元。",
    )
    assert total(found) == "95"


def test_the_whole_department_beside_its_scored_projects() -> None:
    found = extracted(
        "东山县教育局2023年度部门整体支出绩效自评报告",
        "全年预算数500万元，执行数480万元，部门整体自评得分93分。",
        "1.校舍维修项目自评综述：自评得分95分。全年预算数20万元，执行数18万元，完成预算的90%。",
        "2.教师培训项目自评综述：自评得分90分。全年预算数30万元，执行数30万元，完成预算的100%。",
    )
    assert total(found) == "93"
    assert money(found) == {"全年预算数 *": {"annual_budget": "500 wan", "executed": "480 wan"}, **REVIEWED}


def test_the_grounds_of_a_grant_are_no_project() -> None:
    found = extracted(
        "2022年水环境整治资金绩效自评报告",
        "（二）自治区分配下达资金预算情况。",
        "共下达640万元中央资金，其中甲县400万元、乙县240万元。",
        "根据2022年中央资金补助情况，各县财政安排投入配套资金55万元。",
    )
    labels = " ".join(line.line_label for line in found.funding_lines)
    assert "根据" not in labels and "分配" not in labels
