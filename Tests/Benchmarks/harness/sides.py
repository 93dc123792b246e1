"""Product and peer, both up, and what is asked of each."""

import json
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape

from . import peer
from .browser import fetch, sign_in
from .catalogue import DATABASE, EMAIL, PEER_DATABASE
from .load import Target
from .processes import Server


@dataclass(frozen=True)
class Page:
    """One thing that is asked of both sides. `bar` is how many times the peer's rate the product shall reach."""
    key: str
    title: str
    bar: float | None
    is_public: bool = False


PAGES = [
    Page("health", "/health", 2.5, is_public=True),
    Page("asset", "style sheet (static file)", 2.5, is_public=True),
    Page("list", "50 products as JSON", 6),
    Page("list_tuned", "50 products as JSON, peer with orjson and without models", 3),
    Page("list_anew", "50 products as JSON, another page of the list each time", 6),
    Page("trends", "trends page, 50 rows with sparklines", 4),
    Page("trends_anew", "trends page, another page of the list each time", 4),
    Page("dashboard", "dashboard", 4),
    Page("product", "product pages, 2 000 of them at random", None),
]


@dataclass(frozen=True)
class OwnPage:
    """Something only the product is asked for: every kind of GET shall be quick, not only the usual ones."""
    title: str
    paths: list[str]
    headers: dict[str, str] = field(default_factory=dict)


class Sides:
    def __init__(self, product: Server, other: Server, cookie: str, ids: list[str], listings: list[str]):
        self.product, self.peer, self.cookie, self.listings = product, other, cookie, listings
        _, _, page = fetch(product.port, "/sign-in")
        style = re.search(rb'<link rel="stylesheet" href="([^"]+)"', page)
        self.style = unescape(style[1].decode()) if style else "/"
        self.ids = ids
        self.places = self._places()

    def _places(self) -> list[str]:
        """Queries of all pages of the list in five orders: far more than the product keeps in memory, so that asked for
        at random nearly every one is read from the database."""
        places = []
        for order in ("score", "momentum", "name", "price", "sources"):
            query = f"sort={order}"
            while query:
                places.append(query)
                status, _, body = fetch(self.product.port, f"/api/v1/trends?{query}", {"Cookie": self.cookie})
                if status != 200:
                    raise RuntimeError(f"/api/v1/trends?{query} answers {status}")
                following = json.loads(body)["meta"]["next"]
                query = f"sort={order}&cursor={following}" if following else None
        return places

    def target(self, side: str, page: Page) -> Target:
        if page.key.endswith("_anew") and side == "product":
            path = "/trends" if page.key == "trends_anew" else "/api/v1/trends"
            return Target(self.product.port, [f"{path}?{place}" for place in self.places], {"Cookie": self.cookie})
        products = [f"/trends/{one}" for one in self.ids]
        own = {"asset": self.style, "list_tuned": "/api/v1/trends"}
        others = {"asset": "/assets/tidemark.css", "list_tuned": "/api/v1/trends-tuned"}
        shared = {"health": "/health", "list": "/api/v1/trends", "list_anew": "/api/v1/trends", "trends": "/trends",
                  "trends_anew": "/trends", "dashboard": "/"}
        paths = products if page.key == "product" else [(shared | (own if side == "product" else others))[page.key]]
        if side == "peer":
            return Target(self.peer.port, paths)
        return Target(self.product.port, paths, {} if page.is_public else {"Cookie": self.cookie})

    def own_pages(self) -> list[OwnPage]:
        ids = self.ids
        _, fields, _ = fetch(self.product.port, "/trends", {"Cookie": self.cookie})
        return [
            OwnPage("trends, by name", ["/trends?sort=name"]),
            OwnPage("trends, cheapest first", ["/trends?sort=price"]),
            OwnPage("trends, one category", ["/trends?category=spirits.whisky"]),
            OwnPage("trends, one tier", ["/trends?tier=trending"]),
            OwnPage("trends, a tier without products", ["/trends?tier=viral"]),
            OwnPage("trends, one source", ["/trends?source=west"]),
            OwnPage("trends, at least 3 sources", ["/trends?min_sources=3"]),
            OwnPage("trends, the last page", [self.last_page()]),
            OwnPage("trends, packed as browsers ask", ["/trends"], {"Accept-Encoding": "gzip"}),
            OwnPage("trends, not modified", ["/trends"], {"If-None-Match": fields.get("etag", "")}),
            OwnPage("listing pages at random", self.listings),
            OwnPage("a product as JSON, at random", [f"/api/v1/products/{one}" for one in ids]),
            OwnPage("a history as JSON, at random", [f"/api/v1/products/{one}/history" for one in ids])]

    def own_target(self, page: OwnPage) -> Target:
        return Target(self.product.port, page.paths, {"Cookie": self.cookie} | page.headers)

    def last_page(self) -> str:
        """Where somebody ends who goes on to the next page as long as there is one."""
        path, last = "/trends?limit=200", "/trends"
        for _ in range(2_000):
            _, _, body = fetch(self.product.port, path, {"Cookie": self.cookie})
            following = re.search(rb'<a href="([^"]+)" rel="next">', body)
            if not following:
                break
            path = last = unescape(following[1].decode())
        return re.sub(r"&?limit=200", "", last).replace("?&", "?")

    def server(self, side: str) -> Server:
        return self.product if side == "product" else self.peer

    def likeness(self, page: Page) -> dict:
        """How large both answers are, and whether they say the same in the same order."""
        bodies = {}
        for side in ("product", "peer"):
            target = self.target(side, page)
            status, _, body = fetch(target.port, target.paths[0], target.headers)
            if status != 200:
                raise RuntimeError(f"{side}: {target.paths[0]} answers {status}")
            bodies[side] = body
        words = {side: _pieces(body) for side, body in bodies.items()}
        shared = _shared(words["product"], words["peer"])
        return {"product_bytes": len(bodies["product"]), "peer_bytes": len(bodies["peer"]), "shared": shared}


@contextmanager
def both(settings, cluster, product, catalogue: dict):
    for database in (DATABASE, PEER_DATABASE):
        cluster.warm(database)
    with product.serve(DATABASE) as ours, peer.serve(settings, cluster, catalogue["company"]) as other:
        cookie = sign_in(ours.port, EMAIL, catalogue["password"])
        yield Sides(ours, other, cookie, catalogue["ids"], catalogue["listings"])


def _pieces(body: bytes) -> list[str]:
    """Tags and texts, without what must differ: the form's token, hashed names, ages in minutes."""
    text = unescape(re.sub(r'name="csrf" value="[^"]*"', "", body.decode()))
    text = re.sub(r"/assets/([a-z]+)\.[0-9a-f]{12}\.", r"/assets/\1.", text)
    text = re.sub(r"Newest list read [^<]*", "", text)
    return [piece.strip() for piece in re.split(r"(<[^>]*>)|(?<=[,{\[])", text) if piece and piece.strip()]


def _shared(left: list[str], right: list[str]) -> float:
    """The share of pieces that both have, 0 to 1."""
    counts: dict[str, int] = {}
    for piece in left:
        counts[piece] = counts.get(piece, 0) + 1
    common = 0
    for piece in right:
        if counts.get(piece, 0) > 0:
            counts[piece] -= 1
            common += 1
    return 2 * common / max(1, len(left) + len(right))
