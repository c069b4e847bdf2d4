"""Where an execution rate or a score stands out: the same on all pages and in the monthly report."""

LOW_EXECUTION = 0.6
WHOLE_BUDGET = 1.0
HIGH_SCORE = 90
