"""Forecasts every series of a file with one of the peers, and says how long that took.

forecasters.py MODEL TRAIN OUTPUT HORIZON SEASON: a CSV of series_id, t, y; writes series_id, forecast and, where the model has
intervals, lower_80, upper_80, lower_95, upper_95, a row for each step ahead; figures as JSON. The time is that of fitting and
forecasting alone: starting Python, importing, reading and a first forecast that compiles what is compiled are left out.

forecasters.py versions: which peers are there, as JSON; one that cannot be imported has null."""

import csv
import importlib
import json
import logging
import math
import os
import sys
import time
import warnings
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from importlib.metadata import version

THREADS, LEVELS = 2, (80, 95)
STATISTICAL = {"ets": "AutoETS", "ces": "AutoCES", "theta": "AutoTheta", "arima": "AutoARIMA", "imapa": "IMAPA"}
# Of longer series only so many origins train the trees, and of all pairs of an origin and a step so many, by chance.
LONGEST, MOST_ROWS = 500, 600_000

Bounds = dict[str, list[float]]


def read(path: str) -> dict[str, tuple[list[str], list[float]]]:
    """Steps and values of each series. A value that is not known is that of a season before, else of the step before."""
    found: dict[str, tuple[list[str], list[float]]] = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            times, values = found.setdefault(row["series_id"], ([], []))
            times.append(row["t"])
            values.append(float(row["y"] or "nan"))
    season = int(sys.argv[5])
    for _, values in found.values():
        first = next((value for value in values if not math.isnan(value)), 0.0)
        for place, value in enumerate(values):
            if math.isnan(value):
                values[place] = values[place - season] if place >= season else values[place - 1] if place else first
    return found


def statistical(kind: str, series: dict, horizon: int, season: int) -> dict[str, Bounds]:
    import pandas
    from statsforecast import StatsForecast, models

    def frame(names: list[str]):
        return pandas.DataFrame({
            "unique_id": [name for name in names for _ in series[name][1]],
            "ds": [step for name in names for step in range(len(series[name][1]))],
            "y": [value for name in names for value in series[name][1]]})

    def forecast(names: list[str], jobs: int):
        forecaster = StatsForecast(
            models=[getattr(models, STATISTICAL[kind])(**options, alias="it")], freq=1, n_jobs=jobs, fallback_model=models.Naive())
        return forecaster.forecast(df=frame(names), h=horizon, level=None if kind == "imapa" else list(LEVELS))

    options = {} if kind == "imapa" else {"season_length": season}
    forecast(list(series)[:2], 1)
    begun = time.perf_counter()
    table = forecast(list(series), THREADS)
    took(begun)
    columns = {"forecast": "it"} | {
        f"{side}_{level}": f"it-{short}-{level}" for level in LEVELS for side, short in (("lower", "lo"), ("upper", "hi"))}
    return {str(key): {ours: rows[theirs].tolist() for ours, theirs in columns.items() if theirs in rows}
            for key, rows in table.groupby("unique_id", sort=False)}


def trees(series: dict, horizon: int, season: int) -> dict[str, Bounds]:
    """One forest over all series, all steps ahead at once: lags of a season (of a week at least), rolling means, how much of it
    is zero, the same phase a season before, weekday or phase, and how far ahead; scaled by what is known at each origin."""
    import numpy
    import xgboost

    names, rest = list(series), numpy.random.default_rng(7)
    lags = max(7, season)
    longest, ahead = 4 * lags if season != 7 else 84, numpy.arange(horizon)
    dated = "-" in series[names[0]][0][0] and season == 7

    def features(windows, steps, phases):
        """Rows for windows that end at an origin; also what each is scaled by."""
        scales = numpy.maximum(windows.mean(axis=1), 0.05)
        behind = longest - season + steps % season if season > 1 else numpy.full(len(steps), longest - 1)
        rows = [windows[:, -lag] for lag in range(1, lags + 1)]
        rows += [windows[:, -span:].mean(axis=1) for span in sorted({7, lags, 4 * lags})]
        rows += [windows.std(axis=1), windows[numpy.arange(len(steps)), behind]]
        rows = [row / scales for row in rows] + [(windows == 0).mean(axis=1), steps, phases]
        return numpy.stack(rows, axis=1), scales

    def ready(name: str):
        """Values over their mean, with that of the first ones before them, and the phase of the first."""
        values = numpy.asarray(series[name][1])
        size = max(1e-9, float(numpy.abs(values).mean()))
        values = values / size
        before = numpy.full(longest, values[:lags].mean())
        return numpy.concatenate([before, values]), size, date.fromisoformat(series[name][0][0]).weekday() if dated else 0

    begun = time.perf_counter()
    share = min(1.0, MOST_ROWS / max(1, horizon * sum(min(LONGEST, len(values)) for _, values in series.values())))
    inputs, answers = [], []
    for name in names:
        values, _, phase = ready(name)
        known = len(values) - longest
        origins, steps = (one.ravel() for one in numpy.meshgrid(numpy.arange(max(lags, known - LONGEST), known), ahead))
        taken = (origins + steps < known) & (rest.random(len(origins)) < share)
        origins, steps = origins[taken], steps[taken]
        if not len(origins):
            continue
        windows = numpy.lib.stride_tricks.sliding_window_view(values, longest)[origins]
        rows, scales = features(windows, steps, (phase + origins + steps) % season)
        inputs.append(rows)
        answers.append(values[longest + origins + steps] / scales)
    model = xgboost.train(
        {"max_depth": 6, "eta": 0.05, "subsample": 0.8, "colsample_bytree": 0.8, "tree_method": "hist", "nthread": THREADS,
         "seed": 7}, xgboost.DMatrix(numpy.concatenate(inputs), numpy.concatenate(answers)), num_boost_round=400)
    found = {}
    for name in names:
        values, size, phase = ready(name)
        known = len(values) - longest
        rows, scales = features(numpy.repeat(values[None, -longest:], horizon, axis=0), ahead, (phase + known + ahead) % season)
        path = model.inplace_predict(rows) * scales * size
        least = 0.0 if min(series[name][1]) >= 0 else -math.inf
        found[name] = {"forecast": numpy.maximum(least, path).tolist()}
    took(begun)
    return found


def additive(series: dict, horizon: int, season: int) -> dict[str, Bounds]:
    """Prophet as it is by default, two series at once."""
    alone(next(iter(series.items())), horizon, season)
    begun = time.perf_counter()
    with ProcessPoolExecutor(THREADS) as pool:
        names = list(series)
        answers = list(pool.map(alone, series.items(), [horizon] * len(names), [season] * len(names), chunksize=4))
    took(begun)
    return dict(zip(names, answers))


def alone(item: tuple, horizon: int, season: int) -> Bounds:
    import numpy
    import pandas
    from prophet import Prophet

    logging.getLogger("cmdstanpy").disabled = True
    times, values = item[1]
    if "-" in times[0]:
        known = pandas.to_datetime(times)
        frequency = pandas.infer_freq(known[-12:]) or "D"
    else:
        frequency = {1: "W", 12: "MS", 24: "h"}.get(season, "D")
        known = pandas.date_range("2000-01-01", periods=len(values), freq=frequency)
    model = Prophet()
    model.fit(pandas.DataFrame({"ds": known, "y": values}))
    ahead = model.make_future_dataframe(horizon, freq=frequency, include_history=False)
    samples = model.predictive_samples(ahead)["yhat"]
    floor = 0.0 if min(values) >= 0 else -math.inf
    path = numpy.maximum(floor, model.predict(ahead)["yhat"].to_numpy())
    answer = {"forecast": path.tolist()}
    for level in LEVELS:
        for side, share in (("lower", (100 - level) / 2), ("upper", 100 - (100 - level) / 2)):
            answer[f"{side}_{level}"] = numpy.maximum(floor, numpy.percentile(samples, share, axis=1)).tolist()
    return answer


seconds = 0.0


def took(begun: float) -> None:
    global seconds
    seconds = time.perf_counter() - begun


def versions() -> dict[str, str | None]:
    found = {}
    for module, package in (("statsforecast", "statsforecast"), ("xgboost", "xgboost-cpu"), ("prophet", "prophet")):
        try:
            importlib.import_module(module)
            found[module] = version(package)
        # Whatever a package says when it cannot be had, the others are measured.
        except Exception:
            found[module] = None
    return found


def main() -> None:
    warnings.filterwarnings("ignore")
    logging.disable(logging.WARNING)
    if sys.argv[1] == "versions":
        print(json.dumps(versions()))
        return
    kind, train, output, horizon, season = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
    series = read(train)
    if kind == "trees":
        answers = trees(series, horizon, season)
    elif kind == "prophet":
        answers = additive(series, horizon, season)
    else:
        answers = statistical(kind, series, horizon, season)
    with open(output, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        columns = list(next(iter(answers.values())))
        out.writerow(["series_id", *columns])
        for name, answer in answers.items():
            out.writerows([name, *row] for row in zip(*(answer[column] for column in columns)))
    print(json.dumps({"series": len(series), "seconds": seconds}))


if __name__ == "__main__":
    # Each process works with one thread, as two of them have two processors.
    if sys.argv[1] != "trees":
        os.environ["OMP_NUM_THREADS"] = "1"
    main()
