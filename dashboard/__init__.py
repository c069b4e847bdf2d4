"""The dashboard: pages that show what the marts hold, every figure one click from its source."""
