"""Measures the product beside its peers and writes the report. Started by scripts/bench."""
