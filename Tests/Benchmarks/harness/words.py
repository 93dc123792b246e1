"""How numbers are written in docs/benchmarks.md."""

import statistics


def number(value: float) -> str:
    if value >= 1000:
        return f"{value:,.0f}".replace(",", " ")
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def spread(values: list[float]) -> str:
    """Median and range."""
    return f"{number(statistics.median(values))} ({number(min(values))}–{number(max(values))})"


def verdict(is_reached: bool) -> str:
    return "reached" if is_reached else "**missed**"


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    return [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *(f"| {' | '.join(row)} |" for row in rows), ""]
