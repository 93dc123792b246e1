"""Reading sources from a simulator: fetch, bronze, listing; the lake; a whole cycle."""

import json
import subprocess
import time

from .words import number, table, verdict

DATABASE = "tidemark_bench_collect"
GROCERIES, REGIONS = 9_900, ("joinville_bucarein", "floripa_sacogrande", "sao_jose_areias")
MOST_SECONDS, MOST_MEGABYTES = 60, 300
LATENCY, CYCLE_GROCERIES, MOST_CYCLE = 200, 2_000, 180
LEAST_SMALLER = 0.95


class Simulator:
    """The sources, at places of their own on this machine."""

    def __init__(self, program, groceries: int, latency: int = 0):
        self.process = subprocess.Popen(
            [program, "7", "--live", "--groceries", str(groceries), "--latency", str(latency)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        places = []
        for line in self.process.stdout:
            words = line.rstrip("\n").split("\t")
            if words[0] == "place":
                places.append(f"{words[1]}={words[2]}")
            if words[0] == "ready":
                break
        self.variables = {"TIDEMARK_SOURCES": ",".join(places)}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.kill()
        self.process.wait()


class Collect:
    def __init__(self, measurement):
        self.measurement, self.settings = measurement, measurement.settings
        self.cluster, self.product = measurement.cluster, measurement.product
        self.program = self.settings.root / ".build/release/SourceSimulator"

    def _run(self, *words: str, more: dict):
        return self.product.run(DATABASE, *words, more=more)

    def _connections(self, more: dict) -> list[tuple[str, str]]:
        """Six: three regions and a medium of the platform, two regions of a company."""
        found = []
        for company, regions in (("house", REGIONS), ("bench", REGIONS[:2])):
            for region in regions:
                self._run("source", "connect", "giassi", "--company", company, "--region", region, more=more)
                found.append((company, f"Giassi {region}"))
        self._run("source", "connect", "vinepair", more=more)
        return found + [("house", "VinePair")]

    def measure(self) -> dict:
        lake = {"TIDEMARK_LAKE_DIRECTORY": str(self.settings.state / "lake")}
        subprocess.run(["rm", "-rf", lake["TIDEMARK_LAKE_DIRECTORY"]], check=True)
        self.cluster.create(DATABASE)
        try:
            self.product.run(DATABASE, "migrate")
            self.product.add_company(DATABASE, "bench", "Bench & Sons")
            with Simulator(self.program, GROCERIES) as simulator:
                more = simulator.variables | lake
                self.measurement.quiet()
                database = self.cluster.cpu_seconds()
                runs = []
                for company, name in self._connections(more):
                    done = self._run("source", "run", "--company", company, "--connection", name, "--json", more=more)
                    said = json.loads(done.output)
                    runs.append({"name": name, "items": said["items"], "seconds": done.seconds, "cpu": done.cpu_seconds,
                                 "megabytes": done.peak_megabytes})
                for company in ("house", "bench"):
                    done = self._run("source", "compact", "--company", company, more=more)
                    runs.append({"name": f"bronze of {company}", "items": 0, "seconds": done.seconds, "cpu": done.cpu_seconds,
                                 "megabytes": done.peak_megabytes})
                database = self.cluster.cpu_seconds() - database
                bytes_of = self.cluster.psql(
                    "owner", DATABASE,
                    "ALTER TABLE bronze_files NO FORCE ROW LEVEL SECURITY; "
                    "SELECT sum(body_bytes) || ' ' || sum(file_bytes) FROM bronze_files; "
                    "ALTER TABLE bronze_files FORCE ROW LEVEL SECURITY", "-tA")
            body, file = (int(word) for word in next(line for line in bytes_of.split("\n") if " " in line and line[0].isdigit()).split())
            cycle = self._cycle(lake)
        finally:
            self.cluster.drop(DATABASE)
        items = sum(run["items"] for run in runs)
        self.measurement.say(
            f"collect: {items:,} items, {sum(run['cpu'] for run in runs):.1f} s of processor; "
            f"Parquet {1 - file / body:.1%} smaller; cycle {cycle['seconds']:.0f} s")
        return {"runs": runs, "database": database, "body": body, "file": file, "cycle": cycle}

    def _cycle(self, lake: dict) -> dict:
        """From beginning both cycles to the end of their last step, with answers that take a fifth of a second."""
        self.cluster.drop(DATABASE)
        self.cluster.create(DATABASE)
        self.product.run(DATABASE, "migrate")
        self.product.add_company(DATABASE, "bench", "Bench & Sons")
        with Simulator(self.program, CYCLE_GROCERIES, LATENCY) as simulator:
            more = simulator.variables | lake
            self._connections(more)
            environment = self.product.environment(DATABASE) | more
            worker = subprocess.Popen(
                [str(self.settings.program), "work", "--slots", "4"], env=environment, cwd=self.settings.root,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                began = time.monotonic()
                for company in ("house", "bench"):
                    self._run("jobs", "add", "cycle.begin", "--company", company, more=more)
                while True:
                    time.sleep(1)
                    done = self.cluster.psql(
                        "owner", DATABASE,
                        "ALTER TABLE cycle_steps NO FORCE ROW LEVEL SECURITY; ALTER TABLE job_outcomes NO FORCE ROW LEVEL SECURITY; "
                        "SELECT count(*) || ' ' || count(o.job_id) || ' ' || count(*) FILTER (WHERE o.state = 'completed') "
                        "FROM cycle_steps s LEFT JOIN job_outcomes o USING (company_id, job_id); "
                        "ALTER TABLE cycle_steps FORCE ROW LEVEL SECURITY; ALTER TABLE job_outcomes FORCE ROW LEVEL SECURITY", "-tA")
                    steps, over, completed = (
                        int(word) for word in next(line for line in done.split("\n") if line[:1].isdigit()).split())
                    seconds = time.monotonic() - began
                    if steps and over == steps:
                        return {"seconds": seconds, "steps": steps, "completed": completed}
                    if seconds > 900:
                        raise RuntimeError(f"the cycle did not end: {over} of {steps} steps")
            finally:
                worker.terminate()
                worker.wait()


def section(numbers: dict) -> list[str]:
    runs, cycle = numbers["runs"], numbers["cycle"]
    items, cpu = sum(run["items"] for run in runs), sum(run["cpu"] for run in runs)
    peak = max(run["megabytes"] for run in runs)
    smaller = 1 - numbers["file"] / numbers["body"]
    return [
        "## Reading sources", "",
        f"Six connections of a simulated world (three regions of a supermarket and a medium of the platform, two regions of a company), "
        f"{number(items)} items, from the first request to listings, and then to the lake; each by a command of its own. Bars: "
        f"{MOST_SECONDS} s of our processor: {verdict(cpu <= MOST_SECONDS)} ({cpu:.1f} s, and {numbers['database']:.1f} s of the "
        f"database's); {MOST_MEGABYTES} MB: {verdict(peak <= MOST_MEGABYTES)} ({number(peak)}).", "",
        *table(["", "items", "s", "processor s", "MB at most"], [
            [run["name"], number(run["items"]), number(run["seconds"]), number(run["cpu"]), number(run["megabytes"])]
            for run in runs]), "",
        f"The answers are {number(numbers['body'] / 1_000_000)} MB of JSON and lie in {number(numbers['file'] / 1_000_000)} MB of Parquet: "
        f"{smaller:.1%} smaller, wanted {LEAST_SMALLER:.0%}: {verdict(smaller >= LEAST_SMALLER)}.", "",
        f"A whole cycle of both, with {number(CYCLE_GROCERIES)} things a region and answers that take {LATENCY} ms each, one at a time as "
        f"manners have it: {cycle['seconds']:.0f} s from beginning to the last score, {cycle['completed']} of {cycle['steps']} steps done. "
        f"Bar: {MOST_CYCLE} s: {verdict(cycle['seconds'] <= MOST_CYCLE and cycle['completed'] == cycle['steps'])}.", ""]
