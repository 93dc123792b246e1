"""Series in files: those handed to a forecaster, those it answers with, and those that somebody lays into BENCH_SERIES_DIR."""

import csv
import gzip
import math
from dataclasses import dataclass
from pathlib import Path

from .accuracy import LEVELS, Forecast, Held

SEASONS = {"hourly": 24, "daily": 7, "weekly": 1, "monthly": 12, "quarterly": 4, "yearly": 1}


@dataclass(frozen=True)
class SeriesSet:
    name: str
    title: str
    horizon: int
    season: int
    held: dict[str, Held]
    # Of each series, the steps that are known.
    times: dict[str, list[str]]

    def sample(self, count: int) -> "SeriesSet":
        """So many series, spread over all."""
        names = spread_over(list(self.held), count)
        return SeriesSet(self.name, self.title, self.horizon, self.season, {name: self.held[name] for name in names},
                         {name: self.times[name] for name in names})

    @property
    def is_mostly_zero(self) -> bool:
        values = [value for one in self.held.values() for value in one.known if not math.isnan(value)]
        return sum(value == 0 for value in values) >= 0.3 * len(values)

    def write(self, path: Path) -> None:
        """What is known of the series, nothing of their ends."""
        write(path, ((name, self.times[name], one.known) for name, one in self.held.items()))


def spread_over(names: list[str], count: int) -> list[str]:
    return [names[place * len(names) // count] for place in range(count)] if len(names) > count else names


def write(path: Path, series) -> None:
    """Series are (name, times, values); a value that is not known is empty."""
    with path.open("w", encoding="utf-8") as file:
        file.write("series_id,t,y\n")
        for name, times, values in series:
            file.writelines(f"{name},{time},{'' if math.isnan(value) else format(value, '.10g')}\n"
                            for time, value in zip(times, values, strict=True))


def forecasts(path: Path) -> dict[str, Forecast]:
    """The answer of either side: a row for each step ahead, in their order."""
    found: dict[str, list[dict]] = {}
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["series_id"], []).append(row)

    def column(rows: list[dict], name: str) -> list[float]:
        return [float(row[name]) for row in rows]

    return {name: Forecast(column(rows, "forecast"), {
        level: (column(rows, f"lower_{level}"), column(rows, f"upper_{level}"))
        for level in LEVELS if rows[0].get(f"lower_{level}")}) for name, rows in found.items()}


def directory(path: Path, most: int, say) -> list[SeriesSet]:
    """The sets of a directory: every file of series_id, t, y, part (train or test) of which the name says how often it is."""
    sets = []
    for file in sorted([*path.glob("*.csv"), *path.glob("*.csv.gz")]):
        name = file.name.removesuffix(".gz").removesuffix(".csv")
        season = next((season for word, season in SEASONS.items() if word in name), None)
        found = _read(file)
        if season is None or found is None:
            say(f"forecast: {file.name} is left out: " + ("its name does not say how often" if found else "other columns"))
            continue
        known, actual = found
        horizon = max(map(len, actual.values()), default=0)
        names = [one for one, (_, values) in known.items() if len(actual.get(one, [])) == horizon and len(values) > 2]
        names = spread_over(names, most)
        sets.append(SeriesSet(name, f"{name} (BENCH_SERIES_DIR)", horizon, season,
                              {one: Held(known[one][1], actual[one]) for one in names}, {one: known[one][0] for one in names}))
    return sets


def _read(file: Path):
    with (gzip.open(file, "rt", encoding="utf-8", newline="") if file.suffix == ".gz"
          else file.open(encoding="utf-8", newline="")) as text:
        rows = csv.DictReader(text)
        if not {"series_id", "t", "y", "part"} <= set(rows.fieldnames or []):
            return None
        known: dict[str, tuple[list[str], list[float]]] = {}
        actual: dict[str, list[float]] = {}
        for row in rows:
            value = float(row["y"]) if row["y"] else math.nan
            if row["part"] == "test":
                actual.setdefault(row["series_id"], []).append(value)
            else:
                times, values = known.setdefault(row["series_id"], ([], []))
                times.append(row["t"])
                values.append(value)
    return known, actual
