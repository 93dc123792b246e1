"""Reading pages of 20 KB from a server on this machine, beside Scrapy (G-ING-03)."""

import json
import statistics
import subprocess

from .words import number, table, verdict

PAGES, AT_ONCE, MANY = 20_000, 64, 500
MOST_MEGABYTES, LEAST_RATIO, LEAST_RATE = 120, 10, 500


class Crawl:
    def __init__(self, measurement):
        self.measurement, self.settings = measurement, measurement.settings
        self.python = self.settings.root / ".tidemark/venv-bench/bin/python"
        self.peer = self.settings.here / "peer"
        self.environment = {"PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"}

    def measure(self) -> dict:
        server = subprocess.Popen(
            [self.python, self.peer / "pages_server.py"], stdout=subprocess.PIPE, text=True, env=self.environment)
        try:
            port, size = (int(word) for word in server.stdout.readline().split())
            runs = {"product": [], "peer": []}
            for _ in range(3):
                self.measurement.quiet()
                runs["product"].append(self._product(port, PAGES, AT_ONCE))
                self.measurement.quiet()
                runs["peer"].append(self._run([self.python, self.peer / "scrapy_pages.py", port, PAGES // 10, AT_ONCE]))
            many = self._product(port, PAGES, MANY)
        finally:
            server.kill()
            server.wait()
        things = {run["items"] / run["pages"] for side in runs.values() for run in side}
        if len(things) != 1:
            raise RuntimeError(f"the two sides found different things: {things}")
        rates = {side: statistics.median(run["pages"] / run["seconds"] for run in of) for side, of in runs.items()}
        self.measurement.say(
            f"crawl: {rates['product']:,.0f} pages/s, Scrapy {rates['peer']:,.0f}; {MANY} at once take "
            f"{many['peakMegabytes']:.0f} MB")
        return {"runs": runs, "many": many, "size": size}

    def _product(self, port: int, pages: int, at_once: int) -> dict:
        program = self.settings.program.parent / "WebBench"
        return self._run([program, port, "--pages", pages, "--at-once", at_once])

    def _run(self, command: list) -> dict:
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, env=self.environment)
        if done.returncode != 0:
            raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr.strip()[-400:]}")
        return json.loads(done.stdout)


def section(numbers: dict) -> list[str]:
    def median(side: str, figure) -> float:
        return statistics.median(figure(run) for run in numbers["runs"][side])

    def rate(run: dict) -> float:
        return run["pages"] / run["seconds"]

    def cost(run: dict) -> float:
        return run["processorSeconds"] / run["pages"] * 1_000

    ratio = median("product", rate) / median("peer", rate)
    reached = ratio >= LEAST_RATIO and median("product", rate) >= LEAST_RATE
    many = numbers["many"]
    return [
        "## Reading pages", "",
        f"Pages of {number(numbers['size'])} bytes with 60 things each, from a server on the same cores, {AT_ONCE} at once; a name, a "
        f"price and an address of each thing are found. Beside it Scrapy, which has cookies on as we have. Bars: at least "
        f"{LEAST_RATIO} times as many pages as Scrapy and {LEAST_RATE} a second: {verdict(reached)}; {MANY} at once in at most "
        f"{MOST_MEGABYTES} MB: {verdict(many['peakMegabytes'] <= MOST_MEGABYTES)}.", "",
        *table(["", "pages/s", "processor ms a page", "MB at most"], [
            [name, number(median(side, rate)), number(median(side, cost)),
             number(median(side, lambda run: run["peakMegabytes"]))]
            for name, side in (("Tidemark", "product"), ("Scrapy", "peer"))]
            + [[f"Tidemark, {MANY} at once", number(rate(many)), number(cost(many)), number(many["peakMegabytes"])]]),
        f"× {ratio:.1f}.", ""]
