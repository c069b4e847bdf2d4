"""Intake: files in, what became of them, and the states of the warehouse."""
