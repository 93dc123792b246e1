"""The catalogue that pages are measured on: invented products with two years of weekly lists, and the peer's copy."""

import hashlib
import json
import secrets
from datetime import timedelta
from pathlib import Path

from .books import list_name, shop_list
from .cluster import Cluster
from .product import Product
from .settings import Settings

DATABASE, PEER_DATABASE = "tidemark_bench", "tidemark_bench_peer"
COMPANY, NEIGHBOUR = "bench", "neighbour"
COMPANY_NAME, PERSON, EMAIL = "Bench & Sons", "Pat O'Bench", "bench@bench.example"
SHOPS = ["North Shop", "South Shop", "West Shop"]


class Catalogue:
    def __init__(self, settings: Settings, cluster: Cluster, product: Product):
        self.settings, self.cluster, self.product = settings, cluster, product
        self.note_file = settings.state / "catalogue.json"

    def ready(self) -> dict:
        """Makes the catalogue, or finds the one an earlier run kept. Answers what it holds."""
        note = json.loads(self.note_file.read_text()) if self.note_file.exists() else {}
        if note.get("key") == self._key() and all(map(self.cluster.exists, (DATABASE, PEER_DATABASE))):
            return note
        self.note_file.unlink(missing_ok=True)
        note = self._make()
        self.note_file.touch(mode=0o600)
        self.note_file.write_text(json.dumps(note))
        return note

    def drop(self) -> None:
        self.cluster.drop(DATABASE)
        self.cluster.drop(PEER_DATABASE)
        self.note_file.unlink(missing_ok=True)

    def _key(self) -> str:
        """Changes with everything the catalogue is made from; the program itself is left out on purpose, so that a
        kept catalogue serves the next build while the schema stays."""
        s = self.settings
        digest = hashlib.sha256(f"{s.products} {s.weeks} {s.seed} {s.last_day}".encode())
        for file in sorted([*(s.root / "migrations").glob("*.sql"), s.here / "history.sql", s.here / "open.sql",
                            s.here / "harness/books.py", Path(__file__)]):
            digest.update(file.read_bytes())
        return digest.hexdigest()

    def _make(self) -> dict:
        s, run = self.settings, self.product.run
        print(f"bench: making a catalogue of {s.products} products and {s.weeks} weeks", flush=True)
        self.cluster.create(DATABASE)
        run(DATABASE, "migrate")
        password = secrets.token_urlsafe(18)
        company = self.product.add_company(DATABASE, COMPANY, COMPANY_NAME)
        run(DATABASE, "company", "add-member", COMPANY, "--email", EMAIL, "--name", PERSON, "--role", "analyst",
            given=password + "\n")
        self._fill(COMPANY, company, s.products)
        # Another company's rows lie between, as they would.
        self._fill(NEIGHBOUR, self.product.add_company(DATABASE, NEIGHBOUR, "The neighbour"), s.products // 10)
        self.cluster.psql("owner", DATABASE, "VACUUM (ANALYZE);")
        self.cluster.create(PEER_DATABASE, template=DATABASE)
        self.cluster.psql("owner", PEER_DATABASE, (s.here / "open.sql").read_text())
        self.cluster.psql("owner", PEER_DATABASE, "VACUUM (ANALYZE);")
        counts = dict(
            line.split("|") for line in self.cluster.psql("owner", PEER_DATABASE, f"""
                SELECT name, count FROM (
                    SELECT 'products' AS name, count(*) FROM trend_scores WHERE company_id = '{company}'
                    UNION ALL SELECT 'listings', count(*) FROM listings WHERE company_id = '{company}'
                    UNION ALL SELECT 'prices', count(*) FROM price_history WHERE company_id = '{company}'
                    UNION ALL SELECT 'stocks', count(*) FROM inventory_history WHERE company_id = '{company}'
                ) AS c;""").splitlines())
        ids = self.cluster.psql("owner", PEER_DATABASE, f"""
            SELECT product_id FROM trend_scores WHERE company_id = '{company}'
            ORDER BY hashtext(product_id::text) LIMIT 2000;""").splitlines()
        listings = self.cluster.psql("owner", PEER_DATABASE, f"""
            SELECT '/trends/' || product_id || '/listings/' || listing_id FROM listings
            WHERE company_id = '{company}' AND product_id IS NOT NULL
            ORDER BY hashtext(listing_id::text) LIMIT 2000;""").splitlines()
        return {"key": self._key(), "company": company, "password": password, "ids": ids, "listings": listings,
                "counts": {name: int(count) for name, count in counts.items()}}

    def _fill(self, slug: str, company: str, products: int) -> None:
        s = self.settings
        first, last = s.last_day - timedelta(days=7 * (s.weeks - 1)), s.last_day
        mapping = str(s.here / "mappings/bench-shop.json")
        for shop, title in enumerate(SHOPS):
            source = title.split()[0].lower()
            for week, day in ((0, first), (s.weeks - 1, last)):
                path = s.state / list_name(source, day)
                shop_list(path, products, s.seed, shop, week)
                self.product.import_book(DATABASE, slug, source, mapping, path, title)
                path.unlink()
        self.product.run(DATABASE, "match", "--company", slug)
        options = {
            "scope": self.cluster.sealed(DATABASE, company), "company": company, "first_day": first.isoformat(),
            "weeks": str(s.weeks), "stock_source": "south"}
        self.cluster.psql(
            "app", DATABASE, (s.here / "history.sql").read_text(),
            *[word for name, value in options.items() for word in ("-v", f"{name}={value}")])
        self.cluster.psql("owner", DATABASE, "ANALYZE;")
        self.product.run(DATABASE, "score", "--company", slug)
