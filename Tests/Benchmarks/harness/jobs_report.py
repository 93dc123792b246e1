"""The section on jobs in docs/benchmarks.md."""

import statistics

from .words import number, spread, table, verdict

SIDES = {
    "single": "product, each end in the transaction of its effects", "batched": "product, ends in batches",
    "plain_single": "plain queue, one by one", "plain_batched": "plain queue, in batches",
    "procrastinate": "Procrastinate"}
HELD = {"batched": SIDES["batched"], "single": SIDES["single"], "half": "product, ends in batches, at half of that load",
        "plain_single": SIDES["plain_single"], "plain_batched": SIDES["plain_batched"]}


def section(numbers: dict) -> list[str]:
    bars: list[list[str]] = []
    lines = [
        "## Jobs", "",
        "`JobBench` (Tests/JobBench) runs the product's own workers and housekeeping in a database of its own, with "
        "row-level security and every acknowledged end on disk (synchronous_commit on). The plain queue is the design "
        "most queues in PostgreSQL have: one table, a state updated in place, `UPDATE … FOR UPDATE SKIP LOCKED`, over "
        "the same client; it knows no companies, limits, leases or schedules. Procrastinate runs as its documentation "
        "has it. Graphile Worker and pg-boss are not measured: they need Node.", ""]
    for name, part in (
            ("drain", _drain), ("enqueue", _enqueue), ("pick_up", _pick_up), ("fairness", _fairness),
            ("notify", _notify), ("idle", _idle), ("claim", _claim)):
        if name in numbers:
            lines += part(numbers[name], bars)
    held = {name: numbers[f"snapshot_{name}"] for name in HELD if f"snapshot_{name}" in numbers}
    if "batched" in held and "single" in held:
        lines += _snapshot(held, bars)
    return lines + table(["bar", "measured", ""], bars)


def _rates(runs: list[dict], key: str = "rate") -> list[float]:
    return [run[key] for run in runs]


def _bar(bars: list, words: str, measured: str, is_reached: bool) -> None:
    bars.append([words, measured, verdict(is_reached)])


def _drain(numbers: dict, bars: list) -> list[str]:
    for name, least, words in (("single", 3_000, "each acknowledged by itself"), ("batched", 10_000, "in batches")):
        rates = _rates(numbers[name])
        _bar(bars, f"≥ {number(least)} jobs/s that do nothing, {words}", spread(rates),
             statistics.median(rates) >= least)
    rows = [[title, number(numbers[name][0]["jobs"]), spread(_rates(numbers[name])),
             spread(_rates(numbers[name], "enqueueRate"))] for name, title in SIDES.items() if numbers.get(name)]
    plain = statistics.median(_rates(numbers["plain_batched"]))
    return [
        "Jobs that do nothing, of four companies in turn, enqueued beforehand and then worked off: from starting the "
        "workers until the last end is acknowledged. The plain queue works with 8 loops of one job, or 2 of 256; "
        "Procrastinate with 32 jobs at once. \"Enqueued\" is what filling the queue took, in batches, over one "
        "connection.", "",
        *table(["", "jobs", "jobs/s", "enqueued/s"], rows),
        f"In batches the product does {statistics.median(_rates(numbers['batched'])) / plain:.2f} of what the plain "
        "queue does, which writes one row where the product writes five.", ""]


def _enqueue(numbers: dict, bars: list) -> list[str]:
    arrays, copied = _rates(numbers["arrays"]), _rates(numbers["copy"])
    _bar(bars, "≥ 150 000 jobs/s enqueued by COPY", f"{spread(arrays)}, by arrays; COPY itself {spread(copied)}",
         statistics.median(arrays) >= 150_000)
    return [
        "Bulk enqueueing: two companies at once, 5 000 jobs per transaction. PostgreSQL refuses COPY FROM into tables "
        "under row-level security, so the product enqueues by arrays. Beside it COPY into the same tables with the "
        "same indexes and no walls: what arrays could gain at most.", ""]


def _pick_up(runs: list[dict], bars: list) -> list[str]:
    p50, p99 = ([run[name] for run in runs] for name in ("p50", "p99"))
    _bar(bars, "pick-up p50 ≤ 8 ms, p99 ≤ 40 ms at 100 jobs/s", f"p50 {spread(p50)}, p99 {spread(p99)} ms",
         statistics.median(p50) <= 8 and statistics.median(p99) <= 40)
    return ["Pick-up: jobs come at random moments, 100 per second for 30 s, over other connections; from sending the "
            "COMMIT that makes a job to the start of its handler, in a worker as it is by default.", ""]


def _fairness(found: dict, bars: list) -> list[str]:
    waits = found["waits"]
    _bar(bars, "company B's one job starts ≤ 1 s (p99) while A holds 100 000",
         f"p50 {number(waits['p50'])}, p99 {number(waits['p99'])}, longest {number(waits['most'])} ms of "
         f"{waits['count']}", waits["p99"] <= 1_000)
    return ["Fairness: company A has 100 000 ready jobs of 20 ms, a worker of 64 places works on them, and company B "
            f"adds one job at a time; {number(found['leftOfTheOther'])} of A's were left at the end.", ""]


def _notify(found: dict, bars: list) -> list[str]:
    _bar(bars, "NOTIFY at most once per batch",
         f"{found['notifications']} for {number(found['jobs'])} jobs in {found['batches']} batches",
         found["notifications"] <= found["batches"])
    return []


def _idle(found: dict, bars: list) -> list[str]:
    _bar(bars, "idle worker ≤ 1 % processor, ≤ 5 queries/s",
         f"{found['processorShare'] * 100:.2f} %, {found['statementsPerSecond']:.1f} statements/s (the database: "
         f"{found['database_cpu_seconds'] / (found['seconds'] + 4) * 100:.2f} % beside it)",
         found["processorShare"] <= 0.01 and found["statementsPerSecond"] <= 5)
    return ["Idle: a process with a worker and the housekeeping, no jobs, 30 s; statements as its own metrics count "
            "them.", ""]


def _claim(numbers: dict, bars: list) -> list[str]:
    empty, full = ([run["p50"] for run in numbers[name]] for name in ("empty", "full"))
    ratio = statistics.median(full) / statistics.median(empty)
    _bar(bars, "1 000 000 ended jobs change the time of a claim by ≤ 10 %",
         f"p50 {spread(empty)} ms without, {spread(full)} ms with: {(ratio - 1) * 100:+.0f} %", ratio <= 1.1)
    many = numbers["many"]
    return ["Claims of ten jobs of four companies, 300 in a run, in turn in a queue without and with a million ended "
            f"jobs. With 1 000 companies that all have ready jobs a claim of 64 takes {number(many['p50'])} ms (p50), "
            f"{number(many['p99'])} ms (p99).", ""]


def _snapshot(numbers: dict, bars: list) -> list[str]:
    rows = []
    for name, title in HELD.items():
        if name not in numbers:
            continue
        one = _held(numbers[name])
        rows.append([title, number(one["before"]), *(number(rate) for rate in one["curve"]),
                     f"{one['share'] * 100:.0f} % / {one['last'] * 100:.0f} %",
                     f"{number(one['read_before'])} / {number(one['read_held'])}",
                     "–" if one["recovery"] is None else f"{one['recovery']} s"])
    own, half = _held(numbers["batched"]), _held(numbers.get("half", numbers["batched"]))
    single = _held(numbers["single"])
    held = numbers["batched"]["held"]
    worst = min(own["share"], single["share"])
    _bar(bars, f"≥ 70 % of the throughput under a snapshot held for {held} s",
         f"{own['share'] * 100:.0f} % in batches, {single['share'] * 100:.0f} % one by one", worst >= 0.7)
    more = half["read_held"] / half["read_before"] - 1
    _bar(bars, "a bystander's p95 ≤ +20 %",
         f"{more * 100:+.0f} % ({number(half['read_before'])} → {number(half['read_held'])} ms) at half load, "
         f"{(own['read_held'] / own['read_before'] - 1) * 100:+.0f} % at full", more <= 0.2)
    recoveries = [one["recovery"] for one in (own, single)]
    _bar(bars, "recovered ≤ 30 s after release",
         " and ".join("not" if one is None else f"{one} s" for one in recoveries),
         all(one is not None and one <= 30 for one in recoveries))
    quarters = ", ".join(f"{name} of {held} s" for name in ("first", "second", "third", "last quarter"))
    return [
        f"A held snapshot: jobs are offered as fast as they are done while another session holds a snapshot for {held} s. "
        f"Jobs/s before, then in the {quarters}; what is kept over all of it and in its last ten seconds; the p95 in "
        "ms of a bystander who reads an index of another table 50 times a second, before and while it is held; and how "
        "soon after the release 95 % of the throughput before are there again.", "",
        *table(["", "before", "1st", "2nd", "3rd", "4th", "kept / at the end", "bystander p95", "recovery"], rows)]


def _held(found: dict) -> dict:
    jobs, before, held = found["jobs"], found["before"], found["held"]
    usual = statistics.mean(jobs[:before])
    under = jobs[before:before + held]
    quarter = max(1, held // 4)
    after = jobs[before + held:]
    # Five seconds together, so that one lucky second counts for nothing.
    recovery = next((second + 5 for second in range(len(after) - 4)
                     if statistics.mean(after[second:second + 5]) >= 0.95 * usual), None)
    reads = found["reads"]
    return {
        "before": usual, "curve": [statistics.mean(under[n * quarter:(n + 1) * quarter]) for n in range(4)],
        "share": statistics.mean(under) / usual, "last": statistics.mean(under[-10:]) / usual, "recovery": recovery,
        "read_before": statistics.median(one["p95"] for one in reads[:before // 10]),
        "read_held": statistics.median(one["p95"] for one in reads[before // 10:(before + held) // 10])}
