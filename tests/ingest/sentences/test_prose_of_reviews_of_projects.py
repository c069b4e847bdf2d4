"""Reviews of several projects in final accounts (自评综述, 完成情况综述), with expectations written by hand."""

from __future__ import annotations

from support.told import extracted, money, total


def test_projects_that_a_sentence_announces_have_money_and_scores_of_their_own() -> None:
    found = extracted(
        "(二)部门决算中项目绩效自评结果",
        "本部门在2022年度部门决算中反映“草场监测”“种羊补贴”等2个项目绩效自评结果。",
        "1.草场监测项目绩效自评综述：根据绩效目标，草场监测项目自评得分92.4分。项目全年预算数为130万元，"
        "执行数为104万元，完成预算的80%。",
        "2.种羊补贴项目绩效自评综述：根据绩效目标，种羊补贴项目自评得分99分。项目全年预算数为88万元，"
        "执行数为87.12万元，完成预算的99%。",
        "(三)部门评价结果",
        "草场监测项目部门评价得分为90.1分，评价等级为“优”。",
    )
    assert money(found) == {
        "草场监测项目": {"annual_budget": "130 wan", "executed": "104 wan", "execution_rate": "80 percent"},
        "种羊补贴项目": {"annual_budget": "88 wan", "executed": "87.12 wan", "execution_rate": "99 percent"},
    }
    [report] = found.reports
    assert (report.title, report.project_name, report.grade) == (None, None, None)
    assert total(found) is None


def test_a_heading_on_what_a_project_achieved_names_it_for_the_sentences_behind() -> None:
    found = extracted(
        "东山县交通局2022年度项目支出绩效自评报告",
        "1.村道养护项目绩效目标完成情况综述。项目全年预算数160万元，执行数152万元，完成预算的95%。",
        "2.桥梁检测项目绩效目标完成情况综述。项目全年预算数30万元，执行数30万元，完成预算的100%。",
    )
    assert money(found) == {
        "村道养护项目": {"annual_budget": "160 wan", "executed": "152 wan", "execution_rate": "95 percent"},
        "桥梁检测项目": {"annual_budget": "30 wan", "executed": "30 wan", "execution_rate": "100 percent"},
    }


def test_the_project_that_a_sentence_says_was_evaluated_has_what_stands_behind() -> None:
    found = extracted(
        "东山县公安局2023年度项目支出绩效自评报告",
        "2023年度纳入绩效自评的项目8个，预算资金1460万元。",
        "事故救助项目自评得分98分，年初预算数80万元，全年执行数76.5万元；"
        "信号灯维护项目自评得分96.4分，年初预算数120万元，全年执行数108万元。",
        "我单位对电子抓拍建设项目开展部门评价，项目预算资金600万元，实际支出540万元，综合得分92.5分，评价等级为“优”。",
    )
    assert money(found) == {
        "预算资金 *": {"annual_budget": "1460 wan"},
        "事故救助项目": {"initial_budget": "80 wan", "executed": "76.5 wan"},
        "信号灯维护项目": {"initial_budget": "120 wan", "executed": "108 wan"},
        "电子抓拍建设项目": {"annual_budget": "600 wan", "executed": "540 wan"},
    }
    assert (total(found), found.reports[0].grade) == (None, None)


def test_quotation_marks_around_the_beginning_of_a_name_are_its_own() -> None:
    found = extracted(
        "青禾县林业局2022年度项目支出绩效自评报告",
        "其中“三北”防护林项目全年预算130万元，支出104万元；“油茶扶持项目”全年预算20万元，支出20万元。",
    )
    assert list(money(found)) == ["“三北”防护林项目", "油茶扶持项目"]


def test_numbered_paragraphs_whose_budgets_come_to_the_whole_are_projects() -> None:
    title = "青禾县城管局2022年度项目支出绩效自评报告"
    whole = "2022年全年预算160万元，支出150万元。"
    found = extracted(title, whole, "1.环卫保洁：全年预算100万元，支出96万元。", "2.公厕管护：预算60万元，支出54万元。")
    assert list(money(found).items())[1:] == [
        ("环卫保洁", {"annual_budget": "100 wan", "executed": "96 wan"}),
        ("公厕管护", {"annual_budget": "60 wan", "executed": "54 wan"}),
    ]
    assert not found.notices
    other = extracted(title, whole, "1.环卫保洁：全年预算100万元，支出96万元。", "2.公厕管护：预算50万元，支出44万元。")
    assert "环卫保洁" not in money(other) and other.notices
