"""Makes docs/benchmarks.md of the numbers. Nothing in that file is written by hand."""

import statistics
from pathlib import Path

from . import alike, audit, collect, console, crawl, flood, forecast_report, jobs_report, match, peer, score
from .document import Document
from .load import CONNECTIONS
from .measure import OPEN_CONNECTIONS, READERS, READ_SECONDS, THINK_SECONDS
from .settings import PARTS
from .sides import PAGES
from .words import number, spread, table, verdict

IMPORT_BAR = 120_000


class Report:
    def __init__(self, settings, results: dict):
        self.settings, self.results = settings, results
        self.parts = results["parts"]
        self.sections = {
            "import": self._import, "pages": self._pages, "latency": self._latency, "every": self._every,
            "readers": self._readers, "start": self._start, "weight": self._weight, "flood": flood.section,
            "alike": alike.section, "console": console.section, "audit": audit.section, "crawl": crawl.section,
            "collect": collect.section, "match": match.section, "score": score.section,
            "forecast": forecast_report.section, "jobs": jobs_report.section}

    def write(self, path: Path, part: str) -> None:
        """Replaces the section of one part; those of the others stay as they were written."""
        document = Document.read(path, PARTS)
        document.put(part, self.sections[part](self.parts[part]["numbers"]), self._stamp(part))
        path.write_text(document.text(self._head(), self._notes()), encoding="utf-8")

    def _stamp(self, part: str) -> str:
        """When, of what and on which machine a part was measured."""
        one = self.parts[part]
        machine = one["machine"]
        quiet = f" {one['begun'] - one['disturbed']} of {one['begun']} measurements began with the machine at rest."
        return (f"{one['measured'][:16].replace('T', ' ')} UTC: commit {one['commit']}, build {one['build']}, on "
                f"{machine['processors']} processors ({machine['model']}), {machine['memory_gigabytes']} GB, "
                f"{machine['system']}.{quiet if one['begun'] else ''}")

    def _head(self) -> list[str]:
        return [
            "# Benchmarks", "",
            "Written by `make bench`; changes by hand are lost. Product and peer ran on the same machine in the same "
            "run, taking turns. The product has everything on that it has in production but TLS: a session looked up "
            "in the database for every request, row-level security, security headers. The peer has none of it. Numbers "
            "are the median of the runs, with the lowest and highest behind it. Absolute numbers are this machine's; "
            "ratios travel. Server, database and load generator share the machine.", "",
            "A run of some parts (`BENCH_PARTS`) replaces their sections alone. Each section ends with when, of which build "
            "and on which machine it was measured: sections of different machines cannot be compared. What the newest "
            "run had:", "", *self._set_up()]

    def _set_up(self) -> list[str]:
        versions = self.results["versions"]
        packages = ", ".join(f"{name} {version}" for name, version in versions["packages"].items())
        database = ", ".join(f"{name} {value}" for name, value in versions["database"].items())
        return table(["", ""], [
            ["product", versions["swift"]],
            ["database", f"PostgreSQL {versions['postgresql']} on a Unix socket, the same server for both sides: "
                         f"{database}"],
            ["peer", f"Python {versions['python']}, {packages}"], ["load", versions["wrk"].split(" Copyright")[0]]])

    def _catalogue(self) -> list[str]:
        catalogue = self.results["catalogue"]
        return [
            f"The catalogue of this section and the other pages: {number(catalogue['products'])} products, "
            f"{number(catalogue['listings'])} listings of 3 sources, {catalogue['weeks']} weekly lists: "
            f"{number(catalogue['prices'])} prices, {number(catalogue['stocks'])} stock counts; a second company's rows "
            "lie between.", ""]

    def _import(self, numbers: dict) -> list[str]:
        runs = numbers["runs"]

        def row(title: str, kind: str) -> list[str]:
            own = [one for one in runs[kind]]
            return [title, spread([one["rate"] for one in own]), spread([one["seconds"] for one in own]),
                    spread([numbers["rows"] / one["database_cpu_seconds"] for one in own
                            if one["database_cpu_seconds"] > 0] or [0]),
                    spread([one["cpu_seconds"] for one in own]) if "cpu_seconds" in own[0] else "–",
                    spread([one["peak_megabytes"] for one in own]) if "peak_megabytes" in own[0] else "–"]

        sided = [one["database_rate"] for one in runs["new"] if one["database_rate"]]
        judged, how = (sided, "of the time the command spent in the database") if sided else (
            [one["rate"] for one in runs["new"]], "of all its time, start and parsing included")
        written = [one["rows_written"] for one in runs["unchanged"]]
        total = max(sum(one.values()) for one in written)
        changed = max(one["listings_new"] + one["listings_changed"] for one in runs["unchanged"])
        ratio = statistics.median(one["rate"] for one in runs["new"]) / statistics.median(
            one["rate"] for one in runs["copy"])
        return [
            "## Import", "",
            f"`tidemark import` of an invented list of {number(numbers['rows'])} rows in {numbers['columns']} columns "
            f"({numbers['bytes'] / 1e6:.0f} MB, the built-in mapping `alko`) into an empty company: read, checked, "
            "kept raw, staged, turned into listings and price history, in one transaction. Then the same rows in "
            "another file of the same day. Beside it `psql \\copy` of the same file into a table of text columns "
            "without a key.", "",
            *table(["", "rows/s", "seconds", "rows per second of database processor", "own processor seconds",
                    "peak memory, MB"],
                   [row("all rows new", "new"), row("all rows unchanged", "unchanged"), row("`psql \\copy`", "copy")]),
            *table(["bar", "measured", ""], [
                [f"≥ {number(IMPORT_BAR)} rows/s database side", f"{spread(judged)}, {how}",
                 verdict(statistics.median(judged) >= IMPORT_BAR)],
                ["unchanged rows write nothing",
                 f"{changed} listings changed; {number(total)} rows written to listings and history",
                 verdict(changed == 0 and total == 0)]]),
            f"The import runs at {ratio:.2f} of the speed of the bare copy.", ""]

    def _pages(self, numbers: dict) -> list[str]:
        rows, costs = [], []
        for page in PAGES:
            one = numbers[page.key]
            rates = {side: [run["rate"] for run in one["runs"][side]] for side in ("product", "peer")}
            ratio = statistics.median(rates["product"]) / statistics.median(rates["peer"])
            failed = {side: sum(run["errors"] for run in one["runs"][side]) for side in rates}
            cells = {side: spread(rates[side]) + (f", {number(failed[side])} failed" if failed[side] else "")
                     for side in rates}
            reached = "–"
            if page.bar:
                reached = verdict(ratio >= page.bar and failed["product"] == 0)
            rows.append([page.title, cells["product"], cells["peer"], f"{ratio:.1f}×",
                         f"≥ {page.bar:g}×" if page.bar else "–", reached])

            def median(side: str, name: str) -> str:
                return number(statistics.median(run[name] for run in one["runs"][side]))

            like = one["likeness"]
            costs.append([
                page.title, *(f"{median(side, 'cpu_per_thousand')} + {median(side, 'database_cpu_per_thousand')}"
                              for side in ("product", "peer")),
                *(median(side, "p99") for side in ("product", "peer")),
                f"{number(like['product_bytes'])} / {number(like['peer_bytes'])}", f"{like['shared'] * 100:.0f} %"])
        settings = self.parts["pages"]["settings"]
        return [
            "## Pages and API: requests per second", "",
            f"wrk, {CONNECTIONS} connections on one thread, {settings['seconds']} s after {settings['warmup']} s of "
            f"warm-up, {settings['runs']} runs of each in turn, nothing compressed on either side.", "",
            *self._catalogue(),
            *table(["what", "product/s", "peer/s", "ratio", "bar", ""], rows),
            "Twelve sorted and escaped rows (\"fortunes\") are not measured: the product has no such page, and a route "
            "made for the measurement would say nothing about it.", "",
            "What a request costs and whether both sides answer the same:", "",
            *table(["what", "product: server + database, CPU s per 1 000", "peer", "product p99 under full load, ms",
                    "peer", "bytes, product / peer", "equal pieces"], costs)]

    def _latency(self, numbers: dict) -> list[str]:
        rows, verdicts = [], []
        for page in PAGES:
            if page.key not in numbers:
                continue
            for percent, runs in numbers[page.key].items():
                for side in ("product", "peer"):
                    own = runs[side]
                    rows.append([page.title, f"{percent} %", side, number(own[0]["rate"]),
                                 *(spread([run[name] for run in own]) for name in ("p50", "p95", "p99")),
                                 str(sum(run["errors"] for run in own))])

            def median(percent: str, side: str, name: str) -> float:
                return statistics.median(run[name] for run in numbers[page.key][percent][side])

            p95, p99 = median("50", "product", "p95"), median("50", "product", "p99")
            share = median("70", "product", "p99") / median("70", "peer", "p99")
            verdicts.append([page.title, f"{p95:.1f} / {p99:.1f} ms", verdict(p95 <= 20 and p99 <= 50),
                             f"{share:.2f}×", verdict(share <= 0.5)])
        return [
            "## Pages and API: how long people wait", "",
            f"A generator with a fixed rate over {OPEN_CONNECTIONS} connections; a latency counts from the moment the "
            "request was due, so that stalls count. 50 % and 70 % are of each side's own rate in the table above.", "",
            *table(["what", "p95 / p99 at 50 %", "bar: ≤ 20 / 50 ms", "p99 at 70 % against the peer's", "bar: ≤ 0.5×"],
                   verdicts),
            *table(["what", "load", "", "requests/s", "p50 ms", "p95 ms", "p99 ms", "errors"], rows)]

    def _every(self, numbers: list) -> list[str]:
        rows = []
        for one in numbers:
            run = one["run"]
            errors = run["errors"] + one["bad"]
            reached = run["p95"] <= 20 and run["p99"] <= 50 and errors == 0
            rows.append([one["title"], number(one["full"]), number(run["p50"]), number(run["p95"]), number(run["p99"]),
                         str(errors), verdict(reached)])
        return [
            "## Every other GET", "",
            "The product alone: what it can do at most, and how long people wait at half of that (one run). Bar: p95 ≤ "
            "20 ms, p99 ≤ 50 ms.", "",
            *table(["what", "at most, per second", "p50 ms", "p95 ms", "p99 ms", "errors", ""], rows)]

    def _readers(self, numbers: dict) -> list[str]:
        own = numbers["product"]
        rows = [[side, str(one["errors"]), number(one["p50"]), number(one["p99"]), number(one["max"]),
                 number(one["megabytes_before"]), number(one["megabytes"])]
                for side, one in ((side, numbers[side]) for side in ("product", "peer"))]
        reached = own["errors"] == 0 and own["p99"] <= 100 and own["megabytes"] <= 150
        return [
            f"## {number(READERS)} readers", "",
            f"{number(READERS)} connections that stay open, each asking for the trends page every {THINK_SECONDS} s, "
            f"for {READ_SECONDS} s. Bar: no errors, p99 ≤ 100 ms, ≤ 150 MB resident: {verdict(reached)}.", "",
            *table(["", "errors", "p50 ms", "p99 ms", "longest ms", "MB before", "MB at most"], rows)]

    def _start(self, numbers: dict) -> list[str]:
        median = statistics.median(numbers["product"])
        return [
            "## Cold start", "",
            "From starting the process to its first 200 of `/health`, with the database up. Bar: ≤ 300 ms: "
            f"{verdict(median <= 300)}.", "",
            *table(["", "ms"], [["product", spread(numbers["product"])], ["peer", spread(numbers["peer"])]])]

    def _weight(self, numbers: list) -> list[str]:
        home = numbers[0]
        reached = (home["html"] <= 14 * 1024 and home["total"] <= 60 * 1024 and home["requests"] <= 5
                   and home["script"] <= 10 * 1024)
        rows = [[one["title"], number(one["html"]), number(one["html_plain"]), number(one["total"]),
                 number(one["script"]), str(one["requests"])] for one in numbers]
        return [
            "## Page weight", "",
            "Bytes of the bodies of a first visit, gzip. Bar for the dashboard: HTML ≤ 14 KB, everything ≤ 60 KB, "
            f"JavaScript ≤ 10 KB, ≤ 5 requests: {verdict(reached)}.", "",
            *table(["page", "HTML", "HTML unpacked", "everything", "JavaScript", "requests"], rows)]

    def _notes(self) -> list[str]:
        words = [word if "/" not in word else word.rsplit("/", 1)[1] for word in peer.command(self.settings, "PORT")]
        words[words.index("--app-dir") + 1] = "Tests/Benchmarks/peer"
        return [
            "## Commands", "", "```", "make bench                          # builds, then scripts/bench",
            "tidemark serve                      # the product, release build",
            f"{' '.join(words[:9])} \\", f"    {' '.join(words[9:])}",
            f"wrk -t1 -c{CONNECTIONS} -dSECONDSs -s Tests/Benchmarks/wrk.lua http://127.0.0.1:PORT/…",
            f"openloop --port PORT --rate R --connections {OPEN_CONNECTIONS} --seconds SECONDS "
            "--warmup SECONDS --paths FILE",
            "```", "",
            "The peer reads a copy of the same database with the same indexes, without row-level security; its pool "
            "has 4 connections in each of its 2 workers. Its pages are the product's pages written for Jinja2, its "
            "pictures drawn in Python. \"Equal pieces\" is the share of tags and texts (of JSON members) that both answers have. "
            "The database's processor time counts every process of the server, whichever side they served."]
