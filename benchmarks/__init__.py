"""Measurements that `make bench-…` runs; no part of what is installed."""
