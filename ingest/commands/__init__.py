"""Commands of `jixiao` that are more than a few lines, one module each; `ingest.cli` registers them."""
