"""Whether the time of an answer tells who is known (S-026): known and unknown addresses in random turn, and Welch's t."""

import http.client
import random
import re
import secrets
import statistics
import time
from html import unescape
from urllib.parse import urlencode

from .browser import fetch
from .words import number, table, verdict

DATABASE = "tidemark_bench_alike"
PASSWORD = "people who are known already"
# A network may ask for so many mails before it is slowed down; each try comes from another one.
PEOPLE, TRIES, MOST = 50, 300, 3.0


class Alike:
    def __init__(self, measurement):
        self.measurement, self.settings = measurement, measurement.settings
        self.cluster, self.product = measurement.cluster, measurement.product

    def measure(self) -> dict:
        self.cluster.create(DATABASE)
        try:
            run = self.product.run
            run(DATABASE, "migrate")
            self.product.add_company(DATABASE, "bench", "Bench & Sons")
            for person in range(PEOPLE):
                run(DATABASE, "company", "add-member", "bench", "--email", f"p{person}@known.example", "--name",
                    f"Person {person}", "--role", "viewer", given=PASSWORD + "\n")
            with self.product.serve(DATABASE, {"TIDEMARK_TRUSTED_PROXIES": "1"}) as server:
                self.port = server.port
                self.random = random.Random(self.settings.seed)
                self.measurement.quiet()
                answer = {"sign-in": self._compare("/sign-in", {"password": "not the password", "next": "/"}, TRIES)}
                # Three mails for an address, and what is typed is used once where it is unknown.
                answer["forgot"] = self._compare("/forgot-password", {}, PEOPLE * 3)
        finally:
            self.cluster.drop(DATABASE)
        for what, one in answer.items():
            self.measurement.say(f"alike: {what} t = {one['t']:.2f}, {one['known']:.2f} and {one['unknown']:.2f} ms")
        return answer

    def _compare(self, path: str, fields: dict, tries: int) -> dict:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        _, answer, page = fetch(self.port, path)
        cookies, token = answer["cookies"], unescape(re.search(rb'name="csrf" value="([^"]+)"', page)[1].decode())
        times: dict[bool, list[float]] = {True: [], False: []}
        # In pairs, so that what changes over the run changes both; the first ones warm everything up and do not count.
        warm = [f"{secrets.token_hex(3)}@known.example" for _ in range(20)]
        turns = [known for _ in range(tries) for known in self.random.sample((True, False), 2)]
        asked = {True: 0, False: 0}
        strangers = [f"{secrets.token_hex(3)}@known.example" for _ in range(PEOPLE)]
        for known in [None] * len(warm) + turns:
            # Both kinds of address are used equally often: what is counted about one must not tell either.
            if known is None:
                email = warm.pop()
            else:
                index = asked[known] % PEOPLE
                asked[known] += 1
                email = f"p{index}@known.example" if known else strangers[index]
            network = secrets.randbits(24)
            form = urlencode(fields | {"csrf": token, "email": email})
            begun = time.perf_counter()
            connection.request("POST", path, body=form, headers={
                "Content-Type": "application/x-www-form-urlencoded", "Cookie": cookies, "Sec-Fetch-Site": "same-origin",
                "X-Forwarded-For": f"{20 + (network >> 16) % 100}.{network >> 8 & 255}.{network & 255}.7"})
            answer = connection.getresponse()
            answer.read()
            if known is not None:
                times[known].append((time.perf_counter() - begun) * 1000)
            if answer.status not in (303, 401):
                raise RuntimeError(f"{path} answers {answer.status}")
        connection.close()
        return {"known": statistics.fmean(times[True]), "unknown": statistics.fmean(times[False]),
                "t": welch(times[True], times[False]), "tries": tries}


def welch(one: list[float], other: list[float]) -> float:
    """Welch's t of two samples with their own variances; the slowest fiftieth of each is what the machine did."""
    one, other = (sorted(times)[:int(len(times) * 0.98)] for times in (one, other))
    spread = (statistics.variance(one) / len(one) + statistics.variance(other) / len(other)) ** 0.5
    return (statistics.fmean(one) - statistics.fmean(other)) / max(spread, 1e-9)


def section(numbers: dict) -> list[str]:
    reached = all(abs(one["t"]) < MOST for one in numbers.values())
    return [
        "## Known and unknown people", "",
        f"A wrong password, and a wish for a new one, for {PEOPLE} addresses that somebody has and {PEOPLE} that nobody has, in random turn, "
        f"each from another network. Bar: Welch's |t| below {MOST:.0f}: {verdict(reached)}.", "",
        *table(["", "tries each", "known, mean ms", "unknown, mean ms", "t"], [
            [what, str(one["tries"]), number(one["known"]), number(one["unknown"]), f"{one['t']:.2f}"]
            for what, one in numbers.items()])]
