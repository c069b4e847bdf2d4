"""Prompts and placeholders that the template left, and what the form prints for everybody."""

import pytest

from ingest.forms.drafts import drafts_of
from ingest.forms.reading import read_draft
from ingest.forms.segments import parts_of
from ingest.observations.leftovers import leftovers
from support.documents import Block, rows, table


def told(*blocks: Block | str) -> list[tuple[str, str]]:
    return [
        (left.kind, left.text)
        for draft in drafts_of(parts_of(rows(*blocks)))
        for reading in read_draft(draft)
        for left in leftovers(1, reading)
    ]


def test_an_indicator_whose_name_is_still_the_prompt() -> None:
    sheet = table(
        "一级指标|二级指标|三级指标|评价标准|分值|得分",
        "产出|数量|可根据项目实际情况设置和细化|请根据实际情况填写依据|10|10",
        "产出|质量|指标2：||10|10",
        "产出|质量|……||10|10",
    )
    assert told(sheet) == [
        ("prompt", "可根据项目实际情况设置和细化"),
        ("placeholder", "指标2："),
        ("placeholder", "……"),
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("（五）项目完成情况（摘自工作总结，需要根据实际进行修改）", "（摘自工作总结，需要根据实际进行修改）"),
        ("请在此处填写项目完成情况", "请在此处填写项目完成情况"),
        ("本项目由XX单位组织实施，做到专款专用。", "本项目由XX单位组织实施"),
        ("本年度预算____万元，全部到位。", "本年度预算____万元"),
        ("2024年完成道路养护××公里。", "2024年完成道路养护××公里"),
        ("项目按期完工（请简要说明验收情况），群众反映良好。", "（请简要说明验收情况）"),
    ],
)
def test_prompts_and_placeholders_in_prose(text: str, left: str) -> None:
    assert [found for _, found in told("一、基本情况", text)] == [left]


@pytest.mark.parametrize(
    "text",
    [
        "二、绩效评价指标评分（仅供参考，各部门要根据项目实际情况细化、量化二级指标）",
        "（二）绩效评价原则、评价指标体系（附表说明）、评价方法。",
        "备注：1.二级指标和三级指标根据实际情况设置。",
        "注：请根据项目实际情况填写。",
        "预算执行中需要根据实际情况进行调整的，按规定程序报批。",
        "填报人（签字）：经办",
        "联系人：XXX",
        "设备型号为XX-200，尺寸10×20厘米。",
    ],
)
def test_headings_footnotes_and_sentences_are_no_leftovers(text: str) -> None:
    assert told(text) == []


def test_labels_of_the_form_are_its_own() -> None:
    assert told(table("项目绩效目标（请简要填写）|提升办学条件", "自评结论（请在对应选项打勾）|优")) == []


def test_what_is_to_be_written_in_so_many_words() -> None:
    assert told(table("存在问题|结合自评情况，分析存在的问题及原因。（200字以内）", "改进措施|增加培训期数。")) == [
        ("prompt", "结合自评情况，分析存在的问题及原因。（200字以内）")
    ]
