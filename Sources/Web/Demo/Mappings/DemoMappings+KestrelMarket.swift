extension DemoMappings {
    /// What is particular to each place Kestrel Market watches, by the place's slug.
    static let kestrelMarket: [String: String] = [
        "lumikivi": """
          "format": "semicolon", "encoding": "latin-1", "decimal": "comma",
          "price_kind": "wholesale_bottle", "with_tax": false, "home_style": "E",
          "fields": {
            "item_key": {"column": "Tuotenumero"},
            "name": {"column": "Nimi"},
            "producer": {"column": "Tuottaja"},
            "category": {"column": "Tyyppi", "transforms": [{"map": "drinks"}]},
            "country": {"column": "Maa"},
            "volume": {"column": "Pullokoko"},
            "units_per_case": {"column": "Laatikossa"},
            "strength": {"column": "Alkoholi-%"},
            "vintage": {"column": "Vuosikerta"},
            "gtin": {"column": "EAN"},
            "price": {"column": "Hinta"},
            "regular_price": {"column": "Normaalihinta"},
            "stock": {"column": "Varastossa"}
          }
        """,
        "puertaluna": """
          "format": "csv", "encoding": "utf-8", "price_kind": "wholesale_bottle", "with_tax": false,
          "home_style": "H",
          "fields": {
            "item_key": {"column": "Ref"},
            "name": {"column": "Descripción"},
            "category": {"column": "Familia", "transforms": [{"map": "drinks"}]},
            "gtin": {"column": "EAN"},
            "price": {"column": "Precio"},
            "stock": {"column": "Existencias"}
          }
        """,
        "torikulma": """
          "format": "json", "price_kind": "retail", "with_tax": true, "country": "FI", "home_style": "F",
          "fields": {
            "item_key": {"path": "id"},
            "name": {"path": "name"},
            "brand": {"path": "producer"},
            "category": {"path": "category", "transforms": [{"map": "drinks"}]},
            "country": {"path": "country"},
            "volume": {"path": "size_ml", "transforms": ["millilitres"]},
            "strength": {"path": "abv"},
            "vintage": {"path": "vintage"},
            "gtin": {"path": "ean"},
            "price": {"path": "price.now"},
            "regular_price": {"path": "price.normal"},
            "stock": {"path": "availability.units"},
            "stores": {"path": "availability.stores"}
          }
        """,
    ]
}
