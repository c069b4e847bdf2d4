"""Sentences of paragraphs, and what ；parts them into."""

from ingest.observations.sentences import Sentence, sentences
from support.documents import rows

CUT = "全年组织技术人员进村入户开展果树修剪培训十二期，培训农户"


def read(*paragraphs: str) -> list[Sentence]:
    return list(sentences([(row, row.cells[0]) for row in rows(*paragraphs)]))


def test_a_sentence_ends_at_a_full_stop_and_its_parts_at_a_semicolon() -> None:
    first, second = read("修路三公里；架桥一座。群众满意。")
    assert (first.text, second.text) == ("修路三公里；架桥一座。", "群众满意。")
    assert [part.text for part in first.parts()] == ["修路三公里；", "架桥一座。"]
    assert list(second.parts()) == [second]


def test_nothing_between_two_semicolons_is_no_part() -> None:
    [sentence] = read("修路三公里；；架桥一座。")
    assert [part.text for part in sentence.parts()] == ["修路三公里；", "架桥一座。"]


def test_a_part_stands_in_the_paragraph_in_which_it_begins() -> None:
    [sentence] = read(CUT, "六百人次；发放资料三千份；回访农户二百户。")
    assert [(part.text, part.row.block_no) for part in sentence.parts()] == [
        (f"{CUT}六百人次；", 1),
        ("发放资料三千份；", 2),
        ("回访农户二百户。", 2),
    ]
