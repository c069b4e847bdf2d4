import pytest

from ingest.lexicon.phrases.points import is_award, level1_section


@pytest.mark.parametrize(
    ("about", "section"),
    [
        ("决策自评得分", "决策"),
        ("项目产出得分", "产出"),
        ("产出指标", "产出"),
        ("B.过程指标得分", "过程"),
        ("预算执行率得分", "预算执行率"),
        ("其中：效益", "效益"),
        ("产出数量得分", None),
        ("社会效益得分", None),
        ("效益指标中社会效益得分", None),
        ("群众满意度得分", None),
        ("自评得分", None),
    ],
)
def test_groups_of_level_1(about: str, section: str | None) -> None:
    assert level1_section(about) == section


@pytest.mark.parametrize(
    ("before", "following", "awarded"),
    [
        ("记录完整，得", "；不完整的每个项目扣1分", True),
        ("文件齐全，得", "；审核程序缺失，每个项目扣1分", True),
        ("制度健全，得", "，否则不得分", True),
        ("实行集中支付的，得", "", True),
        ("产出指标得", "，未及时支付扣1分", False),
        ("质量指标得", "，扣1分的原因是尚未验收", False),
        ("自评得", "。", False),
    ],
)
def test_points_that_a_criterion_awards(before: str, following: str, awarded: bool) -> None:
    assert is_award(before, following) is awarded
