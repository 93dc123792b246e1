"""The console of jobs on the day it is for: a million of them (G-CON-01)."""

import http.client
import re
import statistics
import time
import uuid

from .browser import fetch, sign_in
from .words import number, table, verdict

DATABASE = "tidemark_bench_console"
ADMIN, PASSWORD = "admin@bench.example", "a million jobs of twenty companies"
COMPANIES, ASKED, MOST, MOST_APART = 20, 200, 50.0, 0.05


class Console:
    def __init__(self, measurement):
        self.measurement, self.settings = measurement, measurement.settings
        self.cluster, self.product = measurement.cluster, measurement.product

    def measure(self) -> dict:
        self.cluster.create(DATABASE)
        try:
            self._fill()
            with self.product.serve(DATABASE) as server:
                self.port = server.port
                self.cookies = sign_in(self.port, ADMIN, PASSWORD)
                self.measurement.quiet()
                pages = {
                    title: [self._ask(what, path) for what, path in self._pages(prefix)]
                    for title, prefix in (("a company with 640 000 jobs", "/jobs"), ("operators, all", "/staff/jobs"))}
                doors = self._doors()
        finally:
            self.cluster.drop(DATABASE)
        slowest = max((page for several in pages.values() for page in several), key=lambda page: page["p95"])
        self.measurement.say(f"console: slowest page p95 {slowest['p95']:.1f} ms ({slowest['what']})")
        self.measurement.say(f"console: another company's job and none: {doors['theirs']:.2f} and {doors['none']:.2f} ms")
        return {"pages": pages, "doors": doors}

    def _fill(self) -> None:
        run = self.product.run
        run(DATABASE, "migrate")
        self.product.add_company(DATABASE, "bench", "Bench & Sons")
        for neighbour in range(1, COMPANIES):
            self.product.add_company(DATABASE, f"neighbour-{neighbour}", f"Neighbour {neighbour}")
        run(DATABASE, "company", "add-member", "bench", "--email", ADMIN, "--name", "Pat O'Bench", "--role", "admin",
            given=PASSWORD + "\n")
        run(DATABASE, "staff", "grant", ADMIN, "--role", "operator")
        self.cluster.psql("worker", DATABASE, (self.settings.here / "console.sql").read_text())
        self.cluster.psql("owner", DATABASE, "VACUUM (ANALYZE);")

    def _pages(self, prefix: str) -> list[tuple[str, str]]:
        _, _, page = fetch(self.port, f"{prefix}?status=dead", {"Cookie": self.cookies})
        job = re.search(rf'href="{prefix}/([0-9a-f-]{{36}})'.encode(), page)
        more = re.search(rf'href="({prefix}\?[^"]*cursor=[^"]+)"'.encode(), page)
        if not job or not more:
            raise RuntimeError(f"{prefix} shows no dead job or no second page")
        identity, second = job[1].decode(), more[1].decode().replace("&amp;", "&")
        return [
            ("overview and list", prefix), ("dead ones", f"{prefix}?status=dead"), ("their second page", second),
            ("completed ones", f"{prefix}?status=completed"), ("ready ones", f"{prefix}?status=ready"),
            ("one kind", f"{prefix}?kind=kind_3"), ("a rare kind", f"{prefix}?kind=rare"),
            ("a kind nobody has", f"{prefix}?kind=missing"), ("one queue", f"{prefix}?queue=slow"),
            ("by the beginning of an id", f"{prefix}?id={identity[:4]}"), ("one job", f"{prefix}/{identity}"),
            ("before cancelling all of a kind", f"{prefix}/confirm?status=ready&kind=kind_3&act=cancel"),
            ("schedules", f"{prefix}/schedules")]

    def _doors(self) -> dict:
        """The median time of an address with another company's job, and of one with no job at all (T-ISO-1)."""
        theirs = self.cluster.psql("worker", DATABASE, """
            SELECT j.job_id FROM jobs j JOIN companies c USING (company_id) WHERE c.slug <> 'bench' LIMIT 400;""").split()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        times: dict[str, list[float]] = {"theirs": [], "none": []}
        for job in theirs:
            for kind, identity in (("theirs", job), ("none", str(uuid.uuid4()))):
                begun = time.perf_counter()
                connection.request("GET", f"/jobs/{identity}", headers={"Cookie": self.cookies})
                answer = connection.getresponse()
                answer.read()
                times[kind].append((time.perf_counter() - begun) * 1000)
                if answer.status != 404:
                    raise RuntimeError(f"another company's job answers {answer.status}")
        connection.close()
        return {kind: statistics.median(some) for kind, some in times.items()}

    def _ask(self, what: str, path: str) -> dict:
        """One after the other, over one connection, as a person reads."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        times: list[float] = []
        for _ in range(ASKED + 5):
            begun = time.perf_counter()
            connection.request("GET", path, headers={"Cookie": self.cookies})
            answer = connection.getresponse()
            answer.read()
            times.append((time.perf_counter() - begun) * 1000)
            if answer.status != 200:
                raise RuntimeError(f"{path} answers {answer.status}")
        connection.close()
        times = sorted(times[5:])
        return {"what": what, "p50": statistics.median(times), "p95": times[int(len(times) * 0.95)], "most": times[-1]}


def section(numbers: dict) -> list[str]:
    slowest = max(page["p95"] for pages in numbers["pages"].values() for page in pages)
    theirs, none = numbers["doors"]["theirs"], numbers["doors"]["none"]
    apart = abs(theirs / max(none, 1e-9) - 1)
    lines = [
        "## The console with a million jobs", "",
        f"{COMPANIES} companies, 95 % of the jobs ended; each page asked for {ASKED} times, one after the other, as the "
        f"browser gets it. Bar: p95 under {MOST:.0f} ms on every page: {verdict(slowest < MOST)}, slowest "
        f"{number(slowest)} ms.", ""]
    for title, pages in numbers["pages"].items():
        lines += table([title, "p50 ms", "p95 ms", "longest ms"], [
            [page["what"], number(page["p50"]), number(page["p95"]), number(page["most"])] for page in pages])
    return lines + [
        f"An address with another company's job answers as one with no job at all does, in {number(theirs)} and {number(none)} ms "
        f"(medians of 400). Bar: {MOST_APART:.0%} apart at most: {verdict(apart <= MOST_APART)}, {apart:.1%}.", ""]
