"""Projects that the prose names as what is evaluated."""

import pytest

from ingest.observations.projects import named_projects
from ingest.observations.sentences import sentences
from support.documents import rows

OWN = ["优化政务大厅营商环境专项经费", "某区政务服务局", "保障办事大厅正常运转"]


def told(text: str) -> list[tuple[str, float]]:
    prose = sentences([(row, row.cells[0]) for row in rows(text)])
    return [(named.name, float(named.overlap)) for named in named_projects(1, prose, OWN)]


def test_a_project_of_another_kind() -> None:
    assert told("通过走访准确、合理地评价农村饮水安全项目的绩效情况。") == [("农村饮水安全项目", 0)]
    assert told("本次评价对象为农村公路养护工程，评价年度为2024年。") == [("农村公路养护工程", 0)]
    assert told("根据通知要求，开展2024年度家庭医生签约项目绩效自评。") == [("家庭医生签约项目", 0)]


def test_the_reports_own_project_in_other_words() -> None:
    [(name, overlap)] = told("对优化营商环境项目开展绩效评价。")
    assert name == "优化营商环境项目" and overlap > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "对本项目开展绩效评价。",
        "组织评价小组开展项目评价。",
        "财政部门对重点项目绩效进行评价。",
        "由业务处室填报项目绩效自评情况。",
        "为群众提供基本公共卫生服务项目宣传。",
    ],
)
def test_sentences_that_name_none(text: str) -> None:
    assert told(text) == []
