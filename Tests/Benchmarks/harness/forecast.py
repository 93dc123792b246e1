"""Forecasts of the same series by the product and by its peers, in the same run: how long, how much memory, how right."""

import json
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from . import accuracy, invented_series, series_files
from .processes import resident_megabytes
from .series_files import SeriesSet

QUICK_SERIES, QUICK_RUNS = 5_000, 3


@dataclass(frozen=True)
class Contestant:
    """Somebody who forecasts. `beside` is the model of the product that a peer is compared with in time."""
    key: str
    title: str
    model: str
    package: str | None = None
    beside: str | None = None
    is_sampled: bool = False
    only_rare: bool = False


CONTESTANTS = (
    Contestant("quick", "Tidemark, quick", "quick"),
    Contestant("chosen", "Tidemark, the full choice with its backtest", "chosen"),
    Contestant("ets", "Tidemark ETS", "ets"),
    Contestant("peer_ets", "statsforecast AutoETS", "ets", "statsforecast", "ets"),
    Contestant("ces", "Tidemark CES", "ces"),
    Contestant("peer_ces", "statsforecast AutoCES", "ces", "statsforecast", "ces"),
    Contestant("theta", "Tidemark dynamic Theta", "dynamic-theta"),
    Contestant("peer_theta", "statsforecast AutoTheta", "theta", "statsforecast", "theta"),
    Contestant("imapa", "Tidemark IMAPA", "imapa", only_rare=True),
    Contestant("peer_imapa", "statsforecast IMAPA", "imapa", "statsforecast", "imapa", only_rare=True),
    Contestant("trees", "Tidemark trees", "trees"),
    Contestant("peer_trees", "XGBoost, one forest with lags", "trees", "xgboost", "trees"),
    Contestant("arima", "Tidemark ARIMA", "arima", is_sampled=True),
    Contestant("peer_arima", "statsforecast AutoARIMA", "arima", "statsforecast", "arima", is_sampled=True),
    Contestant("peer_prophet", "Prophet", "prophet", "prophet", "chosen", is_sampled=True))
# Whose forecasts of the sampled series are judged once more on those alone.
JUDGED_AGAIN = ("quick", "chosen")


class Forecasting:
    def __init__(self, measurement):
        self.measurement, self.settings = measurement, measurement.settings
        self.product = measurement.product
        self.python = self.settings.root / ".tidemark/venv-forecasting/bin/python"
        self.peer = self.settings.here / "peer/forecasters.py"
        self.folder = self.settings.state / "series"

    def measure(self) -> dict:
        self.folder.mkdir(exist_ok=True)
        try:
            self.versions = self._versions()
            sets = [self._invented(kind, self.settings.series) for kind in invented_series.KINDS]
            if self.settings.series_directory:
                sets += series_files.directory(self.settings.series_directory, self.settings.series, self.measurement.say)
            return {"versions": self.versions, "quick": self._quick(), "sets": [self._set(one) for one in sets],
                    "sample": self.settings.series_sample}
        finally:
            shutil.rmtree(self.folder)

    def _versions(self) -> dict[str, str | None]:
        missing = dict.fromkeys(("statsforecast", "xgboost", "prophet"))
        if not self.python.exists():
            return missing
        done = subprocess.run([self.python, self.peer, "versions"], capture_output=True, text=True, env=self._environment)
        return json.loads(done.stdout) if done.returncode == 0 else missing

    @property
    def _environment(self) -> dict[str, str]:
        return {"PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(self.folder)}

    def _invented(self, kind, count: int) -> SeriesSet:
        held = invented_series.make(kind, count, self.settings.seed)
        days = [invented_series.day(kind, place) for place in range(kind.known)]
        return SeriesSet(kind.name, f"{kind.title}, {kind.known} steps known, invented", kind.horizon, kind.season, held,
                         dict.fromkeys(held, days))

    # The quick model by itself

    def _quick(self) -> dict:
        """Series a second: of the forecasting itself, and of the whole command with reading and writing."""
        kind = invented_series.KINDS[0]
        one = self._invented(kind, QUICK_SERIES)
        path, whole = self.folder / "quick.csv", self.folder / "quick-whole.csv"
        one.write(path)
        # For `evaluate`, which forecasts the same known steps: the ends are behind them.
        days = [invented_series.day(kind, place) for place in range(kind.known + kind.horizon)]
        series_files.write(whole, ((name, days, held.known + held.actual) for name, held in one.held.items()))
        runs = []
        for _ in range(QUICK_RUNS):
            self.measurement.quiet()
            said = self.product.run("none", "forecast", "evaluate", "--series", str(whole), "--model", "quick", "--horizon",
                                    str(kind.horizon), "--season", str(kind.season), "--json")
            self.measurement.quiet()
            done = self._own("quick", path, one)
            runs.append({"rate": 1_000 / json.loads(said.output)["secondsPerThousand"],
                         "command_rate": QUICK_SERIES / done["seconds"], "megabytes": done["megabytes"]})
        self.measurement.say(f"forecast: quick {max(run['rate'] for run in runs):,.0f} series/s at best")
        return {"series": QUICK_SERIES, "steps": kind.known, "horizon": kind.horizon, "runs": runs}

    # A set of series

    def _set(self, one: SeriesSet) -> dict:
        sample = one.sample(self.settings.series_sample)
        rows, kept, is_rare = {}, {}, one.is_mostly_zero
        for who in CONTESTANTS:
            if who.package and not self.versions.get(who.package) or who.only_rare and not is_rare:
                continue
            asked = sample if who.is_sampled else one
            path = self.folder / "known.csv"
            asked.write(path)
            self.measurement.quiet()
            try:
                done = self._theirs(who.model, path, asked) if who.package else self._own(who.model, path, asked)
                said = series_files.forecasts(self._answer)
                rows[who.key] = done | {"figures": accuracy.figures(asked.held, said, one.season)}
            except RuntimeError as problem:
                if not who.package:
                    raise
                rows[who.key] = {"problem": str(problem)[-200:]}
                continue
            if who.key in JUDGED_AGAIN:
                kept[who.key] = accuracy.figures(sample.held, {name: said[name] for name in sample.held}, one.season)
            figures = rows[who.key]["figures"]
            self.measurement.say(f"forecast: {one.name}, {who.title}: {1_000 * done['seconds'] / len(asked.held):.2f} s per 1,000, "
                                 f"MASE {figures['mase']:.3f}")
        return {"name": one.name, "title": one.title, "horizon": one.horizon, "season": one.season, "series": len(one.held),
                "sampled": len(sample.held), "rows": rows, "on_sample": kept}

    @property
    def _answer(self) -> Path:
        return self.folder / "answer.csv"

    def _own(self, model: str, path: Path, one: SeriesSet) -> dict:
        season = ["--season", str(one.season)] if one.season > 1 else []
        done = self.product.run("none", "forecast", "run", str(path), "--model", model, "--horizon", str(one.horizon), *season,
                                "--output", str(self._answer))
        return {"seconds": done.seconds, "megabytes": done.peak_megabytes}

    def _theirs(self, model: str, path: Path, one: SeriesSet) -> dict:
        """The peer's own time of fitting and forecasting; its memory is what all of its processes hold, looked at often."""
        log = self.folder / "peer.err"
        with log.open("w") as errors:
            process = subprocess.Popen(
                [self.python, self.peer, model, path, self._answer, str(one.horizon), str(one.season)], text=True,
                stdout=subprocess.PIPE, stderr=errors, env=self._environment, start_new_session=True)
            most = 0.0
            while process.poll() is None:
                most = max(most, resident_megabytes(process.pid))
                time.sleep(0.1)
        if process.returncode != 0:
            raise RuntimeError(f"{model} of the peers ended with {process.returncode}: {log.read_text().strip()[-400:]}")
        return {"seconds": json.loads(process.stdout.read())["seconds"], "megabytes": most}
