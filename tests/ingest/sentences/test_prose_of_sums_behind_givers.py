"""What several gave and what that comes to, in whatever order, and spending beside it. Expectations are written by
hand."""

from __future__ import annotations

from support.told import doubted, extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"


def lines(*blocks: str) -> dict[str, dict[str, str]]:
    return money(extracted(PROJECT, *blocks))


def told(*blocks: str) -> list[str]:
    return doubted(extracted(PROJECT, *blocks))


def test_givers_before_the_budget_that_they_come_to() -> None:
    text = "年中省残联下达120万元、市残联下达36万元、县财政追加24万元，全年预算180万元。全年执行数为171万元。"
    assert list(lines(text).values()) == [
        {"annual_budget": "180 wan", "executed": "171 wan"},
        {"annual_budget": "120 wan"},
        {"annual_budget": "36 wan"},
        {"annual_budget": "24 wan"},
    ]


def test_an_initial_budget_and_its_change_are_no_parts() -> None:
    text = "年初部门预算下达158万元，四季度因新接管公厕增加预算9.5万元，实际预算总额167.5万元。全年支出164万元。"
    [whole] = lines(text).values()
    assert whole == {
        "initial_budget": "158 wan",
        "annual_budget": "167.5 wan",
        "executed": "164 wan",
    }


def test_batches_of_a_season_come_to_all_that_was_given() -> None:
    text = (
        "全年下达资金：第一批（春季）中央和省级资金268万元，第二批（秋季）中央和省级资金252万元，"
        "县级配套资金合计130万元，共计650万元。"
    )
    assert lines(text)["共计 *"] == {"appropriated": "650 wan"}


def test_documents_between_figures_without_names_are_passed_over() -> None:
    text = (
        "收到州级下达中央补助资金1.5万元（财行〔2022〕61号）、1.8万元（财行〔2022〕15号），合计可用资金5.3万元。"
        "支出4.77万元。"
    )
    assert not any("appropriated" in line or "funds_received" in line for line in lines(text).values())
    assert {"1.5", "1.8"} <= set(told(text))


def test_shares_of_givers_are_each_of_its_own() -> None:
    text = "资金由中央承担60%即90万元，省级承担24%即36万元，县级承担16%即24万元。实际发放150万元。"
    assert [line for line in lines(text).values() if "appropriated" in line] == [
        {"appropriated": "90 wan"},
        {"appropriated": "36 wan"},
        {"appropriated": "24 wan"},
    ]


def test_two_parts_that_make_up_a_whole() -> None:
    text = (
        "专项资金总量681万元，由两部分构成：一是上年结转121万元；二是当年省财政厅下达560万元。"
        "当年支出544.8万元，支出进度为80%。"
    )
    whole, *parts = lines(text).values()
    assert whole == {"appropriated": "681 wan", "executed": "544.8 wan", "execution_rate": "80 percent"}
    assert parts == [{"appropriated": "121 wan"}, {"appropriated": "560 wan"}]


def test_the_rate_of_one_givers_money_is_not_of_all() -> None:
    text = (
        "县财政预算安排补助资金280万元，个人缴费140万元，基金划转420万元，三项共筹集840万元。全年支出672万元。"
        "财政补助资金280万元已全部拨付到专户，预算执行率100%。"
    )
    assert not any("execution_rate" in line for line in lines(text).values())
    assert "100" in told(text)


def test_a_givers_money_stands_beside_spending_of_anothers() -> None:
    text = "当年使用债券资金192万元，使用率80%；县级财政资本金60万元，实际到位60万元，支出54万元。"
    assert lines(text)["县级财政资本金"] == {"appropriated": "60 wan", "funds_received": "60 wan", "executed": "54 wan"}


def test_wages_are_spent_like_the_rest_of_a_sum() -> None:
    text = "垃圾清运支出46.8万元，保洁员工资支出38.2万元，设施维护支出11万元，三项合计支出96万元。"
    assert list(lines(text).values()) == [
        {"executed": figure} for figure in ("96 wan", "46.8 wan", "38.2 wan", "11 wan")
    ]


def test_the_rate_behind_a_sum_is_of_the_sum() -> None:
    text = "预算328万元；全年支付基本生活费186.4万元、助学费124.2万元，合计310.6万元，预算执行率94.7%。"
    [whole, *_] = lines(text).values()
    assert whole == {"annual_budget": "328 wan", "executed": "310.6 wan", "execution_rate": "94.7 percent"}


def test_the_same_name_below_two_givers_is_of_two_lines() -> None:
    found = extracted(
        PROJECT,
        "下达资金100万元，其中，中央资金70万元（一般公共预算：30万元；彩票公益金：40万元）；"
        "省级资金30万元（一般公共预算：20万元；彩票公益金：10万元）。",
    )
    cells = [(amount.about, amount.value_text) for amount in found.amounts if amount.is_line_cell]
    assert [figure for about, figure in cells if about == "一般公共预算"] == ["30", "20"]


def test_the_reports_own_money_within_more() -> None:
    found = money(
        extracted(
            "东山县2021年财政专项扶贫资金绩效自评报告",
            "全县共整合使用涉农资金1.62亿元，其中财政专项扶贫资金9860万元（中央6200万元、省级3660万元），其他资金6340万元。",
            "财政专项扶贫资金全年支出9761.4万元，支出进度99%。",
        )
    )
    assert found["财政专项扶贫资金 *"] == {
        "appropriated": "9860 wan",
        "executed": "9761.4 wan",
        "execution_rate": "99 percent",
    }


def test_all_that_arrived_and_was_paid_stands_above_its_sources() -> None:
    text = (
        "2022年中央预算内投资到位340万元、支付289万元；地方财政到位70万元、支付63万元；企业自筹到位200万元、支付160万元。"
        "共到位610万元，共支付512万元。"
    )
    assert list(lines(text).values()) == [
        {"funds_received": "610 wan", "executed": "512 wan"},
        {"funds_received": "340 wan", "executed": "289 wan"},
        {"funds_received": "70 wan", "executed": "63 wan"},
        {"funds_received": "200 wan", "executed": "160 wan"},
    ]


def test_a_bare_sum_is_a_total() -> None:
    text = "上级下达98万元，县级配套12万元，计110万元。筛查支出62万元，检查支出28万元，计90万元，执行率81.82%。"
    [whole, *parts] = lines(text).values()
    assert whole == {"appropriated": "110 wan", "executed": "90 wan", "execution_rate": "81.82 percent"}
    assert len(parts) == 4


def test_what_a_division_was_allotted_is_shared_out() -> None:
    text = (
        "分配我局中央水利救灾资金230万元。资金分配如下：应急工程130万元，抗旱设备70万元，送水补助30万元。"
        "实际支付218万元，其中应急工程124万元，抗旱设备65万元，送水补助29万元，执行率94.78%。"
    )
    assert list(lines(text).values()) == [
        {"appropriated": "230 wan", "executed": "218 wan", "execution_rate": "94.78 percent"},
        {"appropriated": "130 wan", "executed": "124 wan"},
        {"appropriated": "70 wan", "executed": "65 wan"},
        {"appropriated": "30 wan", "executed": "29 wan"},
    ]


def test_rates_behind_a_colon_are_each_of_what_they_name() -> None:
    text = (
        "预算：岗位补贴1296万元，保险补贴324万元，共1620万元。执行：岗位补贴1242万元，保险补贴297万元，共1539万元。"
        "执行率：岗位补贴95.83%，保险补贴91.67%，合计95%。"
    )
    assert [line.get("execution_rate") for line in lines(text).values()] == [
        "95 percent",
        "95.83 percent",
        "91.67 percent",
    ]


def test_a_budget_that_was_cut_to_another() -> None:
    text = "财政安排采购预算850万元，因采购节约，核减至816万元，实际支出816万元，预算执行率达100%。"
    [whole] = lines(text).values()
    assert whole == {
        "initial_budget": "850 wan",
        "annual_budget": "816 wan",
        "executed": "816 wan",
        "execution_rate": "100 percent",
    }


def test_what_enterprises_pay_is_no_spending_of_the_budget() -> None:
    text = "区财政安排补助经费150万元。企业支付利息1520万元，实际补助148.5万元，执行率99%。"
    [whole] = lines(text).values()
    assert whole == {"appropriated": "150 wan", "executed": "148.5 wan", "execution_rate": "99 percent"}


def test_a_sentence_of_spending_that_comes_to_all_of_it() -> None:
    text = "实际支出398万元，执行率96%。查螺支出215万元，查治支出138万元，健康教育支出45万元。"
    assert list(lines(text).values()) == [
        {"executed": "398 wan", "execution_rate": "96 percent"},
        {"executed": "215 wan"},
        {"executed": "138 wan"},
        {"executed": "45 wan"},
    ]
