"""The two load generators: wrk for what a server can do at most, openloop for how long people wait."""

import json
import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from .settings import Settings

CONNECTIONS = 32


@dataclass
class Target:
    """What is asked of one server: paths, or lines as openloop takes them, at random or in their order."""
    port: int
    paths: list[str]
    headers: dict[str, str] = field(default_factory=dict)
    name: str = "paths"
    is_in_order: bool = False


class Load:
    def __init__(self, settings: Settings):
        self.settings = settings
        self.openloop_program = settings.state / "openloop"

    def _files(self, target: Target) -> tuple[Path, Path]:
        paths, headers = self.settings.state / f"{target.name}.txt", self.settings.state / "headers.txt"
        # Cookies are for nobody else on the machine.
        paths.touch(mode=0o600)
        paths.write_text("".join(f"{path}\n" for path in target.paths))
        headers.touch(mode=0o600)
        headers.write_text("".join(f"{name}: {value}\n" for name, value in target.headers.items()))
        return paths, headers

    def saturate(self, target: Target, seconds: int) -> dict:
        """As fast as the server answers, over 32 connections."""
        paths, headers = self._files(target)
        environment = os.environ | {
            "BENCH_PATHS": str(paths), "BENCH_HEADERS": str(headers), "BENCH_SEED": str(self.settings.seed)}
        done = subprocess.run(
            ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "10s", "-s",
             str(self.settings.here / "wrk.lua"), f"http://127.0.0.1:{target.port}{target.paths[0]}"],
            capture_output=True, text=True, env=environment)
        lines = [line[5:] for line in done.stdout.splitlines() if line.startswith("JSON ")]
        if not lines:
            raise RuntimeError(f"wrk: {done.stdout} {done.stderr}")
        result = json.loads(lines[0])
        # A failed answer is no work done.
        good = max(0, result["requests"] - result["bad_status"])
        result["rate"] = max(0.01, good / (result["microseconds"] / 1e6))
        return result

    def openloop(
        self, target: Target, rate: float, connections: int, seconds: int | None = None, warmup: int | None = None
    ) -> subprocess.Popen:
        """At a fixed rate, whatever the server does."""
        paths, _ = self._files(target)
        command = [
            str(self.openloop_program), "--port", str(target.port), "--rate", f"{rate:.2f}",
            "--seconds", str(seconds or self.settings.seconds), "--warmup", str(warmup or self.settings.warmup),
            "--connections", str(connections), "--seed", str(self.settings.seed), "--paths", str(paths),
            "--in-order", str(int(target.is_in_order))]
        for name, value in target.headers.items():
            command += ["--header", f"{name}: {value}"]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    @staticmethod
    def result(process: subprocess.Popen) -> dict:
        output, words = process.communicate()
        if process.returncode != 0:
            raise RuntimeError(f"openloop: {words}")
        answer = json.loads(output)
        answer["errors"] = sum(
            answer[name] for name in ("bad_status", "broken", "connect_failures", "unanswered"))
        return answer
