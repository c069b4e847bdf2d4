"""What is known of the labels of a form where its lines tell too little."""

from __future__ import annotations

from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.labels import is_level1_name, is_level2_name, is_short_level2_name, row_concept


def is_label(text: str) -> bool:
    """Whether a cell names what a row is of, so that another one below it is of another row."""
    is_of_form = row_concept(text) or is_level1_name(text) or is_level2_name(text) or is_short_level2_name(text)
    return bool(is_of_form) or funding_label(text).kind != "item"
