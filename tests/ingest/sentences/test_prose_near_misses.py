"""Sentences in which figures of the whole, of parts and of other times stand side by side: each where it belongs, or
told and put nowhere. Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import extracted, money, total

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"
DEPARTMENT = "东山县住房和城乡建设局2022年度部门整体支出绩效自评报告"

Lines = list[dict[str, str]]


def lines(*paragraphs: str) -> Lines:
    return list(money(extracted(*paragraphs)).values())


def test_a_slow_part_is_no_reason_to_lose_the_report() -> None:
    assert lines(PROJECT, "年初预算90万元，支出88万元。存在问题：工程款支付进度仅60%。") == [
        {"initial_budget": "90 wan", "executed": "88 wan"}
    ]
    assert lines(PROJECT, "年初预算90万元。设备费支出进度60%。") == [{"initial_budget": "90 wan"}]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        (
            "到位资金500万元，到位率100%，其中：中央资金300万元、省级资金200万元，实际支出490万元，执行率98%。",
            [
                {
                    "funds_received": "500 wan",
                    "funds_received_rate": "100 percent",
                    "executed": "490 wan",
                    "execution_rate": "98 percent",
                },
                {"funds_received": "300 wan"},
                {"funds_received": "200 wan"},
            ],
        ),
        (
            "全年预算500万元（中央资金300万元、省级资金200万元），到位资金500万元，到位率100%，支出490万元，执行率98%。",
            [
                {
                    "annual_budget": "500 wan",
                    "funds_received": "500 wan",
                    "funds_received_rate": "100 percent",
                    "executed": "490 wan",
                    "execution_rate": "98 percent",
                },
                {"annual_budget": "300 wan"},
                {"annual_budget": "200 wan"},
            ],
        ),
    ],
)
def test_a_rate_of_the_whole_behind_its_parts(sentence: str, figures: Lines) -> None:
    assert lines(PROJECT, sentence) == figures


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        (
            "年初预算安排100万元，年中下达50万元，累计支出150万元，执行率100%。",
            {"initial_budget": "100 wan", "executed": "150 wan", "execution_rate": "100 percent"},
        ),
        (
            "2022年下达资金130万元。项目2021年支出100万元，2022年支出120万元，累计支出220万元。",
            {"appropriated": "130 wan", "executed": "120 wan"},
        ),
    ],
)
def test_budgets_do_not_sum_to_spending(sentence: str, figures: dict[str, str]) -> None:
    (line,) = lines(PROJECT, sentence)
    assert {measure: line.get(measure) for measure in figures} == figures


def test_what_givers_gave_does_not_sum_to_what_was_spent() -> None:
    found = extracted(PROJECT, "市级安排60万元，上年结转40万元，共使用资金100万元。")
    measures = {amount.value_text: amount.measure for amount in found.amounts}
    assert measures == {"60": "appropriated", "40": "carryover", "100": "executed"}


def test_only_budgets_become_the_initial_budget() -> None:
    assert lines(
        DEPARTMENT,
        "部门预算批复1850.2万元，其中：人员经费650.2万元，实际支出640万元；项目经费1200万元，实际支出1100万元。"
        "当年追加预算320.5万元，调整后预算2170.7万元。",
    ) == [
        {"initial_budget": "1850.2 wan", "budget_adjustment": "320.5 wan", "annual_budget": "2170.7 wan"},
        {"initial_budget": "650.2 wan", "executed": "640 wan"},
        {"initial_budget": "1200 wan", "executed": "1100 wan"},
    ]


@pytest.mark.parametrize("word", ["支出", "实际支出", "支付", "已支出"])
def test_each_part_with_its_spending(word: str) -> None:
    assert lines(
        PROJECT, f"2022年全年预算1000万元，其中：中央资金600万元，{word}580万元；省级资金400万元，{word}370万元。"
    ) == [
        {"annual_budget": "1000 wan"},
        {"annual_budget": "600 wan", "executed": "580 wan"},
        {"annual_budget": "400 wan", "executed": "370 wan"},
    ]


def test_spending_behind_several_parts_is_of_none_of_them() -> None:
    found = lines(
        PROJECT,
        "下达资金500万元，其中：人员补助300万元、设备补助200万元，实际支出480万元；另有自筹资金20万元，实际支出20万元。",
    )
    assert found[0]["executed"] == "480 wan"
    assert all("executed" not in line for line in found[1:3])


@pytest.mark.parametrize(
    "sentences",
    [
        "省级下达补助资金200万元，已全部到位；县级配套资金100万元全部到位。",
        "省级下达资金100万元。企业自筹资金30万元全部到位。全年支出98万元。",
    ],
)
def test_what_another_one_gave_was_not_received_from_the_first(sentences: str) -> None:
    assert "funds_received" not in lines(PROJECT, sentences)[0]


@pytest.mark.parametrize(
    ("sentences", "figures"),
    [
        (
            "省级下达专项资金80万元。省级专项资金支出78万元，执行率97.5%。",
            {"appropriated": "80 wan", "executed": "78 wan", "execution_rate": "97.5 percent"},
        ),
        (
            "2022年中央下达补助资金100万元。上级资金支出95万元，执行率95%。",
            {"appropriated": "100 wan", "executed": "95 wan", "execution_rate": "95 percent"},
        ),
    ],
)
def test_spending_of_the_only_givers_money(sentences: str, figures: dict[str, str]) -> None:
    assert lines(PROJECT, sentences) == [figures]


def test_a_rate_of_two_parts_is_not_of_the_first() -> None:
    found = lines(PROJECT, "全年预算150万元，其中：中央100万元，省级50万元。中央和省级资金执行率93.33%。")
    assert all("execution_rate" not in line for line in found[1:])


def test_goods_and_staff_that_arrived_are_no_funds() -> None:
    found = lines(PROJECT, "全年预算150万元，其中：设备100万元，人员50万元。设备到位率100%，人员到位率95%。")
    assert all("funds_received_rate" not in line for line in found)


def test_a_topic_of_use_does_not_make_a_budget_spending() -> None:
    assert lines(PROJECT, "资金使用情况：中央资金100万元，实际支出98万元，执行率98%。") == [
        {"appropriated": "100 wan", "executed": "98 wan", "execution_rate": "98 percent"}
    ]


def test_examples_in_a_departments_report_are_no_reports() -> None:
    found = extracted(
        DEPARTMENT,
        "年初预算500万元，支出480万元。",
        "项目名称：城乡低保",
        "年初预算300万元，支出290万元。",
        "项目名称：殡葬改革",
        "年初预算50万元，支出48万元。",
        "综上，部门整体支出自评得分96分。",
    )
    assert len(found.reports) == 1


def test_parts_of_one_fund_are_no_reports() -> None:
    found = extracted(
        "2022年工业发展专项资金绩效自评报告",
        "项目名称：技改补助",
        "年初预算300万元，支出290万元。",
        "项目名称：创新平台",
        "年初预算50万元，支出48万元。",
        "综上，专项资金自评得分95分。",
    )
    assert (len(found.reports), total(found)) == (1, "95")


def test_a_heading_like_a_title_begins_no_report() -> None:
    found = extracted(
        "东山县水利局2022年水利专项资金绩效自评报告",
        "年初预算300万元，支出290万元。",
        "2022年水利专项资金绩效自评",
        "自评得分95分。",
    )
    assert (len(found.reports), total(found)) == (1, "95")


def test_news_of_a_score_is_no_evaluation() -> None:
    words = "全年支出2.3亿元，组织单位自评，财政局在全市考核中得分98分。"
    assert extracted(words).reports == []


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        (
            "收入支出情况：2022年年初预算360万元，决算350万元，执行率97.22%。",
            {"initial_budget": "360 wan", "executed": "350 wan", "execution_rate": "97.22 percent"},
        ),
        ("上年末结转资金20万元，年初预算80万元，支出95万元。", {"initial_budget": "80 wan", "executed": "95 wan"}),
        (
            "年初预算75万元，1-9月支出50万元，支出进度66.67%，12月底支出70万元，执行率93.33%。",
            {"initial_budget": "75 wan", "executed": "70 wan", "execution_rate": "93.33 percent"},
        ),
        ("年初预算80万元，与上年持平，支出78万元。", {"initial_budget": "80 wan", "executed": "78 wan"}),
        ("年初预算80万元，相较于2021年增加10万元，支出78万元。", {"initial_budget": "80 wan", "executed": "78 wan"}),
    ],
)
def test_words_of_another_time_or_side_do_not_reach_the_next_figure(sentence: str, figures: dict[str, str]) -> None:
    assert lines(PROJECT, sentence) == [figures]


def test_research_grants_and_contracts_are_no_budget() -> None:
    found = lines(
        PROJECT, "全年预算150万元，支出140万元，执行率93.33%。获批科研经费860万元。工程合同支付进度60%，民生支出率80%。"
    )
    assert found == [{"annual_budget": "150 wan", "executed": "140 wan", "execution_rate": "93.33 percent"}]


def test_what_was_set_aside_for_a_part_of_what_was_spent() -> None:
    found = lines(
        PROJECT,
        "下达资金300万元，支出288万元，执行率96%。其中：健身路径项目安排200万元，支出190万元，执行率95%；"
        "球场项目安排100万元，支出98万元，执行率98%。",
    )
    assert found[0] == {"appropriated": "300 wan", "executed": "288 wan", "execution_rate": "96 percent"}
    assert [(line.get("appropriated"), line.get("executed"), line.get("execution_rate")) for line in found[1:]] == [
        ("200 wan", "190 wan", "95 percent"),
        ("100 wan", "98 wan", "98 percent"),
    ]


def test_spending_in_brackets_right_behind_a_part() -> None:
    assert lines(
        PROJECT, "全年预算500万元，其中：中央资金300万元（已支出290万元），省级资金200万元（已支出180万元）。"
    ) == [
        {"annual_budget": "500 wan"},
        {"annual_budget": "300 wan", "executed": "290 wan"},
        {"annual_budget": "200 wan", "executed": "180 wan"},
    ]


def test_what_a_part_was_lowered_by_is_no_part() -> None:
    found = extracted(
        PROJECT, "全年支出20万元，其中：接待费4万元，较预算压减1万元；会议费3万元，比预算少1万元；其他13万元。"
    )
    assert [line.line_label for line in found.funding_lines][1:] == ["接待费", "会议费", "其他"]


def test_a_name_ends_where_the_next_label_begins() -> None:
    found = extracted(
        "2022年度项目支出绩效自评报告",
        "项目名称：数字乡村建设    实施单位：松江市大数据局",
        "预算安排50万元，支出45万元。",
    )
    assert found.reports[0].project_name == "数字乡村建设"


def test_what_others_say_of_the_unit_is_no_score_and_no_grade_of_the_report() -> None:
    found = extracted(PROJECT, "全年预算90万元，支出88万元。群众评价分95分，为优。自评得分88分，等级为良。")
    assert total(found) == "88"
    assert [report.grade for report in found.reports] == ["good"]


def test_what_was_asked_for_since_the_beginning_of_the_year_is_no_initial_budget() -> None:
    assert not any("initial_budget" in line for line in lines(PROJECT, "年初以来争取上级预算资金300万元。"))
    assert lines(PROJECT, "年初农业发展预算批复200万元，支出190万元。") == [
        {"initial_budget": "200 wan", "executed": "190 wan"}
    ]
