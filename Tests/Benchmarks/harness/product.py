"""The product's own commands, run as a person would run them."""

import json
import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from .cluster import Cluster
from .processes import PeakMemory, Server, free_port
from .settings import Settings


@dataclass
class Finished:
    """A command that has ended: what it said, how long it took, and what it used."""
    output: str
    seconds: float
    cpu_seconds: float
    peak_megabytes: float


class Product:
    def __init__(self, settings: Settings, cluster: Cluster):
        self.settings = settings
        self.cluster = cluster

    def environment(self, database: str) -> dict[str, str]:
        return self.cluster.environment(database) | {
            "TIDEMARK_ROOT": str(self.settings.root), "TIDEMARK_LOG_LEVEL": "info",
            # One person asks for everybody; the counting itself stays on.
            "TIDEMARK_LIMIT_PERSON": "1000000000"}

    def run(
        self, database: str, *words: str, given: str | None = None, more: dict[str, str] | None = None
    ) -> Finished:
        """Runs a command to its end. Its peak memory is the kernel's figure for the program: what a parent is told at the end
        (ru_maxrss) is at least what this process held when it forked."""
        log = self.settings.state / "command.out"
        begun = time.monotonic()
        with log.open("w") as output, (self.settings.state / "command.err").open("w") as errors:
            process = subprocess.Popen(
                [self.settings.program, *words], stdin=subprocess.PIPE, stdout=output, stderr=errors, text=True,
                env=self.environment(database) | (more or {}), cwd=self.settings.root)
            if given is not None:
                process.stdin.write(given)
            process.stdin.close()
            with PeakMemory(process.pid) as memory:
                _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - begun
        text = log.read_text()
        if process.returncode != 0:
            words_said = (self.settings.state / "command.err").read_text().strip()
            raise RuntimeError(f"tidemark {' '.join(words[:2])} ended with {process.returncode}: {words_said} {text}")
        return Finished(text, seconds, usage.ru_utime + usage.ru_stime, memory.megabytes)

    def add_company(self, database: str, slug: str, name: str) -> str:
        """Makes a company and answers its id."""
        self.run(database, "company", "create", slug, "--name", name, "--currency", "EUR", "--time-zone", "UTC")
        return self.cluster.psql("worker", database, f"SELECT company_id FROM companies WHERE slug = '{slug}';")

    def import_book(self, database: str, company: str, source: str, mapping: str, path: Path, title: str) -> tuple:
        """Imports one book without scoring; answers its outcome and what the command used."""
        done = self.run(
            database, "import", "--company", company, "--source", source, "--mapping", mapping, "--title", title,
            "--no-score", "--json", str(path))
        outcome = json.loads(done.output)[0]
        if outcome["state"] != "applied" or outcome["rowsRejected"]:
            rejects = outcome["firstRejects"][:3]
            raise RuntimeError(f"{path.name} was {outcome['state']}: {outcome.get('reason')} {rejects}")
        return outcome, done

    def serve(self, database: str, more: dict[str, str] | None = None) -> Server:
        port = free_port()
        return Server(
            "product", [self.settings.program, "serve"], port, self.settings.state / "product.log",
            self.environment(database) | {"TIDEMARK_PORT": str(port), "TIDEMARK_HOST": "127.0.0.1"}
            | (more or {}), self.settings.root)
