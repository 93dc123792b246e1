"""Invented series to forecast, each with its end held back: seeded, no real thing. Shaped like those of the M4 competition (level,
trend that fades, season, shocks that stay, noise, now and then an outlier or a step) and like sales that happen now and then."""

import math
import random
from dataclasses import dataclass
from datetime import date, timedelta

from .accuracy import Held

FIRST = date(2024, 1, 1)


@dataclass(frozen=True)
class Kind:
    """`season` is what both sides are told; `wave` the period the values have."""
    name: str
    title: str
    known: int
    horizon: int
    season: int
    wave: int
    days: int
    demand: bool = False


KINDS = (
    Kind("daily", "daily sales", 180, 30, 7, 7, 1),
    Kind("weekly", "weekly", 156, 13, 1, 52, 7),
    Kind("monthly", "monthly", 120, 18, 12, 12, 30),
    Kind("intermittent", "daily, sold now and then", 180, 30, 7, 7, 1, demand=True))


def day(kind: Kind, place: int) -> str:
    if kind.days == 30:
        return date(FIRST.year + place // 12, place % 12 + 1, 1).isoformat()
    return (FIRST + timedelta(days=kind.days * place)).isoformat()


def make(kind: Kind, count: int, seed: int) -> dict[str, Held]:
    return dict(stream(kind, count, seed))


def stream(kind: Kind, count: int, seed: int):
    """Names and series, one after the other: tens of thousands of them need not be held at once."""
    draw = random.Random(f"{seed} {kind.name}")
    for number in range(count):
        values = (_demand if kind.demand else _sales)(kind, draw)
        yield f"{kind.name}-{number:05d}", Held(values[:kind.known], values[kind.known:])


def _wave(kind: Kind, draw: random.Random, strength: float) -> list[float]:
    """Factors around one: smooth over a year, any over a week."""
    if kind.wave > 7:
        turn, second = draw.uniform(0, 1), draw.uniform(0, 1)
        return [math.exp(strength * (math.sin(2 * math.pi * (place / kind.wave + turn))
                                     + 0.4 * math.sin(4 * math.pi * (place / kind.wave + second))))
                for place in range(kind.wave)]
    return [math.exp(draw.gauss(0, strength)) for _ in range(kind.wave)]


def _sales(kind: Kind, draw: random.Random) -> list[float]:
    level = math.exp(draw.gauss(4.5, 1.2))
    # A third has no season, a third no trend.
    wave = _wave(kind, draw, draw.choice((0, draw.uniform(0.05, 0.2), draw.uniform(0.2, 0.5))))
    trend, damping = draw.choice((0, 1, 1)) * draw.gauss(0, 0.4 / kind.known), draw.uniform(0.97, 1)
    drift, noise = draw.uniform(0.002, 0.03), draw.uniform(0.03, 0.25)
    step_at = draw.randrange(kind.known) if draw.random() < 0.1 else -1
    is_count = kind.wave == 7
    values, log_level, error = [], math.log(level), 0.0
    for place in range(kind.known + kind.horizon):
        log_level += trend + draw.gauss(0, drift)
        trend *= damping
        if place == step_at:
            log_level += draw.gauss(0, 0.4)
        error = 0.3 * error + draw.gauss(0, noise)
        value = math.exp(log_level + error) * wave[place % kind.wave]
        if draw.random() < 0.005:
            value *= draw.choice((0.3, 2.5))
        values.append(float(round(value)) if is_count else round(value, 2))
    return values


def _demand(kind: Kind, draw: random.Random) -> list[float]:
    """Most days nothing, else a few pieces; both may slowly change."""
    chance, size, change = draw.uniform(0.05, 0.4), draw.uniform(1, 6), draw.gauss(0, 0.002)
    wave = _wave(kind, draw, 0.3)
    values = []
    for place in range(kind.known + kind.horizon):
        now = min(0.95, chance * math.exp(change * place) * wave[place % kind.wave])
        pieces = 1 + int(draw.expovariate(1 / size)) if draw.random() < now else 0
        values.append(float(pieces))
    return values
