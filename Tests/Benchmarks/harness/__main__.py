"""scripts/bench starts this: python -m harness ROOT."""

import hashlib
import json
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path

from .alike import Alike
from .audit import Audit
from .catalogue import Catalogue
from .cluster import Cluster
from .collect import Collect
from .console import Console
from .crawl import Crawl
from .flood import Flood
from .forecast import Forecasting
from .jobs import Jobs
from .match import Match
from .measure import Measurement
from .product import Product
from .report import Report
from .score import Score
from .settings import Settings


def machine() -> dict:
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())
    system = re.search(r'PRETTY_NAME="(.*)"', Path("/etc/os-release").read_text())
    return {"processors": os.cpu_count(), "model": model[1].strip() if model else "unknown",
            "memory_gigabytes": round(int(memory[1]) / 1024**2) if memory else None,
            "system": f"{system[1] if system else platform.system()}, Linux {platform.release()}"}


def commit(settings: Settings) -> str:
    """What is checked out; a build of changed sources says so."""
    def git(*words: str) -> str:
        return subprocess.run(["git", "-C", str(settings.root), *words], capture_output=True, text=True).stdout.strip()

    changed = git("status", "--porcelain", "--untracked-files=no", "--", "Sources", "Package.swift", "migrations", "Templates")
    return (git("rev-parse", "--short=7", "HEAD") or "unknown") + (" with changes" if changed else "")


def versions(settings: Settings, cluster: Cluster) -> dict:
    def first_line(*command: str) -> str:
        done = subprocess.run(command, capture_output=True, text=True)
        return (done.stdout or done.stderr).strip().split("\n")[0]

    python = settings.root / ".tidemark/venv-bench/bin/python"
    names = "fastapi starlette uvicorn uvloop httptools asyncpg jinja2 pydantic orjson procrastinate psycopg rapidfuzz".split()
    packages = json.loads(first_line(str(python), "-c", (
        "import json, importlib.metadata as m; "
        f"print(json.dumps({{n: m.version(n) for n in {names!r}}}))")))
    return {"swift": first_line("swift", "--version") if shutil.which("swift") else "unknown",
            "postgresql": cluster.version(), "python": platform.python_version(), "wrk": first_line("wrk", "-v"),
            "packages": packages, "database": cluster.settings()}


def main() -> None:
    settings = Settings.load(sys.argv[1])
    built = settings.root / ".build/release"
    shutil.rmtree(settings.program.parent, ignore_errors=True)
    settings.program.parent.mkdir(parents=True)
    shutil.copy2(built / "tidemark", settings.program)
    for name in ("JobBench", "WebBench"):
        if (built / name).exists():
            shutil.copy2(built / name, settings.program.parent)
    for resources in built.glob("*.resources"):
        shutil.copytree(resources, settings.program.parent / resources.name)
    cluster = Cluster(settings.root)
    product = Product(settings, cluster)
    build = hashlib.sha256(settings.program.read_bytes()).hexdigest()[:12]
    file = settings.state / "results.json"
    results = json.loads(file.read_text()) if file.exists() else {}
    results = {"parts": {}} | results | {"versions": versions(settings, cluster)}

    def keep(part: str, numbers) -> None:
        """Writes what is known so far: an interrupted run loses only the part it was at."""
        results["parts"][part] = {
            "build": build, "commit": commit(settings), "machine": machine(),
            "begun": measurement.begun, "disturbed": measurement.disturbed,
            "measured": datetime.now(timezone.utc).isoformat(timespec="seconds"), "numbers": numbers,
            "settings": {name: getattr(settings, name) for name in ("runs", "import_runs", "seconds", "warmup")}}
        measurement.begun = measurement.disturbed = 0
        file.write_text(json.dumps(results, indent=1))
        Report(settings, results).write(settings.root / "docs/benchmarks.md", part)

    catalogue = Catalogue(settings, cluster, product)
    measurement = Measurement(settings, cluster, product, None)
    if "import" in settings.parts:
        keep("import", measurement.measure_import())
    if "jobs" in settings.parts:
        earlier = results["parts"].get("jobs", {}) if settings.job_parts else {}
        Jobs(measurement, earlier.get("numbers") or {}, lambda numbers: keep("jobs", numbers)).measure()
    # Each has a database of its own.
    alone = {"alike": Alike, "console": Console, "audit": Audit, "crawl": Crawl, "collect": Collect, "match": Match,
             "score": Score, "forecast": Forecasting}
    for part, kind in alone.items():
        if part in settings.parts:
            keep(part, kind(measurement).measure())
    if set(settings.parts) - {"import", "jobs", *alone}:
        measurement.catalogue = note = catalogue.ready()
        results["catalogue"] = note["counts"] | {"weeks": settings.weeks}
        try:
            if "start" in settings.parts:
                keep("start", measurement.measure_start())
            if "flood" in settings.parts:
                keep("flood", Flood(measurement).measure())
            with measurement.with_sides() as sides:
                if "weight" in settings.parts:
                    keep("weight", measurement.measure_weight(sides))
                needs_pages = ("latency" in settings.parts
                               and results["parts"].get("pages", {}).get("build") != build)
                if "pages" in settings.parts or needs_pages:
                    keep("pages", measurement.measure_pages(sides))
                if "latency" in settings.parts:
                    keep("latency", measurement.measure_latency(sides, results["parts"]["pages"]["numbers"]))
                if "every" in settings.parts:
                    keep("every", measurement.measure_every_page(sides))
                if "readers" in settings.parts:
                    keep("readers", measurement.measure_readers(sides))
        finally:
            if not settings.keep:
                catalogue.drop()
    print(f"bench: docs/benchmarks.md is written; the numbers behind it are in {file}", flush=True)


# Whoever ends this ends the servers too.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
try:
    main()
except (RuntimeError, OSError) as problem:
    sys.exit(f"bench: {problem}")
