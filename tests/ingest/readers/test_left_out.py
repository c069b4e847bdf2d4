"""The sentence that tells of text which is left out."""

import pytest

from ingest.document import Paragraph
from ingest.readers.left_out import left_out


def test_texts_without_figures_are_not_told_and_long_ones_are_cut_where_that_shows() -> None:
    assert not list(left_out("白色文字", ["单位：元", "得分", " "]))
    assert list(left_out("划去的文字", ["旧", " 9 ", "玖拾万元整"], 3)) == [
        Paragraph("（划去的文字，未读取：9；玖拾万元整）", 3, is_unread=True)
    ]
    (told,) = left_out("白色文字", ["1" * 61])
    assert told.text == f"（白色文字，未读取：{'1' * 60}…）"


@pytest.mark.parametrize("text", ["1" * 60, "９分"])
def test_what_fits_is_told_whole(text: str) -> None:
    (told,) = left_out("白色文字", [text])
    assert told.text == f"（白色文字，未读取：{text}）"
