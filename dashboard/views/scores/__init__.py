"""Scores: where points were won and lost."""
