"""What the templates are given. Plain dictionaries, as a FastAPI service would make them."""

import base64
import struct
from datetime import datetime, timezone
from uuid import UUID

import charts
from formatting import (
    STALE_AFTER_DAYS, bar, change, counted, day_age, days_before, decimal, fixed, long_day, moment_age, percent,
    points_change, price, rounded, short_day, signed, size, sparkline, strength, tier, today, whole)

COMPONENTS = ("Media", "Retail", "Price", "Stock", "Search")
RULES = {"gtin": "same GTIN", "name_and_size": "brand, name and size", "new": "first listing of this product"}
ZONE = timezone.utc


def frame(sources: list, fixed_parts: dict) -> dict:
    """What is around every page."""
    read = [row["last_imported_at"] for row in sources if row["last_imported_at"]]
    day = today()
    stale = sum(1 for row in sources if is_stale(row, day))
    return fixed_parts | {
        "freshness": f"Newest list read {moment_age(max(read), datetime.now(ZONE))}" if read else None,
        "stale": counted(stale, "source") + (" is overdue" if stale == 1 else " are overdue") if stale else None}


def is_stale(source, day) -> bool:
    return source["last_listed_on"] is None or (day - source["last_listed_on"]).days > STALE_AFTER_DAYS


def cursor(row, position: int) -> str:
    score = -1.0 if row["score"] is None else row["score"]
    bits = struct.unpack(">Q", struct.pack(">d", score))[0]
    plain = "\x1f".join(["a", str(position), str(row["product_id"]).upper(), "n", f"{bits:x}"])
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def trend_row(row, labels: dict) -> dict:
    details = [size(row["volume_ml"]), row["brand_name"], labels.get(row["category"])]
    return {
        "link": f"/trends/{row['product_id']}", "name": row["product_name"],
        "details": " · ".join(filter(None, details)),
        "score": None if row["score"] is None else decimal(row["score"], 0), "tier": tier(row["tier"]),
        "momentum": points_change(row["momentum"]),
        "components": [
            (name, None if value is None else decimal(value, 0), None if value is None else bar(value, 40))
            for name, value in (("Retail", row["retail"]), ("Price", row["price"]), ("Stock", row["inventory"]))],
        "sources": whole(row["sources"]),
        "price": price(row["best_price_minor"], row["best_currency"], row["best_price_kind"] or "unknown"),
        "sparkline": sparkline(row["weekly_scores"])}


def trends(rows: list, total: int, summary, sources: list, categories: list, around: dict) -> dict:
    shown = rows[:50]
    wanted = set()
    for code in summary["categories"] if summary else ():
        while code and code not in wanted:
            wanted.add(code)
            code = code.rpartition(".")[0]
    labels = {row["category"]: row["label"] for row in categories}
    return around | {
        "title": f"{counted(total, 'product')}, highest score first",
        "categories": [(row["category"], row["label"]) for row in categories if row["category"] in wanted],
        "choices": [(row["slug"], row["title"]) for row in sources],
        "rows": [trend_row(row, labels) for row in shown],
        "showing": f"Showing 1–{whole(len(shown))} of {whole(total)}",
        "next": f"/trends?cursor={cursor(shown[-1], len(shown) + 1)}" if len(rows) > 50 else None}


def mover(row) -> dict:
    moved = [(name, row[key]) for name, key in (("retail", "retail"), ("price", "price"), ("stock", "inventory"))
             if row[key] is not None]
    name, value = max(moved, key=lambda one: abs(one[1]), default=("", 0))
    points = rounded(abs(value))
    reason = f"{name} {'up' if value > 0 else 'down'} {points} {'point' if points == 1 else 'points'} in a week"
    return {
        "link": f"/trends/{row['product_id']}", "name": row["product_name"], "size": size(row["volume_ml"]),
        "score": decimal(row["score"], 0), "tier": tier(row["tier"]), "momentum": points_change(row["momentum"]),
        "reason": reason if abs(value) >= 0.5 else "its parts changed places"}


def news(row) -> dict:
    now, before = price(row["minor"], row["currency"]), price(row["before"], row["currency"])
    share = row["minor"] / row["before"] - 1 if now and before else None
    return {
        "link": f"/trends/{row['product_id']}/listings/{row['listing_id']}", "name": row["name"],
        "source": row["title"], "day": short_day(row["day"]), "price": now,
        "before": before["amount"] if before else None,
        "change": None if share is None else change(share, signed(share * 100, 0) + "%")}


def dashboard(summary, movers: list, cuts: list, fresh: list, empty: list, sources: list, around: dict) -> dict:
    day = today()
    moved = (f"{counted(summary['moved_up'], 'product')} moved up a tier" if summary["moved_up"]
             else f"{counted(summary['moved_down'], 'product')} moved down a tier" if summary["moved_down"]
             else "No product changed its tier")
    ordered = [s for s in sources if is_stale(s, day)] + [s for s in sources if not is_stale(s, day)]
    states = [{
        "name": s["title"], "link": f"/trends?source={s['slug']}", "listings": counted(s["listings"], "listing"),
        "newest": long_day(s["last_listed_on"]), "age": day_age(s["last_listed_on"], day), "stale": is_stale(s, day)}
        for s in ordered if s["last_listed_on"]]
    stale = [s for s in states if s["stale"]]
    tiles = [
        ("Products tracked", whole(summary["products"]), None, "/trends"),
        ("Listings", whole(summary["listings"]), None, "/trends?sort=sources"),
        ("Moved up a tier", whole(summary["moved_up"]), None, "/trends?sort=momentum"),
        ("Moved down a tier", whole(summary["moved_down"]), None, "/trends?sort=momentum&order=asc"),
        ("Price cuts", whole(summary["price_cuts"]), None, "#price-cuts"),
        ("Out of stock", whole(summary["out_of_stock"]), None, "#out-of-stock"),
        ("Sources up to date", f"{whole(len(states) - len(stale))} of {whole(len(states))}",
         f"{stale[0]['name']}: {stale[0]['age']}" if stale else None, "#sources")]
    return around | {
        "title": f"{moved} since {short_day(days_before(summary['as_of'], 7))}", "tiles": tiles,
        "movers": [mover(row) for row in movers], "cuts": [news(row) for row in cuts],
        "new": [news(row) for row in fresh], "empty": [news(row) for row in empty], "states": states}


def receipt(row) -> dict:
    lines = []
    for name, value, weight, applied, reason in zip(
            COMPONENTS, row["component_values"], row["component_weights"], row["applied_weights"],
            row["component_reasons"]):
        measured = value == value
        plain, used = percent(weight), percent(applied)
        lines.append({
            "component": name, "value": decimal(value, 0) if measured else None,
            "bar": bar(value, 96) if measured else None,
            "weight": f"{used} instead of {plain}" if measured and plain != used else plain,
            "points": decimal(value * applied) if measured else None, "reason": reason})
    return {
        "score": decimal(row["score"], 0), "tier": tier(row["tier"]), "momentum": points_change(row["momentum"]),
        "history": sparkline(row["weekly_scores"]), "lines": lines, "total": decimal(row["score"]),
        "note": f"{percent(row['completeness'])} of the weights could be measured; the weights of what is missing are "
                f"shared out among the rest. As of {long_day(row['as_of'])}, profile {row['profile']}."}


def product_title(name: str, score) -> str:
    if score is None or score["score"] is None:
        return f"{name} is not scored yet"
    label = score["tier"] or "without tier"
    number, momentum = decimal(score["score"], 0), score["momentum"]
    if momentum is None:
        return f"{name} is {label}, with a score of {number}"
    if momentum == 0:
        return f"{name} is {label}: {number}, unchanged"
    return f"{name} is {label}: {number}, {'up' if momentum > 0 else 'down'} {decimal(abs(momentum))} points"


def product(found, score, listings: list, prices: list, stocks: list, labels: dict, countries: dict,
            around: dict) -> dict:
    day = today()
    label = labels.get(found["category"])
    sellers = {row["listing_id"]: f"{row['title']} ({row['shop']})" if row["shop"] else row["title"]
               for row in listings}
    kinds = {row["listing_id"]: row["price_kind"] for row in listings}
    links = {one: f"/trends/{found['product_id']}/listings/{one}" for one in sellers}
    facts = [
        ("Brand", found["brand"]), ("Category", label), ("Size", size(found["volume_ml"])),
        ("Strength", strength(found["strength_bp"])),
        ("Vintage", None if found["vintage"] is None else str(found["vintage"])),
        ("Country", countries.get(found["country"], found["country"])), ("GTIN", ", ".join(found["gtins"]) or None)]
    return around | {
        "title": product_title(found["name"], score),
        "details": " · ".join(filter(None, [size(found["volume_ml"]), found["brand"], label])),
        "score": receipt(score) if score and score["score"] is not None else None,
        "facts": [fact for fact in facts if fact[1] is not None],
        "prices": charts.price_figures(price_series(prices, sellers, links, kinds)),
        "stock": charts.stock_figure(stock_series(stocks, sellers, links)) if stocks else None,
        "listings": [{
            "link": links[row["listing_id"]], "source": sellers[row["listing_id"]], "name": row["name"],
            "size": size(row["volume_ml"]), "price": price(row["price_minor"], row["currency"], row["price_kind"]),
            "stock": None if row["stock_units"] is None else whole(row["stock_units"]),
            "is_empty": row["stock_units"] == 0, "last_seen": long_day(row["last_seen"]),
            "age": day_age(row["last_seen"], day), "rule": RULES.get(row["rule"], RULES["new"]),
            "confidence": percent(row["confidence"]) if row["rule"] not in (None, "new") else None}
            for row in listings]}


def _grouped(points: list, key: str) -> dict[UUID, list]:
    groups: dict[UUID, list] = {}
    for point in points:
        groups.setdefault(point[key], []).append(point)
    return groups


def price_series(points: list, sellers: dict, links: dict, kinds: dict) -> list[charts.Series]:
    groups = _grouped(points, "listing_id")
    ordered = sorted(groups, key=lambda one: (-len(groups[one]), sellers[one]))[: charts.MOST_SERIES]
    series = []
    for one in ordered:
        for currency, rows in sorted(_grouped(groups[one], "currency").items()):
            digits = charts.minor_digits(currency)
            values = [(row["observed_on"], row["price_minor"]) for row in rows]
            series.append(charts.Series(
                sellers[one], links[one], currency, digits, charts.spans_of(values), kinds[one],
                charts.price_events(sellers[one], digits, values)))
    return series


def stock_series(points: list, sellers: dict, links: dict) -> list[charts.Series]:
    groups = _grouped(points, "listing_id")
    ordered = sorted(groups, key=lambda one: (-len(groups[one]), sellers[one]))[: charts.MOST_SERIES]
    return [charts.Series(sellers[one], links[one], None, 0,
                          charts.spans_of([(row["day"], row["stock_units"]) for row in groups[one]]))
            for one in ordered]


__all__ = ["frame", "trends", "dashboard", "product", "fixed"]
