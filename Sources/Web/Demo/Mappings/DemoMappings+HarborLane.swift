extension DemoMappings {
    /// What is particular to each place Harbor Lane watches, by the place's slug.
    static let harborLane: [String: String] = [
        "ridgeway": """
          "format": "csv", "price_kind": "wholesale_bottle", "with_tax": false, "home_style": "A",
          "fields": {
            "item_key": {"column": "ITEM NO"},
            "name": {"column": "DESCRIPTION"},
            "brand": {"column": "BRAND"},
            "category": {"column": "CLASS", "transforms": [{"map": "drinks"}]},
            "volume": {"column": "SIZE"},
            "units_per_case": {"column": "CASE PACK"},
            "gtin": {"column": "UPC"},
            "price": {"column": "NET BTL"},
            "regular_price": {"column": "FRONTLINE BTL"},
            "stock": {"column": "ON HAND"}
          }
        """,
        "bluepoint": """
          "format": "tsv", "price_kind": "wholesale_bottle", "with_tax": false, "home_style": "B",
          "fields": {
            "item_key": {"column": "Item"},
            "name": {"column": "Product"},
            "category": {"column": "Type", "transforms": [{"map": "drinks"}]},
            "gtin": {"column": "GTIN"},
            "price": {"column": "Bottle"},
            "regular_price": {"column": "Regular Bottle"},
            "stock": {"column": "Qty Avail"}
          }
        """,
        "cordell": """
          "format": "csv", "price_kind": "wholesale_bottle", "with_tax": false, "home_style": "C",
          "fields": {
            "item_key": {"column": "SKU"},
            "name": {"column": "Item Description"},
            "category": {"column": "Segment", "transforms": [{"map": "drinks"}]},
            "volume": {"column": "Size"},
            "units_per_case": {"column": "Pack"},
            "price": {"column": "Bottle Net Price"},
            "regular_price": {"column": "Bottle List Price"}
          }
        """,
        "tallgrass": """
          "format": "csv", "price_kind": "wholesale_case", "with_tax": false, "home_style": "D",
          "fields": {
            "item_key": {"column": "CODE"},
            "name": {"column": "PACKAGE"},
            "brand": {"column": "BREWERY"},
            "category": {"column": "CLASS", "transforms": [{"map": "drinks"}]},
            "units_per_case": {"column": "UNITS"},
            "price": {"column": "CASE PRICE"},
            "regular_price": {"column": "REG CASE"},
            "stock": {"column": "CASES ON HAND"}
          }
        """,
        "tri-county": """
          "format": "csv", "price_kind": "retail", "with_tax": false, "home_style": "G",
          "fields": {
            "item_key": {"column": "CODE"},
            "name": {"column": "NAME"},
            "category": {"column": "TYPE", "transforms": [{"map": "drinks"}]},
            "strength": {"column": "PROOF", "transforms": ["proof"]},
            "gtin": {"column": "UPC"},
            "price": {"column": "SHELF PRICE"},
            "stores": {"column": "STORES"}
          }
        """,
        "corner-cask": """
          "format": "json", "price_kind": "retail", "with_tax": false, "home_style": "F",
          "fields": {
            "item_key": {"path": "sku"},
            "name": {"path": "title"},
            "brand": {"path": "brand"},
            "category": {"path": "department", "transforms": [{"map": "drinks"}]},
            "volume": {"path": "volume_ml", "transforms": ["millilitres"]},
            "strength": {"path": "abv"},
            "gtin": {"path": "gtin"},
            "price": {"path": "price.now"},
            "regular_price": {"path": "price.was"},
            "stock": {"path": "stock.units"},
            "stores": {"path": "stock.stores"},
            "url": {"path": "url"}
          }
        """,
        "millpond": """
          "format": "csv", "price_kind": "retail", "with_tax": false, "home_style": "F",
          "fields": {
            "item_key": {"column": "SKU"},
            "name": {"column": "Product"},
            "brand": {"column": "Producer"},
            "category": {"column": "Category", "transforms": [{"map": "drinks"}]},
            "volume": {"column": "Size"},
            "strength": {"column": "ABV"},
            "vintage": {"column": "Vintage"},
            "gtin": {"column": "EAN"},
            "price": {"column": "Our Price"},
            "regular_price": {"column": "Price"},
            "stock": {"column": "In Stock"},
            "stores": {"column": "Shops"}
          }
        """,
    ]
}
