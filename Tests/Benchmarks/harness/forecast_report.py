"""The section about forecasts."""

import statistics

from .forecast import CONTESTANTS
from .words import number, spread, table, verdict

LEAST_RATE, LEAST_FULL, LEAST_PROPHET = 3_000, 4, 300
# What the full choice is made of, as the peers have it.
WHOLE = {"peer_ets": "AutoETS", "peer_ces": "AutoCES", "peer_theta": "AutoTheta", "peer_trees": "XGBoost"}
HEAD = ["", "s per 1 000 series", "time beside Tidemark's", "MB at most", "sMAPE", "MASE", "OWA", "RMSSE", "WAPE", "direction",
        "inside 80 / 95 %"]


def section(numbers: dict) -> list[str]:
    versions, quick = numbers["versions"], numbers["quick"]
    names = {"statsforecast": "statsforecast", "xgboost": "XGBoost", "prophet": "Prophet"}
    there = ", ".join(f"{names[package]} {version}" for package, version in versions.items() if version)
    missing = [names[package] for package, version in versions.items() if not version]
    rate = statistics.median(run["rate"] for run in quick["runs"])
    lines = [
        "## Forecasts", "",
        "Series of each set are forecast by the product and by its peers, each from a file in which their ends are not, and judged "
        "by the same code (`Tests/Benchmarks/harness/accuracy.py`). The product's time is that of its whole command, reading and "
        "writing the files and intervals included; a peer's is that of fitting and forecasting alone, after one forecast that "
        "warms it up. All have two threads or processes. One run of each. Memory is the kernel's peak of the command, and of a peer "
        "what its processes held, looked at ten times a second.", "",
        f"Peers: {there or 'none'}." + (f" Could not be installed here, and so not measured: {', '.join(missing)}." if missing else ""),
        "",
        f"`--model quick` with both intervals, {number(quick['series'])} series of {quick['steps']} steps, {quick['horizon']} ahead:", "",
        *table(["bar", "measured", ""], [[
            f"≥ {number(LEAST_RATE)} series/s", f"{spread([run['rate'] for run in quick['runs']])} forecasting; "
            f"{spread([run['command_rate'] for run in quick['runs']])} with reading and writing CSV; "
            f"{spread([run['megabytes'] for run in quick['runs']])} MB", verdict(rate >= LEAST_RATE)],
            *(row for one in numbers["sets"] for row in _bars(one))])]
    for one in numbers["sets"]:
        lines += _set(one)
    return lines + [
        "sMAPE, WAPE and direction are percentages; MASE is scaled by the season given to all (of weekly series none, as in M4; the "
        "product finds the year by itself), RMSSE by single steps, OWA is relative to Naive2 and left out where series are mostly "
        "zero, as forecasting nothing does well by it. Direction is the share of series of which the forecast says rightly whether "
        "the next steps lie above or below the last ones. AutoTheta takes the best of four Thetas; the dynamic one is beside it. "
        "Trees on both sides forecast all steps at once; the peer's 400 see lags of a season, rolling means, the same phase a season "
        "before, weekday and how far ahead; neither has intervals.", ""]


def _set(one: dict) -> list[str]:
    rows, sampled = [], []
    for who in CONTESTANTS:
        it = one["rows"].get(who.key)
        if it is None:
            continue
        if "problem" in it:
            rows.append([f"{who.title}: failed", *["–"] * (len(HEAD) - 1)])
            continue
        own = one["rows"].get(who.beside) if who.beside else None
        ratio = f"{_per_thousand(it) / _per_thousand(own):.1f}×" if own else "–"
        cells = [number(_per_thousand(it)), ratio, number(it["megabytes"]), *_cells(it["figures"])]
        if who.is_sampled:
            sampled.append([f"{who.title} ¹", *cells])
        else:
            rows.append([who.title, *cells])
    titles = {who.key: who.title for who in CONTESTANTS}
    again = [[f"{titles[key]} ¹", "–", "–", "–", *_cells(figures)] for key, figures in one["on_sample"].items()] if sampled else []
    return [
        f"**{one['title'][0].upper()}{one['title'][1:]}**: {number(one['series'])} series, {one['horizon']} ahead, "
        f"season {one['season']}.", "",
        *table(HEAD, rows + sampled + again),
        *([f"¹ On {one['sampled']} of the series, as these take long; the time is scaled.", ""] if sampled else [])]


def _bars(one: dict) -> list[list[str]]:
    """How the full choice and the quick model stand beside what the peers take on a set."""
    rows, bars = one["rows"], []
    there = {key: _per_thousand(rows[key]) for key in WHOLE if "figures" in rows.get(key, {})}
    if len(there) == len(WHOLE):
        full = _per_thousand(rows["chosen"])
        ratio = sum(there.values()) / full
        bars.append([f"{one['name']}: the full choice with its backtest ≥ {LEAST_FULL}× as fast as its models of the peers without one",
                     f"{number(full)} s per 1 000, {' + '.join(WHOLE.values())} {number(sum(there.values()))}: {ratio:.1f}×",
                     verdict(ratio >= LEAST_FULL)])
    if "figures" in rows.get("peer_prophet", {}):
        ratio = _per_thousand(rows["peer_prophet"]) / _per_thousand(rows["quick"])
        bars.append([f"{one['name']}: quick ≥ {LEAST_PROPHET}× as fast as Prophet", f"{number(ratio)}×",
                     verdict(ratio >= LEAST_PROPHET)])
    return bars


def _per_thousand(row: dict) -> float:
    return 1_000 * row["seconds"] / row["figures"]["series"]


def _cells(figures: dict) -> list[str]:
    def cell(name: str, places: int) -> str:
        value = figures[name]
        return "–" if value is None else f"{value:.{places}f}"

    inside = f"{cell('inside80', 1)} / {cell('inside95', 1)}" if figures["inside80"] is not None else "–"
    return [cell("smape", 2), cell("mase", 3), cell("owa", 3), cell("rmsse", 3), cell("wape", 1), cell("direction", 1), inside]
