"""Finding rows of one product in lists: linking two, deduping one of a million, and pairs a second beside RapidFuzz."""

import csv
import json
import subprocess

from . import listings
from .books import list_name, shop_list
from .words import number, table, verdict

# Half of the products are in each list.
LINKED, ALONE = 100_000, 31_250
NAMES, RUNS, CHECKED = 4_000, 3, 300
MOST_SECONDS, MOST_SECONDS_MILLION, MOST_MEGABYTES = 10, 360, 1_536
MOST_MILLISECONDS, MOST_MILLISECONDS_MILLION, LEAST_RECALL = 0.5, 3, 0.995
LEAST_SET = 5e6
DATABASE, CHANGES, MOST_CHANGE = "tidemark_bench_match", 400, 5


class Match:
    def __init__(self, measurement):
        self.measurement, self.settings = measurement, measurement.settings
        self.python = self.settings.root / ".tidemark/venv-bench/bin/python"
        self.folder = self.settings.state / "listings"
        self.cluster, self.product = measurement.cluster, measurement.product

    def measure(self) -> dict:
        self.folder.mkdir(exist_ok=True)
        seed, root = self.settings.seed, self.settings.root
        left, right, one, million = (self.folder / f"{name}.csv" for name in ("left", "right", "one", "million"))
        rows = listings.write(root, LINKED, seed, [(left, ("shop",), 0.5), (right, ("state",), 0.5)])
        # Four places of which each has two of five products.
        rows += listings.write(root, ALONE, seed + 10, [(one, listings.STYLES, 0.4)])
        rows += listings.write(root, 20 * ALONE, seed + 20, [(million, listings.STYLES, 0.4)])
        numbers = {"rows": rows, "pairs": self._pairs(one)}
        for name, files in (("link", [left, right]), ("dedupe", [one]), ("million", [million])):
            numbers[name] = self._dedupe(files)
            # Once more for what the index finds and how long it takes, which would add to time and memory.
            numbers[name]["blocking"] = self._dedupe(files, "--check", CHECKED)["figures"]["blocking"]
            self.measurement.say(f"match: {name} {numbers[name]['seconds']:.1f} s, {numbers[name]['megabytes']:.0f} MB, look-up p95 "
                                 f"{numbers[name]['blocking']['p95']:.2f} ms")
        for path in (left, right, one, million):
            path.unlink()
        numbers["changes"] = self._changes()
        self.measurement.say(f"match: a changed listing p95 {numbers['changes']['p95']:.2f} ms")
        return numbers

    def _changes(self) -> dict:
        """How long a listing that has changed waits for its product, in a company with all of the catalogue's."""
        s = self.settings
        self.cluster.create(DATABASE)
        try:
            self.product.run(DATABASE, "migrate")
            self.product.add_company(DATABASE, "bench", "Bench & Sons")
            for shop, source in enumerate(("north", "south")):
                path = s.state / list_name(source, s.last_day)
                shop_list(path, s.products, s.seed, shop, 0)
                self.product.import_book(
                    DATABASE, "bench", source, str(s.here / "mappings/bench-shop.json"), path, source.title())
                path.unlink()
            self.product.run(DATABASE, "match", "--company", "bench")
            self.cluster.psql("owner", DATABASE, "VACUUM (ANALYZE);")
            self.measurement.quiet()
            done = self.product.run(DATABASE, "match", "time-changes", "--company", "bench", "--changes", str(CHANGES))
            return json.loads(done.output) | {"megabytes": done.peak_megabytes}
        finally:
            self.cluster.drop(DATABASE)

    def _dedupe(self, files: list, *more) -> dict:
        report = self.folder / "report.json"
        self.measurement.quiet()
        # The same command as a person's; no database is there.
        done = self.measurement.product.run(
            "none", "match", "dedupe", *(str(path) for path in files), "--truth", "product", "--report", str(report),
            "--output", str(self.folder / "clusters.csv"), *(str(word) for word in more))
        return {"seconds": done.seconds, "cpu": done.cpu_seconds, "megabytes": done.peak_megabytes,
                "figures": json.loads(report.read_text())}

    def _pairs(self, path) -> dict:
        """Pairs a second on one core, both sides with the same names."""
        names = self.folder / "names.txt"
        with path.open(encoding="utf-8") as file:
            found = [row["name"].lower() for row in csv.DictReader(file)]
        names.write_text("\n".join(found[:: len(found) // NAMES][:NAMES]) + "\n", encoding="utf-8")
        self.measurement.quiet()
        own = json.loads(self.measurement.product.run("none", "match", "time", str(names), "--runs", str(RUNS)).output)
        self.measurement.quiet()
        done = subprocess.run(
            [str(self.python), str(self.settings.here / "peer/rapidfuzz_pairs.py"), str(names), str(RUNS)],
            capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"})
        if done.returncode != 0:
            raise RuntimeError(f"RapidFuzz ended with {done.returncode}: {done.stderr.strip()[-400:]}")
        peer = json.loads(done.stdout)
        for name in ("ratioSum", "tokenSetSum"):
            if abs(own[name] - peer[name]) > 1e-4 * peer[name]:
                raise RuntimeError(f"the two sides answer differently: {name} is {own[name]} and {peer[name]}")
        return {"product": own, "peer": peer}


def section(numbers: dict) -> list[str]:
    left, right, one, million = numbers["rows"]
    pairs, changes = numbers["pairs"], numbers["changes"]
    peer_set = pairs["peer"]["tokenSetRatio"]

    def share(counted: dict) -> str:
        return f"{100 * counted['value']:.2f} %"

    def row(title: str, name: str) -> list[str]:
        it, figures = numbers[name], numbers[name]["figures"]
        blocking = it["blocking"]
        return [title, number(it["seconds"]), number(it["cpu"]), number(it["megabytes"]), number(blocking["candidatesPerLookUp"]),
                f"{number(blocking['p50'])} / {number(blocking['p95'])}", share(blocking["recall"]), share(blocking["partnerRecall"]),
                f"{share(figures['truth']['precision'])} / {share(figures['truth']['recall'])}"]

    def bars(name: str, seconds: float, milliseconds: float) -> list[list[str]]:
        it, blocking = numbers[name], numbers[name]["blocking"]
        title = {"link": "linking", "dedupe": "50k", "million": "1M"}[name]
        return [
            [f"{title}: ≤ {seconds} s, ≤ {number(MOST_MEGABYTES)} MB", f"{number(it['seconds'])} s, {number(it['megabytes'])} MB",
             verdict(it["seconds"] <= seconds and it["megabytes"] <= MOST_MEGABYTES)],
            [f"{title}: a look-up ≤ {milliseconds} ms (p95), ≥ {100 * LEAST_RECALL:g} % of what comparing with everything finds",
             f"{blocking['p95']:.2f} ms, {share(blocking['recall'])}",
             verdict(blocking["p95"] <= milliseconds and blocking["recall"]["value"] >= LEAST_RECALL)]]

    return [
        "## Matching lists", "",
        f"`tidemark match dedupe` on invented listings of drinks as four places write them, {listings.SLIPS:.0%} with a slip of the pen "
        f"and {listings.RUN_TOGETHER:.0%} run together: two lists of {number(left)} and {number(right)}, one of {number(one)} and one of "
        f"{number(million)} rows, from reading to writing. A code stands on {listings.CODES:.0%} of the rows. Candidates are the 50 nearest "
        f"that are at least 0.5 alike; what the index finds is compared with what comparing with every row finds, for {CHECKED} rows, "
        f"and with the rows that are the same product in truth.", "",
        *table(["", "s", "processor s", "MB at most", "candidates a row", "look-up p50 / p95 ms", "found of all alike", "found of the true",
                "precision / recall of clusters"],
               [row("two lists", "link"), row("one list", "dedupe"), row("a million rows", "million")]),
        *table(["bar", "measured", ""], [
            *bars("link", MOST_SECONDS, MOST_MILLISECONDS), *bars("dedupe", MOST_SECONDS, MOST_MILLISECONDS),
            *bars("million", MOST_SECONDS_MILLION, MOST_MILLISECONDS_MILLION),
            [f"a listing that has changed, decided again and written: ≤ {MOST_CHANGE} ms (p95), {number(changes['listings'])} listings",
             f"p50 {changes['p50']:.2f}, p95 {changes['p95']:.2f} ms, {number(changes['megabytes'])} MB",
             verdict(changes["p95"] <= MOST_CHANGE)],
            [f"token-set ratios ≥ {number(LEAST_SET / 1e6)} M a second on one core",
             f"{pairs['product']['tokenSetRatio'] / 1e6:.1f} M", verdict(pairs["product"]["tokenSetRatio"] >= LEAST_SET)]]),
        f"Pairs a second on one core, {number(pairs['product']['names'])} names with each other, RapidFuzz by `cdist` (float32, in chunks); "
        "the sums of all values agree:", "",
        *table(["M pairs/s", "product", "RapidFuzz", "ratio"], [
            [title, number(pairs["product"][name] / 1e6), number(pairs["peer"][name] / 1e6),
             f"{pairs['product'][name] / pairs['peer'][name]:.1f}×"]
            for title, name in (("ratio", "ratio"), ("token sort", "tokenSortRatio"), ("token set", "tokenSetRatio"))]),
        f"Comparing every row with every other by RapidFuzz's token-set ratio would take {number(left * right / peer_set)} s for the two "
        f"lists and {number(million * (million - 1) / 2 / peer_set / 3600)} hours for the million, on one core (scaled from the sample).", ""]
