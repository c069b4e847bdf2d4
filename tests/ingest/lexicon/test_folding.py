"""Folding and tidying of printed text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.lexicon.text import fold, normal, tidy

_MARKS_OF_NOTES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Behind a word they are left as they are."""

_PRINTED = st.text(
    st.one_of(
        st.sampled_from("年初预算数，：；（）！？％、。《》“”≥≤ \u3000\n1２aＡ㎡é"),
        st.characters(codec="utf-8", exclude_characters=_MARKS_OF_NOTES),
    )
)


@given(_PRINTED)
def test_what_is_normalised_without_tables_is_in_form_nfkc(text: str) -> None:
    assert normal(text) == unicodedata.normalize("NFKC", text)


def test_every_character_is_normalised_as_unicode_says() -> None:
    assert [
        character
        for character in map(chr, range(0x10000))
        if normal(character) != unicodedata.normalize("NFKC", character)
    ] == []


def test_folded_text_has_no_white_space_and_half_width_punctuation() -> None:
    assert fold("年初\n预算数（ 万元）\u200b：２０％") == "年初预算数(万元):20%"


@pytest.mark.parametrize(
    ("printed", "tidied"),
    [
        ("  项目名称 ", "项目名称"),
        ("全年\n预算数", "全年预算数"),
        ("项目 名称", "项目名称"),
        ("共 20 万元", "共 20 万元"),
        ("ERP system", "ERP system"),
        (" \u3000\n", None),
        (None, None),
    ],
)
def test_line_breaks_go_and_spaces_only_between_chinese_characters(printed: str | None, tidied: str | None) -> None:
    assert tidy(printed) == tidied


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("全年执行数①", "全年执行数①"),
        ("执行率（%）²", "执行率(%)²"),
        ("①数量指标", "1数量指标"),
        ("占地30m²", "占地30m2"),
        ("１００%", "100%"),
    ],
)
def test_the_mark_of_a_note_is_made_no_digit_of_its_word(text: str, folded: str) -> None:
    assert fold(text) == folded
