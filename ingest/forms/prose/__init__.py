"""Prose: what sentences say of money, rates and points, and the funding lines that they belong to."""
