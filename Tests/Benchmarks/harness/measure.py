"""The parts of the measurement. Each answers plain numbers; the report makes words of them."""

import statistics
import time

from .books import list_name, wide_list, WIDE_COLUMNS
from .browser import weigh
from .catalogue import DATABASE
from .load import Load
from .processes import wait_until_quiet
from .sides import PAGES, Sides, both
from . import peer

IMPORT_DATABASE, EMPTY_DATABASE = "tidemark_bench_import", "tidemark_bench_empty"
READERS, THINK_SECONDS, READ_SECONDS = 1_000, 5, 60
OPEN_CONNECTIONS = 128


class Measurement:
    def __init__(self, settings, cluster, product, catalogue):
        self.settings, self.cluster, self.product = settings, cluster, product
        self.catalogue, self.load = catalogue, Load(settings)
        # How many measurements began, and how many of them while something else kept the machine busy.
        self.begun, self.disturbed = 0, 0

    def quiet(self, limit: float = 30) -> None:
        """Waits for others to finish; what begins all the same is counted, and the report says it."""
        self.begun += 1
        if wait_until_quiet(limit) > 0.15:
            self.disturbed += 1

    def say(self, words: str) -> None:
        print(f"bench: {words}", flush=True)

    # Import

    def measure_import(self) -> dict:
        s = self.settings
        first = s.state / list_name("wide", s.last_day)
        again = s.state / list_name("wide-again", s.last_day)
        size = wide_list(first, s.rows, s.seed, "eka")
        wide_list(again, s.rows, s.seed, "toka")
        self.cluster.create(EMPTY_DATABASE)
        self.product.run(EMPTY_DATABASE, "migrate")
        runs: dict[str, list[dict]] = {"new": [], "unchanged": [], "copy": []}
        try:
            for turn in range(s.import_runs):
                self.cluster.create(IMPORT_DATABASE, template=EMPTY_DATABASE)
                self.product.add_company(IMPORT_DATABASE, "bench", "Bench")
                self.quiet(120)
                for kind, path in (("new", first), ("unchanged", again)):
                    runs[kind].append(self._import_run(path))
                    self.say(f"import {turn + 1}, {kind}: {runs[kind][-1]['rate']:,.0f} rows/s")
                runs["copy"].append(self._copy_run(first))
                self.say(f"import {turn + 1}, psql \\copy: {runs['copy'][-1]['rate']:,.0f} rows/s")
        finally:
            for database in (IMPORT_DATABASE, EMPTY_DATABASE):
                self.cluster.drop(database)
            for path in (first, again):
                path.unlink(missing_ok=True)
        return {"rows": s.rows, "bytes": size, "columns": len(WIDE_COLUMNS), "runs": runs}

    def _import_run(self, path) -> dict:
        self.cluster.checkpoint()
        before, written = self.cluster.cpu_seconds(), self._written()
        outcome, done = self.product.import_book(IMPORT_DATABASE, "bench", "alko", "alko", path, "Wide list")
        after = self._written()
        # Where the command tells the time it spent in the database, that is the database side; else all of its time is.
        database_seconds = outcome.get("databaseSeconds")
        return {
            "seconds": done.seconds, "rate": self.settings.rows / done.seconds, "database_seconds": database_seconds,
            "database_rate": self.settings.rows / database_seconds if database_seconds else None,
            "cpu_seconds": done.cpu_seconds, "database_cpu_seconds": self.cluster.cpu_seconds() - before,
            "peak_megabytes": done.peak_megabytes, "listings_new": outcome["listingsNew"],
            "listings_changed": outcome["listingsChanged"],
            "rows_written": {table: after[table] - written[table] for table in after}}

    def _written(self) -> dict[str, int]:
        """Rows ever written into listings and history, as the server counts them."""
        # A session's counters become visible when it ends, a moment after its command.
        time.sleep(1)
        lines = self.cluster.psql("owner", IMPORT_DATABASE, """
            SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_user_tables
            WHERE relname IN ('listings', 'price_history', 'inventory_history');""")
        return {table: int(count) for table, count in (line.split("|") for line in lines.splitlines())}

    def _copy_run(self, path) -> dict:
        columns = ", ".join(f'"{name}" text' for name in WIDE_COLUMNS)
        self.cluster.psql("owner", IMPORT_DATABASE, f"CREATE TABLE raw_copy ({columns});")
        self.cluster.checkpoint()
        before, begun = self.cluster.cpu_seconds(), time.monotonic()
        self.cluster.psql("owner", IMPORT_DATABASE, f"\\copy raw_copy FROM '{path}' WITH (FORMAT csv, HEADER true)\n")
        seconds = time.monotonic() - begun
        return {"seconds": seconds, "rate": self.settings.rows / seconds,
                "database_cpu_seconds": self.cluster.cpu_seconds() - before}

    # Pages and API

    def measure_pages(self, sides: Sides) -> dict:
        answer = {}
        for page in PAGES:
            sides.likeness(page)  # a page that cannot be had is not measured
            runs: dict[str, list[dict]] = {"product": [], "peer": []}
            for _ in range(self.settings.runs):
                for side in runs:
                    runs[side].append(self._saturate(sides, side, page))
            answer[page.key] = {"likeness": sides.likeness(page), "runs": runs}
            failed = {side: sum(run["errors"] for run in runs[side]) for side in runs}
            if any(failed.values()):
                self.say(f"{page.title}: {failed['product']} failed answers, peer {failed['peer']}")
            median = {side: statistics.median(run["rate"] for run in runs[side]) for side in runs}
            self.say(f"{page.title}: {median['product']:,.0f}/s, peer {median['peer']:,.0f}/s, "
                     f"{median['product'] / median['peer']:.1f}×")
        return answer

    def _saturate(self, sides: Sides, side: str, page) -> dict:
        server, target = sides.server(side), sides.target(side, page)
        self.quiet()
        self.load.saturate(target, self.settings.warmup)
        own, database = server.cpu_seconds(), self.cluster.cpu_seconds()
        run = self.load.saturate(target, self.settings.seconds)
        thousands = max(1, run["requests"]) / 1000
        run["cpu_per_thousand"] = (server.cpu_seconds() - own) / thousands
        run["database_cpu_per_thousand"] = (self.cluster.cpu_seconds() - database) / thousands
        run["errors"] = run["bad_status"] + run["broken"]
        return run

    # How long people wait

    def measure_latency(self, sides: Sides, saturation: dict) -> dict:
        answer = {}
        for page in PAGES:
            if page.key in ("health", "asset", "list_tuned"):
                continue
            levels: dict[str, dict] = {}
            for percent in (50, 70):
                runs: dict[str, list[dict]] = {"product": [], "peer": []}
                for _ in range(min(3, self.settings.runs)):
                    for side in runs:
                        self.quiet()
                        full = statistics.median(run["rate"] for run in saturation[page.key]["runs"][side])
                        process = self.load.openloop(
                            sides.target(side, page), full * percent / 100, OPEN_CONNECTIONS)
                        runs[side].append(self.load.result(process))
                levels[str(percent)] = runs
                self.say(f"{page.title} at {percent} %: p99 " + ", ".join(
                    f"{side} {statistics.median(run['p99'] for run in runs[side]):.1f} ms" for side in runs))
            answer[page.key] = levels
        return answer

    def measure_every_page(self, sides: Sides) -> list[dict]:
        """Every other kind of GET, at half of what the product can do of it."""
        answer = []
        for page in sides.own_pages():
            self.quiet()
            target = sides.own_target(page)
            self.load.saturate(target, self.settings.warmup)
            full = self.load.saturate(target, self.settings.seconds)
            run = self.load.result(self.load.openloop(target, max(1, full["rate"] / 2), OPEN_CONNECTIONS))
            answer.append({"title": page.title, "full": full["rate"], "bad": full["bad_status"] + full["broken"],
                           "run": run})
            self.say(f"{page.title}: {full['rate']:,.0f}/s, at 50 % p95 {run['p95']:.1f} ms, p99 {run['p99']:.1f} ms")
        return answer

    def measure_readers(self, sides: Sides) -> dict:
        """A thousand people who read for five seconds between clicks."""
        answer = {}
        page = next(page for page in PAGES if page.key == "trends")
        for side in ("product", "peer"):
            self.quiet()
            server = sides.server(side)
            before = server.megabytes()
            process = self.load.openloop(
                sides.target(side, page), READERS / THINK_SECONDS, READERS, seconds=READ_SECONDS, warmup=THINK_SECONDS)
            most = before
            while process.poll() is None:
                time.sleep(1)
                most = max(most, server.megabytes())
            answer[side] = self.load.result(process) | {"megabytes_before": before, "megabytes": most}
            self.say(f"{READERS} readers, {side}: p99 {answer[side]['p99']:.1f} ms, {answer[side]['errors']} errors, "
                     f"{most:.0f} MB")
        return answer

    # Starting and weight

    def measure_start(self) -> dict:
        answer: dict[str, list[float]] = {"product": [], "peer": []}
        for _ in range(max(5, self.settings.runs)):
            with self.product.serve(DATABASE) as server:
                answer["product"].append(server.start_seconds * 1000)
            with peer.serve(self.settings, self.cluster, self.catalogue["company"]) as server:
                answer["peer"].append(server.start_seconds * 1000)
        self.say(f"cold start {statistics.median(answer['product']):.0f} ms, "
                 f"peer {statistics.median(answer['peer']):.0f} ms")
        return answer

    def measure_weight(self, sides: Sides) -> list[dict]:
        pages = ["/", "/trends", f"/trends/{sides.ids[0]}"]
        weights = [weigh(sides.product.port, path, sides.cookie) for path in pages]
        for weight, title in zip(weights, ("dashboard", "trends page", "a product page")):
            weight["title"] = title
        return weights

    def with_sides(self):
        return both(self.settings, self.cluster, self.product, self.catalogue)

