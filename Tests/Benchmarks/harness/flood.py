"""Somebody tries 200 passwords a second, from everywhere, while a thousand people work (G-PW-02)."""

import base64
import hashlib
import random
import re
import secrets
import statistics
import threading
import time
from html import unescape
from urllib.parse import urlencode

from .browser import fetch, sign_in
from .catalogue import DATABASE, EMAIL
from .load import Load, Target
from .words import number, table, verdict

SESSIONS, RATE, SECONDS, READS = 1_000, 200, 60, 100
# So many wait at once that those who are turned away make room for the next try in time.
ATTACKERS = 100
MOST_RATIO, MOST_WAIT = 1.5, 2.0


class Flood:
    def __init__(self, measurement):
        self.measurement, self.settings = measurement, measurement.settings
        self.cluster, self.product = measurement.cluster, measurement.product

    def measure(self) -> dict:
        # A proxy of ours stands before the server, so that every try can come from another network: the hardest case,
        # since none is slowed down by its network.
        with self.product.serve(DATABASE, {"TIDEMARK_TRUSTED_PROXIES": "1"}) as server:
            self.port = server.port
            known = sign_in(self.port, EMAIL, self.measurement.catalogue["password"])
            device = next(part for part in known.split("; ") if "device" in part)
            target = Target(self.port, [f"/\tCookie: {cookie}" for cookie in self.sessions()])
            self.measurement.quiet()
            idle = self._reads(target)
            self.ends = time.monotonic() + SECONDS + 8
            waits: list[float] = []
            owner = threading.Thread(target=self._owner, args=(device, waits))
            attack = Load(self.settings).openloop(
                self._guesses(), RATE, ATTACKERS, seconds=SECONDS + 7, warmup=0)
            owner.start()
            flooded = self._reads(target)
            owner.join()
            answers = Load.result(attack)["statuses"]
            most = server.megabytes()
        answer = {"idle": idle, "flooded": flooded, "answers": answers, "waits": waits, "megabytes": most}
        self.measurement.say(
            f"flood: dashboard p95 {idle['p95']:.1f} ms, under it {flooded['p95']:.1f} ms; owner waits "
            f"{statistics.median(waits):.2f} s, at most {max(waits):.2f} s")
        return answer

    def sessions(self) -> list[str]:
        """A thousand people who are signed in."""
        tokens = [secrets.token_bytes(32) for _ in range(SESSIONS)]
        rows = ",".join(f"(decode('{hashlib.sha256(token).hexdigest()}', 'hex'))" for token in tokens)
        self.cluster.psql("owner", DATABASE, f"""
            INSERT INTO sessions (token_hash, identity_id, current_company_id)
            SELECT t.hash, i.identity_id, (SELECT current_company_id FROM sessions LIMIT 1)
            FROM (VALUES {rows}) AS t (hash), identities i WHERE i.email = '{EMAIL}';""")
        return ["tidemark-session=" + base64.urlsafe_b64encode(token).rstrip(b"=").decode() for token in tokens]

    def _reads(self, target: Target) -> dict:
        process = Load(self.settings).openloop(target, READS, SESSIONS, seconds=SECONDS, warmup=5)
        return Load.result(process)

    def _form(self) -> tuple[str, str]:
        _, fields, page = fetch(self.port, "/sign-in")
        token = re.search(rb'name="csrf" value="([^"]+)"', page)
        return fields["cookies"], unescape(token[1].decode()) if token else ""

    def _guesses(self) -> Target:
        """Tries, each from another network and at another address."""
        forms = [self._form() for _ in range(ATTACKERS)]
        lines = []
        for one in random.Random(self.settings.seed).sample(range(100 << 16), (SECONDS + 8) * RATE):
            cookies, token = forms[one % ATTACKERS]
            lines.append("\t".join((
                "/sign-in", "Content-Type: application/x-www-form-urlencoded", f"Cookie: {cookies}",
                "Sec-Fetch-Site: same-origin", f"X-Forwarded-For: {20 + (one >> 16)}.{one >> 8 & 255}.{one & 255}.7", "",
                urlencode({"csrf": token, "email": f"{one:x}@example.com", "password": "a guess like any other"}))))
        return Target(self.port, lines, name="guesses", is_in_order=True)

    def _owner(self, device: str, waits: list[float]) -> None:
        """Signs in again and again, from a browser that is known."""
        password = self.measurement.catalogue["password"]
        while time.monotonic() < self.ends:
            cookies, token = self._form()
            form = urlencode({"csrf": token, "email": EMAIL, "password": password})
            begun = time.monotonic()
            while True:
                status, _, _ = fetch(self.port, "/sign-in", method="POST", body=form, headers={
                    "Content-Type": "application/x-www-form-urlencoded", "Cookie": f"{cookies}; {device}",
                    "Sec-Fetch-Site": "same-origin", "X-Forwarded-For": "192.0.2.7"})
                if status in (302, 303) or time.monotonic() - begun > 30:
                    break
            waits.append(time.monotonic() - begun)
            time.sleep(1)


def section(numbers: dict) -> list[str]:
    idle, flooded, waits = numbers["idle"], numbers["flooded"], numbers["waits"]
    ratio = flooded["p95"] / max(0.001, idle["p95"])
    reached = ratio <= MOST_RATIO and max(waits) <= MOST_WAIT and flooded["errors"] == 0
    tried = sum(numbers["answers"].values())
    kinds = ", ".join(f"{number(count)} × {status}" for status, count in sorted(numbers["answers"].items()))
    return [
        "## A flood of sign-ins", "",
        f"{number(SESSIONS)} sessions of people, each with its own connection, {READS} dashboards a second for {SECONDS} s; first "
        f"alone, then while {RATE} passwords a second are tried, each from another network at another address. Meanwhile "
        f"somebody signs in with the right password from a browser that is known. Bar: p95 of the dashboard at most "
        f"{MOST_RATIO} times what it is alone, nobody waits longer than {MOST_WAIT:.0f} s to sign in: {verdict(reached)}.", "",
        *table(["", "p50 ms", "p95 ms", "p99 ms", "errors"], [
            ["alone", number(idle["p50"]), number(idle["p95"]), number(idle["p99"]), str(idle["errors"])],
            ["flooded", number(flooded["p50"]), number(flooded["p95"]), number(flooded["p99"]),
             str(flooded["errors"])]]),
        f"p95 × {ratio:.2f}. {number(tried)} tries: {kinds} (401 was checked, 429 turned away). {len(waits)} sign-ins of "
        f"the known browser, median {statistics.median(waits):.2f} s, longest {max(waits):.2f} s. "
        f"{number(numbers['megabytes'])} MB resident.", ""]
