"""What a run is told from outside."""

import os
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

PARTS = ("import", "pages", "latency", "every", "readers", "start", "weight", "flood", "alike", "console", "audit", "crawl", "collect",
         "match", "score", "forecast", "jobs")


@dataclass(frozen=True)
class Settings:
    root: Path
    parts: tuple[str, ...]
    runs: int
    import_runs: int
    seconds: int
    warmup: int
    products: int
    weeks: int
    rows: int
    keep: bool
    jobs: int
    snapshot: int
    job_parts: tuple[str, ...]
    days: int
    series: int
    series_sample: int
    series_directory: Path | None
    seed: int = 2026

    @property
    def state(self) -> Path:
        """Where data, results and programs of the measurement are."""
        return self.root / ".tidemark/bench"

    @property
    def program(self) -> Path:
        """The copy that is measured: a build that somebody starts meanwhile does not change it."""
        return self.state / "program/tidemark"

    @property
    def here(self) -> Path:
        return self.root / "Tests/Benchmarks"

    @property
    def last_day(self) -> date:
        """The newest list: the Monday that is not later than yesterday."""
        yesterday = date.today() - timedelta(days=1)
        return yesterday - timedelta(days=yesterday.weekday())

    @classmethod
    def load(cls, root: str) -> "Settings":
        def number(name: str, default: int) -> int:
            text = os.environ.get(name, "")
            if text and (not text.isdigit() or int(text) == 0):
                raise SystemExit(f"bench: {name} is {text}; it must be a whole number from 1")
            return int(text) if text else default

        parts = tuple(filter(None, os.environ.get("BENCH_PARTS", "").split(","))) or PARTS
        unknown = [part for part in parts if part not in PARTS]
        if unknown:
            raise SystemExit(f"bench: there is no part {unknown[0]}; there are {', '.join(PARTS)}")
        directory = Path(os.environ["BENCH_SERIES_DIR"]) if os.environ.get("BENCH_SERIES_DIR") else None
        if directory and not directory.is_dir():
            raise SystemExit(f"bench: BENCH_SERIES_DIR is {directory}, which is no directory")
        return cls(
            root=Path(root), parts=parts, runs=number("BENCH_RUNS", 5), import_runs=number("BENCH_IMPORT_RUNS", 3),
            seconds=number("BENCH_SECONDS", 10), warmup=number("BENCH_WARMUP", 3),
            products=number("BENCH_PRODUCTS", 50_000), weeks=number("BENCH_WEEKS", 104),
            rows=number("BENCH_ROWS", 1_000_000), keep=os.environ.get("BENCH_KEEP") == "1",
            jobs=number("BENCH_JOBS", 50_000), snapshot=number("BENCH_SNAPSHOT", 120),
            days=number("BENCH_DAYS", 730), series=number("BENCH_SERIES", 1_000),
            series_sample=number("BENCH_SERIES_SAMPLE", 60), series_directory=directory,
            job_parts=tuple(filter(None, os.environ.get("BENCH_JOB_PARTS", "").split(","))))
