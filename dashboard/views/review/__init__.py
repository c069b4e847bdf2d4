"""Review: findings to work through beside their evidence, and patterns over many reports."""
