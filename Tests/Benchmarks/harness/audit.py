"""Proving a million events of a company's record (G-AUD-01)."""

import json

from .words import number, table, verdict

DATABASE = "tidemark_bench_audit"
EVENTS, BATCH, MOST = 1_000_000, 2_000, 10.0


class Audit:
    def __init__(self, measurement):
        self.measurement, self.settings = measurement, measurement.settings
        self.cluster, self.product = measurement.cluster, measurement.product

    def measure(self) -> dict:
        self.cluster.create(DATABASE)
        try:
            self.product.run(DATABASE, "migrate")
            company = self.product.add_company(DATABASE, "bench", "Bench & Sons")
            write = f"""INSERT INTO audit_events (company_id, action, actor_kind, subject_kind, subject, facts)
                SELECT '{company}', 'member.role_changed', 'command', 'member', gen_random_uuid()::text,
                    '{{"role": "analyst"}}' FROM generate_series(1, {BATCH});"""
            # Each batch is a transaction: the end of the chain is one row that each event writes.
            self.cluster.psql("owner", DATABASE, "SET ROLE tidemark_resolver;\n" + write * (EVENTS // BATCH))
            self.cluster.psql("owner", DATABASE, "VACUUM (ANALYZE) audit_events;")
            runs = []
            for _ in range(3):
                self.measurement.quiet()
                # Notes of other databases are none of this one's.
                done = self.product.run(
                    DATABASE, "audit", "verify", "--company", "bench", "--json",
                    more={"TIDEMARK_AUDIT_DIRECTORY": str(self.settings.state / "audit")})
                runs.append({"seconds": done.seconds, "cpu": done.cpu_seconds, "megabytes": done.peak_megabytes})
            answer = {"runs": runs, "said": json.loads(done.output)}
        finally:
            self.cluster.drop(DATABASE)
        self.measurement.say(f"audit: {EVENTS:,} events proved in {min(r['seconds'] for r in runs):.1f} s")
        return answer


def section(numbers: dict) -> list[str]:
    slowest = max(run["seconds"] for run in numbers["runs"])
    return [
        "## Proving the record", "",
        f"`tidemark audit verify` on a company with {number(EVENTS)} events, from starting the command to its end. Bar: "
        f"{MOST:.0f} s: {verdict(slowest <= MOST)}.", "",
        *table(["run", "s", "processor s", "MB at most"], [
            [str(index + 1), number(run["seconds"]), number(run["cpu"]), number(run["megabytes"])]
            for index, run in enumerate(numbers["runs"])])]
