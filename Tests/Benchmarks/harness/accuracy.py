"""How right forecasts are, the same for every side: metrics as the M4 competition defines them, from paths and bounds alone."""

import math
from dataclasses import dataclass, field

LEVELS = (80, 95)


@dataclass(frozen=True)
class Held:
    """A series whose end is held back. Values that are not known are NaN."""
    known: list[float]
    actual: list[float]


@dataclass(frozen=True)
class Forecast:
    path: list[float]
    # level in percent -> (lower bounds, upper bounds)
    bounds: dict[int, tuple[list[float], list[float]]] = field(default_factory=dict)


def mean(values) -> float | None:
    values = [value for value in values if value is not None]
    return sum(values) / len(values) if values else None


def bridged(values: list[float]) -> list[float]:
    """Without gaps: the value a step before, the first known one at the beginning."""
    filled, last = [], next((value for value in values if not math.isnan(value)), 0.0)
    for value in values:
        last = last if math.isnan(value) else value
        filled.append(last)
    return filled


def pairs(held: Held, forecast: Forecast) -> list[tuple[float, float]]:
    return [(actual, said) for actual, said in zip(held.actual, forecast.path, strict=True) if not math.isnan(actual)]


def smape(held: Held, forecast: Forecast) -> float | None:
    return mean(200 * abs(a - f) / (abs(a) + abs(f)) if a or f else 0.0 for a, f in pairs(held, forecast))


def _scale(known: list[float], lag: int, power: int) -> float | None:
    """The mean of what the value `lag` steps before got wrong inside the training part; None where it was never wrong."""
    wrong = mean(abs(now - before) ** power for now, before in zip(known[lag:], known)
                 if not math.isnan(now) and not math.isnan(before))
    return wrong or None


def mase(held: Held, forecast: Forecast, season: int) -> float | None:
    scale, error = _scale(held.known, season, 1), mean(abs(a - f) for a, f in pairs(held, forecast))
    return error / scale if scale and error is not None else None


def rmsse(held: Held, forecast: Forecast) -> float | None:
    scale, error = _scale(held.known, 1, 2), mean((a - f) ** 2 for a, f in pairs(held, forecast))
    return math.sqrt(error / scale) if scale and error is not None else None


def direction(held: Held, forecast: Forecast) -> bool | None:
    """Whether the forecast lies on the side of the last stretch of the same length on which the truth came to lie."""
    recent = mean(value for value in held.known[-len(held.actual):] if not math.isnan(value))
    came, said = mean(a for a, _ in pairs(held, forecast)), mean(forecast.path)
    if recent is None or came is None or came == recent:
        return None
    return (came > recent and said > recent) or (came < recent and said < recent)


def naive2(known: list[float], season: int, horizon: int) -> list[float]:
    """The last observation with the season put back where the series has one (M4: a 90 % test of its autocorrelation)."""
    values = bridged(known)
    indices = _indices(values, season) if _is_seasonal(values, season) else [1.0] * season
    last = values[-1] / indices[(len(values) - 1) % season]
    return [last * indices[(len(values) + ahead) % season] for ahead in range(horizon)]


def _is_seasonal(values: list[float], season: int) -> bool:
    count = len(values)
    if season < 2 or count < 3 * season:
        return False
    centre = sum(values) / count
    away = [value - centre for value in values]
    below = sum(one * one for one in away)
    if below <= 0:
        return False

    def correlation(lag: int) -> float:
        return sum(now * before for now, before in zip(away[lag:], away)) / below

    squares = sum(correlation(lag) ** 2 for lag in range(1, season))
    return abs(correlation(season)) > 1.645 * math.sqrt((1 + 2 * squares) / count)


def _indices(values: list[float], season: int) -> list[float]:
    """Classical multiplicative decomposition; all ones where an index would not be positive."""
    count, half = len(values), season // 2
    ratios: list[list[float]] = [[] for _ in range(season)]
    for place in range(half, count - half):
        window = values[place - half:place + half + 1]
        level = sum(window) / season if season % 2 else (sum(window) - (window[0] + window[-1]) / 2) / season
        if level > 0:
            ratios[place % season].append(values[place] / level)
    if not all(ratios):
        return [1.0] * season
    indices = [sum(one) / len(one) for one in ratios]
    centre = sum(indices) / season
    return [one / centre for one in indices] if min(indices) > 0 else [1.0] * season


def figures(held: dict[str, Held], forecasts: dict[str, Forecast], season: int) -> dict:
    """All figures of a set. Series that nothing was forecast for are an error of whoever forecast.

    OWA is left out where series are mostly zero: relative to Naive2 such a series rewards forecasting nothing."""
    if set(held) - set(forecasts):
        raise RuntimeError(f"{len(set(held) - set(forecasts))} of {len(held)} series were not forecast")
    naive = {name: Forecast(naive2(one.known, season, len(one.actual))) for name, one in held.items()}

    def every(metric, of: dict[str, Forecast]) -> float | None:
        return mean(metric(one, of[name]) for name, one in held.items())

    def scaled(one: Held, forecast: Forecast) -> float | None:
        return mase(one, forecast, season)

    answer = {"series": len(held), "smape": every(smape, forecasts), "mase": every(scaled, forecasts),
              "rmsse": every(rmsse, forecasts)}
    zeros = mean(float(value == 0) for one in held.values() for value in one.known if not math.isnan(value))
    bases = every(smape, naive), every(scaled, naive)
    answer["owa"] = None
    if all(bases) and (zeros or 0) < 0.3:
        answer["owa"] = (answer["smape"] / bases[0] + answer["mase"] / bases[1]) / 2
    said = [pair for name, one in held.items() for pair in pairs(one, forecasts[name])]
    whole = sum(abs(a) for a, _ in said)
    answer["wape"] = 100 * sum(abs(a - f) for a, f in said) / whole if whole else None
    right = [found for name, one in held.items() if (found := direction(one, forecasts[name])) is not None]
    answer["direction"] = 100 * sum(right) / len(right) if right else None
    for level in LEVELS:
        inside = [low <= a <= high for name, one in held.items() if level in forecasts[name].bounds
                  for a, low, high in zip(one.actual, *forecasts[name].bounds[level]) if not math.isnan(a)]
        answer[f"inside{level}"] = 100 * sum(inside) / len(inside) if inside else None
    return answer
