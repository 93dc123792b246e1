"""Processes that are measured: starting, ending, processor time and memory, all from /proc."""

import http.client
import os
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def _stat(pid: int) -> list[str]:
    # The name in brackets may hold spaces.
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def tree(pid: int) -> list[int]:
    """A process and all below it."""
    children: dict[int, list[int]] = {}
    for directory in Path("/proc").iterdir():
        if directory.name.isdigit():
            try:
                children.setdefault(int(_stat(int(directory.name))[1]), []).append(int(directory.name))
            except (OSError, IndexError):
                continue
    found, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting += children.get(one, [])
    return found


def cpu_seconds(pid: int, children: bool = False) -> float:
    """User and system time; with `children` also that of children that have ended."""
    try:
        fields = _stat(pid)
    except OSError:
        return 0
    ticks = int(fields[11]) + int(fields[12])
    if children:
        ticks += int(fields[13]) + int(fields[14])
    return ticks / TICKS


def resident_megabytes(pid: int) -> float:
    """Memory of a process tree. Pages that its processes share count once: proportional sizes."""
    total = 0
    for one in tree(pid):
        try:
            for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        except OSError:
            continue
    return total / 1024


def peak_megabytes(pid: int) -> float:
    """The most one process has held."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0


class PeakMemory:
    """The most a process has held, read until it ends: a growing figure, so the last reading is all that counts."""

    def __init__(self, pid: int):
        self.pid, self.megabytes = pid, 0.0
        self.is_over = threading.Event()
        self.thread = threading.Thread(target=self._watch, daemon=True)

    def _watch(self) -> None:
        # Before the program has taken the place of its parent's copy, the figure is the parent's.
        self.is_over.wait(0.01)
        while True:
            try:
                self.megabytes = peak_megabytes(self.pid) or self.megabytes
            except OSError:
                return
            if self.is_over.wait(0.02):
                return

    def __enter__(self) -> "PeakMemory":
        self.thread.start()
        return self

    def __exit__(self, *_) -> None:
        self.is_over.set()
        self.thread.join()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def busy_share(seconds: float = 1) -> float:
    """How busy all processors are, 0 to 1."""
    def read() -> tuple[int, int]:
        numbers = [int(n) for n in Path("/proc/stat").read_text().split("\n")[0].split()[1:]]
        return sum(numbers), numbers[3] + numbers[4]
    total, idle = read()
    time.sleep(seconds)
    total_after, idle_after = read()
    return 1 - (idle_after - idle) / max(1, total_after - total)


def wait_until_quiet(limit: float = 120) -> float:
    """Waits until others use less than a seventh of the machine; answers how busy it still is."""
    ends = time.monotonic() + limit
    while (busy := busy_share()) > 0.15 and time.monotonic() < ends:
        time.sleep(1)
    return busy


class Server:
    """A server that is measured, up as long as the block."""

    def __init__(self, name: str, command: list, port: int, log: Path, environment: dict[str, str], cwd: Path):
        self.name, self.command, self.port, self.log = name, [str(word) for word in command], port, log
        self.environment, self.cwd = environment, cwd
        self.start_seconds = 0.0

    def __enter__(self) -> "Server":
        begun = time.monotonic()
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.DEVNULL, stdout=self.log.open("w"), stderr=subprocess.STDOUT,
            env=self.environment, cwd=self.cwd, start_new_session=True)
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() - begun > 60:
                self.__exit__()
                raise RuntimeError(f"{self.name} does not start; its words are in {self.log}")
            time.sleep(0.001)
        self.start_seconds = time.monotonic() - begun
        return self

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def __exit__(self, *_) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()

    @property
    def pid(self) -> int:
        return self.process.pid

    def cpu_seconds(self) -> float:
        return sum(cpu_seconds(one) for one in tree(self.pid))

    def megabytes(self) -> float:
        return resident_megabytes(self.pid)
