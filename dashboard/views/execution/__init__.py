"""Execution: where the money went."""
