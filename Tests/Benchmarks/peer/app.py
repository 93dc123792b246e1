"""The peer: the same pages and the same JSON from the same rows by FastAPI, asyncpg and Jinja2, set up as their
documentation recommends for production (uvicorn with uvloop and httptools, two workers, a pool, prepared statements,
compiled templates). It has no sessions, no row-level security, no limits and no security headers."""

import os
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from uuid import UUID

import asyncpg
import orjson
from fastapi import FastAPI, HTTPException, Response
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from jinja2 import Environment, FileSystemLoader
from pydantic import BaseModel

import pages
import queries

COMPANY = UUID(os.environ["PEER_COMPANY"])
templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, trim_blocks=True,
    lstrip_blocks=True, auto_reload=False, cache_size=-1)
AROUND = {"company": os.environ["PEER_COMPANY_NAME"], "person": os.environ["PEER_PERSON"], "csrf": "x" * 86}
COUNTRIES = {
    "FI": "Finland", "SE": "Sweden", "DE": "Germany", "FR": "France", "ES": "Spain", "IT": "Italy", "IE": "Ireland",
    "GB": "United Kingdom", "US": "United States", "PT": "Portugal"}


@asynccontextmanager
async def lifespan(app: FastAPI):
    # The runtime role has sequential scans switched off for the sake of its walls; the peer has none.
    app.state.pool = await asyncpg.create_pool(
        os.environ["PEER_DATABASE"], min_size=4, max_size=4, server_settings={"enable_seqscan": "on"})
    app.state.categories = await app.state.pool.fetch(queries.CATEGORIES)
    app.state.labels = {row["category"]: row["label"] for row in app.state.categories}
    yield
    await app.state.pool.close()


app = FastAPI(lifespan=lifespan)
app.mount("/assets", StaticFiles(directory=os.environ["PEER_PUBLIC"]), name="assets")


@app.get("/health")
async def health():
    return {"status": "ok", "version": "peer"}


@app.get("/trends")
async def trends() -> HTMLResponse:
    async with app.state.pool.acquire() as connection:
        rows = await connection.fetch(queries.TRENDS, COMPANY, 51)
        total = await connection.fetchval(queries.TOTAL, COMPANY)
        summary = await connection.fetchrow(queries.SUMMARY, COMPANY)
        sources = await connection.fetch(queries.SOURCES, COMPANY)
    content = pages.trends(rows, total, summary, sources, app.state.categories, pages.frame(sources, AROUND))
    return HTMLResponse(templates.get_template("trends.html").render(content))


@app.get("/")
async def dashboard() -> HTMLResponse:
    async with app.state.pool.acquire() as connection:
        summary = await connection.fetchrow(queries.SUMMARY, COMPANY)
        movers = await connection.fetch(queries.MOVERS, COMPANY)
        cuts = await connection.fetch(queries.PRICE_CUTS, COMPANY)
        fresh = await connection.fetch(queries.NEW_LISTINGS, COMPANY)
        empty = await connection.fetch(queries.OUT_OF_STOCK, COMPANY)
        sources = await connection.fetch(queries.SOURCES, COMPANY)
    content = pages.dashboard(summary, movers, cuts, fresh, empty, sources, pages.frame(sources, AROUND))
    return HTMLResponse(templates.get_template("dashboard.html").render(content))


@app.get("/trends/{product}")
async def product(product: UUID) -> HTMLResponse:
    async with app.state.pool.acquire() as connection:
        found = await connection.fetchrow(queries.PRODUCT, COMPANY, product)
        score = await connection.fetchrow(queries.SCORE, COMPANY, product)
        listings = await connection.fetch(queries.LISTINGS, COMPANY, product)
        prices = await connection.fetch(queries.PRICES, COMPANY, product)
        stocks = await connection.fetch(queries.STOCKS, COMPANY, product)
        sources = await connection.fetch(queries.SOURCES, COMPANY)
    if found is None or not listings:
        raise HTTPException(404)
    content = pages.product(
        found, score, listings, prices, stocks, app.state.labels, COUNTRIES, pages.frame(sources, AROUND))
    return HTMLResponse(templates.get_template("product.html").render(content))


class Category(BaseModel):
    code: str
    label: str | None


class Component(BaseModel):
    name: str
    value: float | None
    measured: bool


class Price(BaseModel):
    amount: str
    minor_units: int
    currency: str
    kind: str | None


class Links(BaseModel):
    self: str
    forecast: str
    score: str
    history: str
    page: str


class Trend(BaseModel):
    kind: str
    id: str
    name: str
    brand: str | None
    category: Category | None
    size_ml: int | None
    score: float | None
    tier: str | None
    momentum: float | None
    completeness: float
    components: list[Component]
    sources: int
    best_price: Price | None
    weekly_scores: list[float | None]
    links: Links


class Ignored(BaseModel):
    name: str
    reason: str


class Meta(BaseModel):
    total: int
    page: int
    limit: int
    has_more: bool
    next: str | None
    previous: str | None
    as_of: date | None
    ignored: list[Ignored]


class Answer(BaseModel):
    success: bool
    data: list[Trend]
    meta: Meta


def trend(row, labels: dict) -> dict:
    one, code, minor = row["product_id"], row["category"], row["best_price_minor"]
    values = {"retail": row["retail"], "price": row["price"], "inventory": row["inventory"],
              "media": row["media"], "search": row["search"]}
    digits = pages.charts.minor_digits(row["best_currency"])
    return {
        "kind": "product", "id": str(one), "name": row["product_name"], "brand": row["brand_name"],
        "category": {"code": code, "label": labels.get(code)} if code else None, "size_ml": row["volume_ml"],
        "score": row["score"], "tier": row["tier"], "momentum": row["momentum"], "completeness": row["completeness"],
        "components": [
            {"name": name, "value": values.get(name), "measured": values.get(name) is not None}
            for name in ("media", "retail", "price", "inventory", "search")],
        "sources": row["sources"],
        "best_price": None if minor is None else {
            "amount": f"{minor / 10**digits:.{digits}f}", "minor_units": minor, "currency": row["best_currency"],
            "kind": row["best_price_kind"]},
        "weekly_scores": [None if score != score else score for score in row["weekly_scores"]],
        "links": {
            "self": f"/api/v1/products/{one}", "forecast": f"/api/v1/products/{one}/forecast",
            "score": f"/api/v1/products/{one}/score", "history": f"/api/v1/products/{one}/history",
            "page": f"/trends/{one}"}}


async def trends_answer() -> dict:
    async with app.state.pool.acquire() as connection:
        rows = await connection.fetch(queries.TRENDS, COMPANY, 51)
        total = await connection.fetchval(queries.TOTAL, COMPANY)
        summary = await connection.fetchrow(queries.SUMMARY, COMPANY)
    more = len(rows) > 50
    return {
        "success": True, "data": [trend(row, app.state.labels) for row in rows[:50]],
        "meta": {
            "total": total, "page": 1, "limit": 50, "has_more": more,
            "next": pages.cursor(rows[49], 51) if more else None, "previous": None, "as_of": summary["as_of"],
            "ignored": []}}


@app.get("/api/v1/trends")
async def trends_json() -> Answer:
    """As the documentation teaches: the declared answer is checked and written by pydantic."""
    return await trends_answer()


@app.get("/api/v1/trends-tuned")
async def trends_json_tuned() -> Response:
    """As people tune it: no model, orjson."""
    return Response(orjson.dumps(await trends_answer()), media_type="application/json")
