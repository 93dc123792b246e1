"""Numbers, dates and small pictures as the product's pages show them."""

from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from math import floor, isfinite, isnan

from markupsafe import Markup, escape

MINUS, GROUP, SPACE = "\u2212", "\u202f", "\u00a0"
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
MINOR_DIGITS = {"JPY": 0, "KWD": 3}
TIERS = {"viral": "Viral", "trending": "Trending", "emerging": "Emerging", "stable": "Stable", "declining": "Declining"}
PRICE_KINDS = {
    "retail": "retail", "wholesale_bottle": "wholesale, per bottle", "wholesale_case": "wholesale, per case",
    "maximum_retail": "maximum retail", "unknown": "kind not stated"}
STALE_AFTER_DAYS = 35


def rounded(number: float) -> int:
    """Halves away from zero."""
    return floor(number + 0.5) if number >= 0 else -floor(-number + 0.5)


def whole(number: int) -> str:
    text = f"{abs(number):,}".replace(",", GROUP)
    return MINUS + text if number < 0 else text


def fixed(units: int, digits: int) -> str:
    if digits == 0:
        return whole(units)
    before, after = divmod(abs(units), 10**digits)
    return f"{MINUS if units < 0 else ''}{whole(before)}.{after:0{digits}d}"


def decimal(number: float, digits: int = 1) -> str:
    if not isfinite(number):
        return "–"
    units = rounded(abs(number) * 10**digits)
    text = fixed(units, digits)
    return MINUS + text if number < 0 and units else text


def signed(number: float, digits: int = 1) -> str:
    text = decimal(number, digits)
    return "+" + text if number > 0 and rounded(number * 10**digits) else text


def percent(share: float) -> str:
    return decimal(share * 100, 0) + "%"


def size(millilitres: int | None) -> str | None:
    if not millilitres or millilitres <= 0:
        return None
    if millilitres < 1000:
        return f"{millilitres}{SPACE}ml"
    return fixed(millilitres, 3).rstrip("0").rstrip(".") + SPACE + "l"


def strength(basis_points: int | None) -> str | None:
    if basis_points is None:
        return None
    return fixed(basis_points, 2).rstrip("0").rstrip(".") + "% ABV"


@lru_cache(maxsize=4096)
def short_day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


@lru_cache(maxsize=4096)
def long_day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def counted(number: int, one: str) -> str:
    return f"{whole(number)} {one}" if number == 1 else f"{whole(number)} {one}s"


def day_age(day: date, today: date) -> str:
    days = (today - day).days
    return "today" if days <= 0 else counted(days, "day") + " ago"


def moment_age(moment: datetime, now: datetime) -> str:
    minutes = max(0, int((now - moment).total_seconds())) // 60
    if minutes == 0:
        return "just now"
    if minutes < 60:
        return counted(minutes, "minute") + " ago"
    if minutes < 2880:
        return counted(minutes // 60, "hour") + " ago"
    return counted(minutes // 1440, "day") + " ago"


def change(value: float, amount: str) -> dict:
    if value > 0:
        return {"code": "up", "arrow": "▲", "spoken": "up", "amount": amount}
    if value < 0:
        return {"code": "down", "arrow": "▼", "spoken": "down", "amount": amount}
    return {"code": "level", "arrow": "■", "spoken": "unchanged", "amount": amount}


def points_change(points: float | None) -> dict | None:
    return None if points is None else change(rounded(points * 10), signed(points))


def price(minor: int | None, currency: str | None, kind: str | None = None) -> dict | None:
    if minor is None or currency is None:
        return None
    return {
        "amount": fixed(minor, MINOR_DIGITS.get(currency, 2)), "currency": currency,
        "kind": PRICE_KINDS.get(kind, "kind not stated") if kind is not None else None}


def _glyph(path: str) -> Markup:
    return Markup(
        f'<svg class="glyph" viewBox="0 0 12 12" aria-hidden="true"><path d="{path}" fill-rule="evenodd"/></svg>')


GLYPHS = {
    "viral": _glyph("M6 0 12 6 6 12 0 6Z"), "trending": _glyph("M6 1 12 11H0Z"),
    "emerging": _glyph("M6 1a5 5 0 0 1 0 10Z M6 1a5 5 0 0 0 0 10V9.8a3.8 3.8 0 0 1 0-7.6Z"),
    "stable": _glyph("M1 4h10v4H1Z"), "declining": _glyph("M6 11 0 1H12Z M6 8.4 9.6 2.4H2.4Z")}


def tier(code: str | None) -> dict | None:
    return {"code": code, "word": TIERS[code], "glyph": GLYPHS[code]} if code in TIERS else None


def bar(value: float, width: int) -> Markup:
    filled = rounded(min(max(value, 0), 100) / 100 * width) if isfinite(value) else 0
    return Markup(
        f'<svg class="bar" viewBox="0 0 {width} 4" width="{width}" height="4" aria-hidden="true">'
        f'<path class="track" d="M0 0H{width}V4H0Z"/><path class="fill" d="M0 0H{filled}V4H0Z"/></svg>')


def sparkline(scores: list[float]) -> Markup | None:
    """The course of a score, with gaps for weeks without one and a dot at the end."""
    known = [min(max(score, 0), 100) for score in scores if not isnan(score)]
    if len(known) < 2:
        return None
    low, high = min(known), max(known)
    middle, span, last = (low + high) / 2, max(high - low, 20.0), max(len(scores) - 1, 1)
    path, is_pen, x, y = [], False, 0, 0
    for index, score in enumerate(scores):
        if isnan(score):
            is_pen = False
            continue
        x = 3 + index * 82 // last
        y = 3 + int((0.5 - (min(max(score, 0), 100) - middle) / span) * 18)
        path.append(f" {x} {y}" if is_pen else f"M{x} {y}")
        is_pen = True
    return Markup(
        f'<svg class="spark" viewBox="0 0 88 24" role="img" aria-label="From {decimal(known[0], 0)} to '
        f'{decimal(known[-1], 0)}"><path d="{"".join(path)}"/><circle cx="{x}" cy="{y}" r="2"/></svg>')


def today() -> date:
    return datetime.now(timezone.utc).date()


def days_before(day: date, days: int) -> date:
    return day - timedelta(days=days)


__all__ = [name for name in dir() if not name.startswith("_")]
