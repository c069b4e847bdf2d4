"""How alike names are. Expectations are reckoned by hand."""

import pytest

from ingest.lexicon.likeness import OF_ONE, likeness, ratio


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [("河道清淤", "河道清淤", 1.0), ("河道清淤", "河道治理", 0.5), ("河道", "学校", 0.0), ("中学食堂", "食堂", 2 / 3)],
)
def test_the_share_of_characters_in_common(one: str, other: str, share: float) -> None:
    assert ratio(one, other) == pytest.approx(share)
    assert likeness(one, other) == pytest.approx(share)


def test_half_of_the_shorter_name_in_one_run_may_be_of_one_project() -> None:
    one, other = "中小学课后服务补助", "义务教育阶段全体在校学生课后服务补助"
    assert ratio(one, other) < OF_ONE == likeness(one, other)
    assert likeness("青禾道路", "青禾道路改造工程一期") == OF_ONE
    assert likeness("青禾路", "青禾路改造工程一期标") < OF_ONE
