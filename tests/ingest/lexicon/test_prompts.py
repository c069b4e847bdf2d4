import pytest

from ingest.lexicon.prompts import asks_for_words


@pytest.mark.parametrize(
    "text",
    [
        "对照年度目标，说明相关任务目标的完成情况（100字以内）",
        "结合自评情况，分析存在的问题及原因。(200字以内)",
        "针对项目自评中发现的问题，提出下一步改进完善的意见及有关政策性建议。（200字以内）",
        "请简要描述项目实施内容（限300字）",
    ],
)
def test_what_is_to_be_written_and_in_how_many_words(text: str) -> None:
    assert asks_for_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "对照年度目标，说明相关任务目标的完成情况",
        "完成培训3期，学员满意（详见附件）",
        "结合自评情况，本项目得分95分，存在培训期数偏少的问题（200字以内）",
        "宣传稿件每篇控制在（500字以内）",
    ],
)
def test_what_was_written(text: str) -> None:
    assert not asks_for_words(text)
