import pytest

from ingest.lexicon.phrases.facts import is_approximate, is_explicit


@pytest.mark.parametrize(
    ("measure", "about", "has_year", "is_told"),
    [
        ("annual_budget", "全年预算数", False, True),
        ("annual_budget", "调整后预算", True, True),
        ("annual_budget", "调整后预算", False, False),
        ("annual_budget", "预算经费", True, False),
        ("annual_budget", "项目预算总额", True, False),
        ("initial_budget", "年初预算安排", False, True),
        ("executed", "截止2025年12月31日支出", True, True),
        ("executed", "全年执行数", False, True),
        ("executed", "2024年实际支出", True, True),
        ("executed", "支出合计", True, False),
        ("funds_received", "实际到位资金", True, True),
        ("appropriated", "下达资金", True, False),
    ],
)
def test_words_that_leave_no_doubt(measure: str, about: str, has_year: bool, is_told: bool) -> None:
    assert is_explicit(measure, about, has_year) is is_told


def test_rounded_figures_say_so() -> None:
    assert is_approximate("实际支出约") and not is_approximate("实际支出")
