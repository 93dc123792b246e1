"""The step chart of a product's prices and stock, drawn as the product draws it."""

from dataclasses import dataclass, field
from datetime import date
from math import ceil, floor, isfinite

from markupsafe import Markup, escape

from formatting import MINOR_DIGITS, PRICE_KINDS, SPACE, counted, fixed, long_day, percent, rounded, whole

GAP_DAYS, MOST_LINES, MOST_SERIES = 15, 6, 8


@dataclass
class Series:
    label: str
    link: str
    currency: str | None
    digits: int
    spans: list[tuple[date, date, int]]
    kind: str = "unknown"
    events: list[tuple[date, str]] = field(default_factory=list)


@dataclass
class Frame:
    width: int
    height: int
    left: int
    top: int
    right: int
    bottom: int


FRAMES = {"wide": Frame(820, 280, 52, 14, 640, 248), "narrow": Frame(360, 260, 44, 14, 250, 228)}


def spans_of(points: list[tuple[date, int]]) -> list[tuple[date, date, int]]:
    """Equal neighbours joined."""
    spans: list[tuple[date, date, int]] = []
    for day, value in points:
        if spans and spans[-1][2] == value:
            spans[-1] = (spans[-1][0], day, value)
        else:
            spans.append((day, day, value))
    return spans


class Scale:
    def __init__(self, first: date, last: date, low: int, high: int, from_zero: bool, plot: Frame):
        self.plot, self.first, self.days = plot, first, max((last - first).days, 1)
        bottom = min(low, 0) if from_zero else low
        step = self._step(max(high - bottom, abs(high) * 0.08, 1))
        padding = 0 if from_zero else step * 0.15
        self.low = max(floor((bottom - padding) / step) * step, float("-inf") if bottom < 0 else 0)
        self.high = max(ceil((high + padding) / step) * step, self.low + step)
        self.ticks, value = [], self.low
        while value <= self.high + step / 2 and len(self.ticks) < 12:
            self.ticks.append(rounded(value))
            value += step

    @staticmethod
    def _step(span: float) -> float:
        power = 1.0
        while power * 40 < span and power < 1e18:
            power *= 10
        for choice in (1.0, 2, 2.5, 5, 10, 20, 25, 50):
            step = choice * power
            if step == round(step) and span / step <= 4:
                return step
        return span

    def x(self, day: date) -> int:
        share = (day - self.first).days / self.days
        return self.plot.left + rounded(min(max(share, 0), 1) * (self.plot.right - self.plot.left))

    def y(self, value: int) -> int:
        share = (value - self.low) / (self.high - self.low)
        if not isfinite(share):
            return self.plot.bottom
        return self.plot.bottom - rounded(min(max(share, 0), 1) * (self.plot.bottom - self.plot.top))


def _spread(places: list[int], apart: int, low: int, high: int) -> list[int]:
    order = sorted(range(len(places)), key=lambda index: (places[index], index))
    placed, least, most = list(places), low, high
    for index in order:
        placed[index] = max(places[index], least)
        least = placed[index] + apart
    for index in reversed(order):
        placed[index] = min(placed[index], most)
        most = placed[index] - apart
    return placed


def _draw(name: str, lines: list[Series], scale: Scale, last: date, title: str) -> Markup:
    plot, out = FRAMES[name], []
    out.append(f'<svg class="chart {name}" viewBox="0 0 {plot.width} {plot.height}" role="group" '
               f'aria-label="{escape(title)}">')
    digits = lines[0].digits
    unit = 10**digits
    are_whole = digits > 0 and all(tick % unit == 0 for tick in scale.ticks)
    for tick in scale.ticks:
        y = scale.y(tick)
        shown = whole(tick // unit) if are_whole else fixed(tick, digits)
        out.append(f'<path class="grid" d="M{plot.left} {y}H{plot.right}"/>'
                   f'<text class="axis" x="{plot.left - 8}" y="{y + 4}" text-anchor="end">{shown}</text>')
    y = plot.bottom + 20
    out.append(f'<text class="axis" x="{plot.left}" y="{y}">{long_day(scale.first)}</text>'
               f'<text class="axis" x="{plot.right}" y="{y}" text-anchor="end">{long_day(last)}</text>')
    for index in range(len(lines) - 1, -1, -1):
        path, before = [], None
        for start, end, value in lines[index].spans:
            x, y = scale.x(start), scale.y(value)
            joined = before is not None and (start - before).days <= GAP_DAYS
            path.append(f"H{x}V{y}" if joined else f"M{x} {y}")
            path.append(f"H{max(scale.x(end), x + 2)}")
            before = end
        out.append(f'<path class="{"line first" if index == 0 else "line"}" d="{"".join(path)}"/>')
    for line in lines:
        link = escape(line.link)
        for day, words in line.events:
            value = next((span[2] for span in reversed(line.spans) if span[0] <= day), None)
            if value is None:
                continue
            words = escape(words)
            out.append(f'<a href="{link}" class="mark" aria-label="{words}"><title>{words}</title>'
                       f'<circle cx="{scale.x(day)}" cy="{scale.y(value)}" r="4"/></a>')
    room = (plot.width - plot.right - 14) * 10 // 74
    ends = [scale.y(line.spans[-1][2]) for line in lines]
    for index, y in enumerate(_spread(ends, 32, plot.top + 4, plot.bottom - 14)):
        line = lines[index]
        label = line.label if len(line.label) <= room else line.label[: max(room - 1, 1)] + "…"
        out.append(f'<a href="{escape(line.link)}" class="{"label first" if index == 0 else "label"}">'
                   f'<text x="{plot.right + 10}" y="{y + 1}">{escape(label)}</text>'
                   f'<text class="value" x="{plot.right + 10}" y="{y + 14}">{fixed(line.spans[-1][2], line.digits)}'
                   '</text></a>')
    out.append("</svg>")
    return Markup("".join(out))


def figure(lines: list[Series], title: str, subtitle: str, from_zero: bool) -> dict | None:
    spans = [span for line in lines for span in line.spans]
    if not spans:
        return None
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    low, high = min(span[2] for span in spans), max(span[2] for span in spans)
    drawn = lines[:MOST_LINES]
    pictures = {
        name: _draw(name, drawn, Scale(first, last, low, high, from_zero, plot), last, title)
        for name, plot in FRAMES.items()}
    return {
        "title": title, "subtitle": subtitle, **pictures,
        "source": f"From {counted(len(lines), 'listing')}, {long_day(first)} to {long_day(last)}. "
                  "A gap in a line means that the listing was not seen.",
        "rows": [(line.label, long_day(start), long_day(end), fixed(value, line.digits))
                 for line in lines for start, end, value in reversed(line.spans)]}


def price_figures(series: list[Series]) -> list[dict]:
    figures = []
    groups = dict.fromkeys((line.kind, line.currency) for line in series)
    for kind, currency in sorted(groups, key=lambda group: list(PRICE_KINDS).index(group[0])):
        lines = sorted((line for line in series if (line.kind, line.currency) == (kind, currency)),
                       key=lambda line: (line.spans[-1][2], line.label))
        subtitle = f"Price in {currency}, {PRICE_KINDS[kind]}"
        figures.append(figure(lines, _price_title(lines, currency), subtitle, False))
    return [one for one in figures if one]


def _price_title(lines: list[Series], currency: str) -> str:
    line = lines[0]
    start, then, now = line.spans[0][0], line.spans[0][2], line.spans[-1][2]
    place = f"{line.label}: {fixed(now, line.digits)}{SPACE}{currency}"
    if len(lines) > 1:
        place = "Lowest at " + place
    moved = now / then - 1 if then > 0 else 0
    if moved == 0:
        return f"{place}, the same as on {long_day(start)}"
    return f"{place}, {percent(abs(moved))} {'below' if moved < 0 else 'above'} {long_day(start)}"


def stock_figure(series: list[Series]) -> dict | None:
    lines = sorted(series, key=lambda line: (-line.spans[-1][2], line.label))
    total = sum(line.spans[-1][2] for line in lines)
    return figure(lines, f"{whole(total)} units in stock", "Stock in units", True)


def price_events(label: str, digits: int, points: list[tuple[date, int]]) -> list[tuple[date, str]]:
    """Days on which the price was at least five percent below the one before."""
    return [(day, f"{label}: price cut to {fixed(now, digits)} on {long_day(day)}")
            for (_, before), (day, now) in zip(points, points[1:]) if now <= before * 0.95]


def minor_digits(currency: str) -> int:
    return MINOR_DIGITS.get(currency, 2)
