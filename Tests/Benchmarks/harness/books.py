"""Invented price books: the big one of the import, and the shop lists of the catalogue. Seeded, no real item."""

import csv
import random
from datetime import date
from pathlib import Path

ONSETS = "Al Bel Cor Dun El Far Gar Hal Ist Jor Kel Lun Mar Nor Ost Pel Quin Ros Sol Tor Ul Var Wes Yar Zel".split()
MIDDLES = "a an ar e en er i in ir o on or u un".split()
ENDINGS = "beck brook cliff dale den field ford gate holm land ley mere mont ridge stad ton vale wick wood".split()
STYLES = {
    "spirits.whisky.bourbon": ("Bourbon", ["Small Batch", "Single Barrel", "Reserve", "Cask Strength"], 700, (22, 90)),
    "spirits.whisky.irish": ("Irish Whiskey", ["Single Malt", "Pot Still", "Blended"], 700, (21, 80)),
    "spirits.gin": ("Gin", ["London Dry", "Navy Strength", "Pink", "Barrel Rested"], 500, (16, 45)),
    "spirits.rum": ("Rum", ["Spiced", "White", "Overproof", "Solera"], 700, (15, 60)),
    "spirits.vodka": ("Vodka", ["Grain", "Potato", "Cucumber", "Organic"], 700, (11, 38)),
    "spirits.liqueur": ("Liqueur", ["Coffee", "Orange", "Honey", "Cream"], 500, (12, 30)),
    "wine.red": ("Red", ["Valley", "Hillside", "Old Vines", "Estate"], 750, (8, 60)),
    "wine.white": ("White", ["Coast", "Terrace", "Dry", "Estate"], 750, (8, 50)),
    "wine.sparkling": ("Brut", ["Vintage", "Rosé", "Extra", "Zero"], 750, (9, 70)),
    "beer": ("Ale", ["Pale", "Amber", "Dark", "Summer"], 330, (2, 6)),
}
STRENGTHS = {"spirits": (350, 570), "wine": (110, 150), "beer": (40, 90)}
COUNTRIES = "FI SE DE FR ES IT IE GB US PT".split()


def gtin(number: int) -> str:
    """Thirteen digits under a Finnish prefix, with their check digit."""
    digits = f"640{number:09d}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return digits + str(-total % 10)


def products(count: int, seed: int):
    """Distinct invented products: (number, brand, name, category, country, millilitres, strength, price in cents)."""
    draw = random.Random(seed)
    brands = [f"{a}{b}{c}" for a in ONSETS for b in MIDDLES for c in ENDINGS]
    draw.shuffle(brands)
    categories = list(STYLES)
    for number in range(count):
        # Every brand makes a few things, each thing at most once.
        brand = brands[number % len(brands)]
        turn = number // len(brands)
        category = categories[(number + turn) % len(categories)]
        noun, variants, size, (low, high) = STYLES[category]
        variant = variants[(turn // len(categories)) % len(variants)]
        edition = turn // (len(categories) * len(variants))
        name = f"{brand} {variant} {noun}" + (f" No. {edition + 1}" if edition else "")
        price = draw.randint(low * 100, high * 100) // 10 * 10 + 9
        strength = draw.randint(*STRENGTHS[category.split(".")[0]]) / 10
        yield (number, brand, name, category, draw.choice(COUNTRIES), size, strength, price)


def shop_list(path: Path, count: int, seed: int, shop: int, week: int) -> int:
    """One shop's list: shop 0 has every product, shop 1 every second, shop 2 every fourth. Answers its rows."""
    rows = 0
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(
            ["SKU", "Product", "Brand", "Category", "Country", "Volume ml", "ABV", "EAN", "Price", "In stock", "Shops"])
        for number, brand, name, category, country, size, strength, price in products(count, seed):
            # One product in a hundred is new on the newest list.
            if number % (1 << shop) or (week == 0 and number % 100 == 0):
                continue
            cents = price * (100 + 4 * shop) // 100
            out.writerow([
                f"{shop + 1}{number:07d}", name, brand, category, country, size, f"{strength:.1f}",
                gtin(number), f"{cents / 100:.2f}", (number * 7 + week) % 60, number % 80])
            rows += 1
    return rows


# The columns of the built-in mapping "alko", and as many bytes in a row as such a list has.
WIDE_COLUMNS = (
    "Numero,Nimi,Valmistaja,Pullokoko,Hinta,Litrahinta,Uutuus,Hinnastojärjestyskoodi,Tyyppi,Alatyyppi,Erityisryhmä,"
    "Oluttyyppi,Valmistusmaa,Alue,Vuosikerta,Etikettimerkintöjä,Huomautus,Rypäleet,Luonnehdinta,Pakkaustyyppi,"
    "Suljentatyyppi,Alkoholi-%,Hapot g/l,Sokeri g/l,Kantavierrep-%,Väri EBC,Katkerot EBU,Energia kcal/100 ml,"
    "Valikoima,EAN").split(",")
WIDE_KINDS = {
    "wine.red": "punaviinit", "wine.white": "valkoviinit", "wine.sparkling": "kuohuviinit ja samppanjat",
    "beer": "oluet", "spirits.whisky.bourbon": "viskit", "spirits.whisky.irish": "viskit",
    "spirits.gin": "ginit ja maustetut viinat", "spirits.rum": "rommit", "spirits.vodka": "vodkat ja viinat",
    "spirits.liqueur": "liköörit ja katkerot"}
WIDE_COUNTRIES = dict(zip(COUNTRIES, "Suomi Ruotsi Saksa Ranska Espanja Italia Irlanti Englanti Yhdysvallat Portugali"
                          .split()))


def wide_list(path: Path, count: int, seed: int, remark: str) -> int:
    """A list of `count` items in 30 columns; `remark` stands in one row that no mapping reads. Answers its bytes."""
    words = "täyteläinen keskitäyteläinen hapokas marjainen kirsikkainen vaniljainen mausteinen hennon hedelmäinen " \
            "yrttinen pehmeä pitkä kuiva raikas sitruksinen".split()
    draw = random.Random(seed + 1)
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(WIDE_COLUMNS)
        for number, brand, name, category, country, size, strength, price in products(count, seed):
            kind = WIDE_KINDS[category]
            year = 2012 + number % 12 if category.startswith("wine") else ""
            tasting = ", ".join(draw.choices(words, k=7))
            out.writerow([
                100_000 + number, f"{name} {year}".strip(), f"{brand} Panimo ja Viinitila", f"{size / 1000:g} l",
                f"{price / 100:.2f}", f"{price * 10 / size:.2f}", "", 100 + number % 400, kind, "Muut", "", "",
                WIDE_COUNTRIES[country], f"{brand} laakso", year, "Alkuperämerkintä", remark if number == 0 else
                "Vegaaneille soveltuva tuote", "Sekoite useista lajikkeista", tasting, "pullo", "kierrekapseli",
                f"{strength:.1f}", f"{4 + number % 3}.{number % 10}", number % 90, "", "", "", f"{70 + number % 40}.0",
                "vakiovalikoima", gtin(number)])
    return path.stat().st_size


def list_name(word: str, day: date) -> str:
    return f"{word}-{day.isoformat()}.csv"
