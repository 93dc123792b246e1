"""Scoring a catalogue with two years of daily lists, the steps of a cycle one after the other, and forecasts of as many series."""

import dataclasses
from datetime import timedelta

from . import invented_series, series_files
from .books import list_name, shop_list
from .words import number, table

DATABASE, SHOPS = "tidemark_bench_score", ("north", "south", "west")
AHEAD = 90


class Score:
    def __init__(self, measurement):
        self.measurement, self.settings = measurement, measurement.settings
        self.cluster, self.product = measurement.cluster, measurement.product

    def measure(self) -> dict:
        s = self.settings
        self.cluster.create(DATABASE)
        try:
            self.product.run(DATABASE, "migrate")
            company = self._fill("bench", "Bench & Sons", s.products)
            # Another company's rows lie between, as they would.
            self._fill("neighbour", "The neighbour", max(1, s.products // 10))
            self.cluster.psql("owner", DATABASE, "VACUUM (ANALYZE);")
            self.cluster.warm(DATABASE)
            counts = self._counts(company)
            can_forecast = "products" in self.product.run("none", "forecast", "--help").output.split()
            steps = [("match", "matching", ["match", "--company", "bench"]),
                     ("score", "scoring, the first time", ["score", "--company", "bench"])]
            if can_forecast:
                steps.append(("forecast", "forecasts of the products", ["forecast", "products", "--company", "bench"]))
            steps.append(("again", "scoring again", ["score", "--company", "bench"]))
            runs = {key: {"title": title} | self._step(*words) for key, title, words in steps}
            counts["scored"] = self._as_company(company, "SELECT count(*) FROM trend_scores")
        finally:
            self.cluster.drop(DATABASE)
        return {"counts": counts, "days": s.days, "runs": runs, "can_forecast": can_forecast, "series": self._series()}

    def _fill(self, slug: str, name: str, products: int) -> str:
        """Two years of daily lists: the first and the newest by import, what changed on the days between by SQL."""
        s = self.settings
        company = self.product.add_company(DATABASE, slug, name)
        first = s.last_day - timedelta(days=s.days - 1)
        for shop, source in enumerate(SHOPS):
            for turn, day in ((0, first), (1, s.last_day)):
                path = s.state / list_name(source, day)
                shop_list(path, products, s.seed, shop, turn)
                self.product.import_book(
                    DATABASE, slug, source, str(s.here / "mappings/bench-shop.json"), path, f"{source.title()} Shop")
                path.unlink()
        options = {"scope": self.cluster.sealed(DATABASE, company), "company": company, "first_day": first.isoformat(),
                   "days": str(s.days), "stock_source": "south"}
        self.cluster.psql("app", DATABASE, (s.here / "daily-history.sql").read_text(),
                          *[word for key, value in options.items() for word in ("-v", f"{key}={value}")])
        self.measurement.say(f"score: {products} products with {s.days} days are there")
        return company

    def _as_company(self, company: str, query: str) -> int:
        scope = self.cluster.sealed(DATABASE, company)
        lines = self.cluster.psql("app", DATABASE, f"SET tidemark.scope = '{scope}'; {query};")
        return int(lines.splitlines()[-1])

    def _counts(self, company: str) -> dict[str, int]:
        return {table: self._as_company(company, f"SELECT count(*) FROM {table}")
                for table in ("listings", "price_history", "inventory_history")}

    def _step(self, *words: str) -> dict:
        self.measurement.quiet()
        self.cluster.checkpoint()
        before = self.cluster.cpu_seconds()
        done = self.product.run(DATABASE, *words)
        self.measurement.say(f"score: {' '.join(words[:2])} {done.seconds:.1f} s, {done.peak_megabytes:.0f} MB")
        return {"seconds": done.seconds, "cpu": done.cpu_seconds, "database": self.cluster.cpu_seconds() - before,
                "megabytes": done.peak_megabytes}

    def _series(self) -> list[dict]:
        """As many daily series from a file, the full choice on a sample."""
        kind = dataclasses.replace(invented_series.KINDS[0], horizon=0)
        days = [invented_series.day(kind, place) for place in range(kind.known)]
        path, answer = self.settings.state / "series.csv", self.settings.state / "series-answer.csv"
        runs = []
        try:
            for model, count in (("quick", self.settings.products), ("chosen", min(self.settings.series, self.settings.products))):
                series_files.write(path, (
                    (name, days, one.known) for name, one in invented_series.stream(kind, count, self.settings.seed)))
                self.measurement.quiet()
                done = self.product.run("none", "forecast", "run", str(path), "--model", model, "--horizon", str(AHEAD),
                                        "--output", str(answer))
                runs.append({"model": model, "series": count, "steps": kind.known, "seconds": done.seconds,
                             "cpu": done.cpu_seconds, "megabytes": done.peak_megabytes})
                self.measurement.say(f"score: {count} series, {model}: {done.seconds:.1f} s, {done.peak_megabytes:.0f} MB")
        finally:
            path.unlink(missing_ok=True)
            answer.unlink(missing_ok=True)
        return runs


def section(numbers: dict) -> list[str]:
    counts, runs = numbers["counts"], numbers["runs"]
    order = [key for key in ("match", "score", "forecast", "again") if key in runs]
    cycle = [runs[key] for key in order if key != "again"]
    steps = [[runs[key]["title"], number(runs[key]["seconds"]), number(runs[key]["cpu"]), number(runs[key]["database"]),
              number(runs[key]["megabytes"])] for key in order]
    whole = ["the cycle: " + ", ".join(key for key in order if key != "again"),
             *(number(sum(run[name] for run in cycle)) for name in ("seconds", "cpu", "database")),
             number(max(run["megabytes"] for run in cycle))]
    quick, full = numbers["series"]
    left_out = "" if numbers["can_forecast"] else " Forecasts of the products are left out of the cycle: this build has no such command."
    return [
        "## Scoring two years", "",
        f"{number(counts['scored'])} products in {number(counts['listings'])} listings of 3 sources, which publish a list every day for "
        f"{numbers['days']} days; as with any import, a row is kept where a price or a stock has changed: "
        f"{number(counts['price_history'])} prices and {number(counts['inventory_history'])} stock counts. A second company's rows lie "
        f"between. Each step is a command of its own, one run; memory is that command's alone.{left_out}", "",
        *table(["", "s", "own processor s", "database's processor s", "MB at most"], [*steps[:len(cycle)], whole, *steps[len(cycle):]]),
        f"Forecasts {AHEAD} days ahead with both intervals, daily series of {quick['steps']} days, `tidemark forecast run` from a CSV to a "
        "CSV:", "",
        *table(["", "series", "s", "series/s", "own processor s", "MB at most"], [
            [title, number(one["series"]), number(one["seconds"]), number(one["series"] / one["seconds"]), number(one["cpu"]),
             number(one["megabytes"])] for title, one in (("quick", quick), ("the full choice, a sample", full))]),
        *([f"At that rate the full choice would take {number(full['seconds'] * quick['series'] / full['series'] / 60)} minutes for "
           f"{number(quick['series'])} (scaled).", ""] if full["series"] < quick["series"] else [])]
