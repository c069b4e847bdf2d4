"""Raised digits: an exponent, or the mark of a note, which must not lengthen the figure that they stand behind."""


def is_raised_behind_figure(before: str, raised: str) -> bool:
    """Whether a raised text would lengthen the figure that the text before it ends in: 10⁴ is not 104. It is written
    behind ^ then."""
    return before[-1:].isdecimal() and raised.strip().isdecimal()
