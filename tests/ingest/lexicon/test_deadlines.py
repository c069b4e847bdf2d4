import pytest

from ingest.lexicon.deadlines import deadlines, target_deadlines


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2021年底前完成大厅改造，投入使用。", [2021]),
        ("根据省市文件要求2023年12月要完成系统基本建成并投入使用", [2023]),
        ("2022年10月底前，完成购买；2022年12月31日前全部建成", [2022, 2022]),
        ("2024年底完成主体工程", [2024]),
        ("2025年6月竣工。", [2025]),
        ("2024年内力争完成", [2024]),
        ("2000年底前建成的老旧小区全部纳入改造", []),
        ("2023年已完成一期，验收合格", []),
        ("2022年12月前累计完成30%", []),
        ("2023年完成情况良好", []),
        ("因2023年财政预算紧张，未计划采购", []),
        ("按照《某区2023年底前完成改造的通知》执行", []),
        ("云政发〔2020〕12号要求完成", []),
        ("2018年以来完成整改", []),
        ("2024年拟采购9辆", []),
        ("2023年度结转资金支付完成率", []),
    ],
)
def test_deadlines_in_text(text: str, years: list[int]) -> None:
    assert [deadline.year for deadline in deadlines(text)] == years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2023年12月31日", [2023]),
        ("2023年12月底前", [2023]),
        ("2023.12.31前", [2023]),
        ("≤2024年12月", [2024]),
        ("2024年底前", [2024]),
        ("2025年6月底前", [2025]),
        ("2024年内完成", [2024]),
        ("2023年12月前完成，2024年6月前验收", [2023]),
        ("2023", []),
        ("2023人", []),
        ("较2023年增长5%", []),
        ("2023年水平以上", []),
        ("1年内", []),
        (None, []),
    ],
)
def test_deadlines_of_targets(text: str | None, years: list[int]) -> None:
    assert [deadline.year for deadline in target_deadlines(text)] == years


def test_a_deadline_keeps_its_words() -> None:
    assert [deadline.text for deadline in deadlines("计划于2023年 12月底前 全部完成改造")] == ["2023年12月底前全部完成"]
