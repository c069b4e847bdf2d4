import pytest

from ingest.lexicon.phrases.points import level1_section


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
