"""Long sentences as digests."""

from ingest.observations.passages import passages
from ingest.observations.records import Passage
from ingest.observations.sentences import sentences
from support.documents import rows

LONG = "为切实加强农村公路管理养护，落实主体责任，完善管养机制，确保道路安全畅通，我单位按照年度计划组织实施养护工程"


def found(*paragraphs: str) -> list[Passage]:
    return passages(1, sentences([(row, row.cells[0]) for row in rows(*paragraphs)]))


def digests(*paragraphs: str) -> list[str]:
    return [passage.digest for passage in found(*paragraphs)]


def test_spaces_punctuation_years_and_numbers_do_not_count() -> None:
    assert digests(LONG + "，2024年完成。") == digests("（一）" + LONG.replace("，", " ， ") + "2023年完成。")


def test_another_word_does() -> None:
    assert digests(LONG + "。") != digests(LONG.replace("农村", "城市") + "。")


def test_short_sentences_and_footnotes_are_left_out() -> None:
    assert digests("保障道路畅通。", f"注：{LONG}。", f"2.{LONG}。") == []


def test_a_sentence_twice_is_one_and_one_cut_by_a_page_break_too() -> None:
    assert len(digests(f"{LONG}。", f"{LONG}。")) == 1
    assert digests(LONG[:30], LONG[30:] + "。") == digests(f"{LONG}。")


def test_how_long_it_is() -> None:
    [passage] = found(LONG + "；" + LONG + "。")
    assert passage.characters == sum(character.isalnum() for character in LONG + LONG)
