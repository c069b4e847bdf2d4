"""Indicators: the table of levels, targets, values and points, its totals, and tables of sections."""
