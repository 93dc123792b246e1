"""Listings of drinks as several places write them, of which it is known which are the same product.

Brands, expressions, sizes and abbreviations are read from the demonstration's own sources (Sources/Web/Demo), so that the names
are those of the demonstration; a brand has two of its words, since a million products need more brands than it has."""

import csv
import random
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from .books import gtin

STYLES = ("shop", "state", "importer", "pack")
SLIPS, RUN_TOGETHER, CODES = 0.06, 0.02, 0.3
YEAR = 2026


@dataclass(frozen=True)
class Product:
    number: int
    brand: str
    qualifier: str
    noun: str
    strength: int
    age: int
    vintage: int
    kind: str
    millilitres: int
    units: int
    per_pack: int
    container: str

    @property
    def is_wine(self) -> bool:
        return self.kind in ("red", "white", "rose", "sparkling")


class Demonstration:
    """What the demonstration's sources say."""

    def __init__(self, root: Path):
        demo = root / "Sources/Web/Demo"
        words = (demo / "Products/BrandWords.swift").read_text()
        self.brands = {
            name: ([one for one in re.findall(r'"([^"]+)"', first)], re.findall(r'"([^"]+)"', second), joint)
            for name, first, second, joint in re.findall(
                r"static let (\w+) = BrandWords\(\s*first: \[(.*?)\],\s*second: \[(.*?)\],\s*joint: \"(.*?)\"\)", words, re.S)}
        self.lines = []
        for name in ("AmericanMarket", "EuropeanMarket"):
            text = (demo / f"Companies/{name}.swift").read_text()
            packages = {
                found[0]: self._packages(found[1])
                for found in re.findall(r"static let (\w+): \[Package\] = \[(.*?)\]\n", text, re.S)}
            for drink, count, brands, sizes, variants in re.findall(
                    r"ProductLine\(\s*\.(\w+), (\d+), \.(\w+), \"\w\w\", price: [\d.]+,\s*(\[.*?\]|\w+),\s*\[\s*(.*?)\]\)",
                    text, re.S):
                known = packages.get(sizes) or self._packages(sizes)
                found = [
                    (qualifier, noun, int(strength), int(age or 0))
                    for qualifier, noun, strength, age in re.findall(
                        r'Variant\("(.*?)", "(.*?)", (\d+)(?:, \d+)?(?:, age: (\d+))?\)', variants)]
                self.lines.append((drink, int(count), brands, known, found))
        self.short = dict(re.findall(
            r'"([^"]+)": "([^"]+)"', (demo / "Naming/Abbreviations.swift").read_text().split("let common")[1].split("= [")[1]
            .split("]")[0]))
        if not self.brands or not self.lines or any(not line[3] or not line[4] for line in self.lines):
            raise RuntimeError("the demonstration's sources are written in another way now")

    @staticmethod
    def _packages(text: str) -> list[tuple[str, int, int, int]]:
        found = []
        for kind, arguments in re.findall(r"\.(bottles?|cans|keg)\(([^)]*)\)", text):
            numbers = [int(word) for word in re.findall(r"\d+", arguments)]
            per_pack = numbers[2] if len(numbers) > 2 else 1
            found.append((
                "can" if kind == "cans" else "keg" if kind == "keg" else "bottle", numbers[0],
                numbers[1] if len(numbers) > 1 else 1, per_pack))
        return found

    def products(self, count: int, seed: int):
        """Distinct products: a brand has one to four expressions in one to three sizes, as the demonstration's have."""
        draw = random.Random(seed)
        # The second word of a brand: words of the families that write them as one.
        plain = [one + other for first, second, joint in self.brands.values() if not joint for one in first for other in second]
        taken: set[tuple[str, str]] = set()
        weights = [line[1] for line in self.lines]
        number = 0
        while number < count:
            drink, _, family, packages, variants = draw.choices(self.lines, weights)[0]
            first, second, joint = self.brands[family]
            brand = f"{draw.choice(first)}{joint}{draw.choice(second)} {draw.choice(plain)}"
            if (drink, brand) in taken:
                continue
            taken.add((drink, brand))
            for qualifier, noun, strength, age in draw.sample(variants, min(len(variants), draw.randint(1, 4))):
                wine = drink in ("red", "white", "rose")
                vintage = YEAR - draw.randint(1, 3) if wine else 0
                for place, (container, millilitres, units, per_pack) in enumerate(packages):
                    if number < count and (place == 0 or draw.random() < 0.35) and container != "keg":
                        yield Product(number, brand, qualifier, noun, strength, age, vintage, drink, millilitres, units,
                                      per_pack, container)
                        number += 1


class Writer:
    """Writes names as places do; slips are made by chance."""

    def __init__(self, demonstration: Demonstration, seed: int):
        self.short, self.draw = demonstration.short, random.Random(seed)

    def name(self, product: Product, style: str) -> str:
        return self._slip(getattr(self, f"_{style}")(product))

    def _title(self, product: Product) -> list[str]:
        order = (product.noun, product.qualifier) if product.is_wine else (product.qualifier, product.noun)
        return [product.brand, *order, f"{product.age} Year" if product.age else ""]

    def _shop(self, product: Product) -> str:
        words = [*self._title(product), str(product.vintage or "")]
        if product.per_pack > 1:
            words.append(f"{product.per_pack}pk {size(product.millilitres, 'oz', 'ml')} {self._filling(product, 'Cans', 'Bottles')}")
        else:
            words.append(f"{'Can' if product.container == 'can' else 'Bottle'} ({product.millilitres} ml)")
        return " ".join(filter(None, words))

    def _importer(self, product: Product) -> str:
        pack = f"{product.units}/{size(product.millilitres, 'oz', 'ml')}{self._filling(product, ' cans', ' bottles')}"
        return " ".join(filter(None, [*self._title(product), str(product.vintage or ""), pack]))

    def _state(self, product: Product) -> str:
        words = [product.brand, product.qualifier, product.noun, f"{product.age} YR" if product.age else ""]
        if product.vintage:
            words.append(str(product.vintage))
        elif not product.is_wine and product.container == "bottle" and product.per_pack == 1:
            words.append(f"{product.strength / 50:g}PF")
        return upper(" ".join(filter(None, [*words, size(product.millilitres, "OZ", "ML"), f"{product.units}/CS",
                                             self._filling(product, "CN", "NR")])))

    def _pack(self, product: Product) -> str:
        words = [upper(product.brand), *(self._shortened(upper(word)) for word in (product.noun, product.qualifier)),
                 f"{product.age}YR" if product.age else "", str(product.vintage)[2:] if product.vintage else ""]
        pack = f"{product.units // product.per_pack}/{product.per_pack}PK" if product.per_pack > 1 else f"{product.units}B"
        return " ".join(filter(None, [*words, pack, size(product.millilitres, "Z", "M"), self._filling(product, "CN", "NR")]))

    @staticmethod
    def _filling(product: Product, can: str, bottle: str) -> str:
        """Cans, and bottles of what comes in cans as well."""
        return can if product.container == "can" else bottle if product.per_pack > 1 else ""

    def _shortened(self, text: str) -> str:
        return self.short.get(text) or " ".join(self.short.get(word, word) for word in text.split())

    def _slip(self, name: str) -> str:
        words = name.split(" ")
        chance = self.draw.random()
        if chance < SLIPS:
            places = [place for place, word in enumerate(words) if len(word) >= 6 and word.isalpha() and not word.startswith("Bottle")]
            if places:
                place = self.draw.choice(places)
                words[place] = self._misspelt(words[place])
        elif chance < SLIPS + RUN_TOGETHER and words[0].isalpha() and words[1].isalpha():
            words[:2] = [words[0] + words[1]]
        return " ".join(words)

    def _misspelt(self, word: str) -> str:
        place = self.draw.randrange(1, len(word) - 1)
        kind = self.draw.randrange(4)
        if kind == 0:
            return word[:place] + word[place + 1:]
        if kind == 1:
            return word[:place] + word[place] + word[place:]
        if kind == 2:
            return word[:place] + word[place + 1] + word[place] + word[place + 2:]
        letter = self.draw.choice("aeiorstln")
        return word[:place] + (letter.upper() if word[place].isupper() else letter) + word[place + 1:]


def size(millilitres: int, ounces: str, unit: str) -> str:
    """American cans and bottles in ounces, large bottles in litres."""
    if millilitres in (355, 473):
        return f"{12 if millilitres == 355 else 16}{ounces}"
    return f"{millilitres / 1000:g}L" if millilitres >= 1000 else f"{millilitres}{unit}"


def upper(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", text.upper()) if not unicodedata.combining(one))


def write(root: Path, products: int, seed: int, files: list[tuple[Path, tuple[str, ...], float]]) -> list[int]:
    """Writes files of listings, each of some styles and with a share of the products; answers their rows.

    The column `product` has the truth; it means nothing to the program unless it is told."""
    demonstration = Demonstration(root)
    draw, writer = random.Random(seed + 1), Writer(demonstration, seed + 2)
    handles = [path.open("w", newline="", encoding="utf-8") for path, _, _ in files]
    try:
        outs = [csv.writer(handle) for handle in handles]
        rows = [0] * len(files)
        for out in outs:
            out.writerow(["id", "name", "ean", "product"])
        for product in demonstration.products(products, seed):
            for place, (_, styles, share) in enumerate(files):
                for style in styles:
                    if draw.random() < share:
                        rows[place] += 1
                        code = gtin(product.number) if draw.random() < CODES else ""
                        outs[place].writerow([f"{style}-{product.number}", writer.name(product, style), code, product.number])
    finally:
        for handle in handles:
            handle.close()
    return rows
