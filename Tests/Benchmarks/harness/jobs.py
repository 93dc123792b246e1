"""The queue of jobs: throughput, pick-up, a held snapshot, fairness, cost at rest; and queues beside it."""

import json
import statistics
import subprocess
from collections.abc import Callable

from . import procrastinate_peer
from .measure import Measurement

DATABASE, EMPTY_DATABASE, FULL_DATABASE = "tidemark_bench_jobs", "tidemark_bench_jobs_empty", "tidemark_bench_jobs_full"

# What is drained: how each side works, found by trying what suits it.
DRAINS = {
    "single": ["--acknowledgement", "single", "--slots", "256", "--connections", "16"],
    "batched": ["--acknowledgement", "batched", "--slots", "1024"],
    "plain_single": ["--queue", "plain", "--acknowledgement", "single", "--workers", "8", "--slots", "1"],
    "plain_batched": ["--queue", "plain", "--acknowledgement", "batched", "--workers", "2", "--slots", "256"],
}


class Jobs:
    def __init__(self, measurement: Measurement, earlier: dict, keep: Callable[[dict], None]):
        """`keep` is told the numbers after each part, since all of them take half an hour."""
        self.numbers, self.keep = earlier, keep
        self.settings, self.cluster = measurement.settings, measurement.cluster
        self.product, self.quiet, self.say = measurement.product, measurement.quiet, measurement.say
        self.program = self.settings.program.parent / "JobBench"

    def measure(self) -> None:
        if not self.program.exists():
            raise RuntimeError("there is no JobBench; run: make bench")
        self.cluster.create(EMPTY_DATABASE)
        try:
            self.product.run(EMPTY_DATABASE, "migrate")
            self.cluster.psql("owner", EMPTY_DATABASE, (self.settings.here / "jobs.sql").read_text())
            parts = {
                "drain": self._drains, "enqueue": self._enqueues, "pick_up": self._pick_ups,
                "fairness": lambda: self._alone("fairness"), "notify": lambda: self._alone("notify"),
                "idle": lambda: self._alone("idle"), "claim": self._claims,
                "snapshot_batched": lambda: self._snapshot("batched"),
                "snapshot_single": lambda: self._snapshot("single"), "snapshot_half": self._half,
                "snapshot_plain_single": lambda: self._snapshot("plain_single"),
                "snapshot_plain_batched": lambda: self._snapshot("plain_batched")}
            for name, measure in parts.items():
                if not self.settings.job_parts or name.startswith(self.settings.job_parts):
                    self.numbers[name] = measure()
                    self.keep(self.numbers)
        finally:
            for database in (DATABASE, EMPTY_DATABASE, FULL_DATABASE):
                self.cluster.drop(database)

    def _run(self, mode: str, *words: str, database: str = DATABASE) -> dict:
        """One mode of JobBench in one process."""
        done = subprocess.run(
            [self.program, mode, *map(str, words)], capture_output=True, text=True, stdin=subprocess.DEVNULL,
            env=self.cluster.environment(database), cwd=self.settings.root)
        if done.returncode != 0:
            raise RuntimeError(f"JobBench {mode} ended with {done.returncode}: {done.stderr.strip()[-400:]}")
        return json.loads(done.stdout)

    def _alone(self, mode: str, *words: str) -> dict:
        """One mode in a database of its own."""
        self.cluster.create(DATABASE, template=EMPTY_DATABASE)
        self.cluster.checkpoint()
        self.quiet()
        before = self.cluster.cpu_seconds()
        found = self._run(mode, *words)
        found["database_cpu_seconds"] = self.cluster.cpu_seconds() - before
        self.say(f"jobs, {' '.join((mode, *map(str, words)))}: {_short(found)}")
        return found

    def _drains(self) -> dict:
        runs: dict[str, list[dict]] = {name: [] for name in (*DRAINS, "procrastinate")}
        for _ in range(self.settings.runs):
            for name, words in DRAINS.items():
                runs[name].append(self._alone("drain", *words, "--jobs", self.settings.jobs))
            self.cluster.create(DATABASE, template=EMPTY_DATABASE)
            self.quiet()
            runs["procrastinate"].append(
                procrastinate_peer.drain(self.settings, self.cluster, DATABASE, max(1_000, self.settings.jobs // 20)))
            self.say(f"jobs, procrastinate: {_short(runs['procrastinate'][-1])}")
        return runs

    def _enqueues(self) -> dict:
        return {way: [self._alone("enqueue", "--way", way) for _ in range(self.settings.runs)]
                for way in ("arrays", "copy")}

    def _pick_ups(self) -> list[dict]:
        return [self._alone("pick-up", "--seconds", 30) for _ in range(min(3, self.settings.runs))]

    def _claims(self) -> dict:
        """Claims of ten in an empty queue and in one with a million ended jobs, in turn; and with many companies."""
        self.cluster.create(FULL_DATABASE, template=EMPTY_DATABASE)
        self._run("claim", "--trials", 1, database=FULL_DATABASE)  # makes the companies
        self.cluster.psql("worker", FULL_DATABASE, (self.settings.here / "finished-jobs.sql").read_text())
        self.cluster.psql("owner", FULL_DATABASE, "VACUUM (ANALYZE);")
        self.cluster.create(DATABASE, template=EMPTY_DATABASE)
        self._run("claim", "--trials", 1)
        self.cluster.psql("owner", DATABASE, "VACUUM (ANALYZE);")
        for database in (DATABASE, FULL_DATABASE):
            self.cluster.warm(database)
        self.cluster.checkpoint()
        runs: dict[str, list[dict]] = {"empty": [], "full": []}
        for _ in range(max(5, self.settings.runs)):
            for name, database in (("empty", DATABASE), ("full", FULL_DATABASE)):
                self.quiet()
                runs[name].append(self._run("claim", database=database))
        self.say("jobs, claim: " + ", ".join(
            f"{name} {statistics.median(run['p50'] for run in own):.2f} ms" for name, own in runs.items()))
        many = self._alone("claim", "--companies", 1000, "--most", 64, "--trials", 100)
        return runs | {"many": many}

    def _snapshot(self, name: str, *words: str) -> dict:
        held = self.settings.snapshot
        edge = max(20, held // 30 * 10)
        return self._alone(
            "snapshot", *DRAINS[name], "--before", edge, "--held", held, "--after", max(30, edge), *words)

    def _half(self) -> dict:
        """At full speed a bystander waits for the processor, whatever is held; so also at half of it."""
        run = self.numbers["snapshot_batched"]
        full = statistics.median(run["jobs"][:run["before"]])
        return self._snapshot("batched", "--offered", str(max(100, int(full / 2))))


def _short(found: dict) -> str:
    """What a person watching wants to see of a run."""
    if "jobs" in found and isinstance(found["jobs"], list):
        jobs, before, held = found["jobs"], found["before"], found["held"]
        parts = (jobs[:before], jobs[before:before + held], jobs[before + held:])
        return "jobs/s before, held, after: " + ", ".join(f"{statistics.median(part):,.0f}" for part in parts)
    return json.dumps({name: round(value, 3) if isinstance(value, float) else value for name, value in found.items()})
