/// Units that stand behind numbers, in the languages of shops, each with the name that all of its spellings share.
enum MeasureUnit {
    private static let spellings: [(unit: String, words: String)] = [
        ("gb", "gb gbyte gbytes gigabyte gigabytes go"), ("tb", "tb terabyte to"), ("mb", "mb mbyte mo megabyte"),
        ("ghz", "ghz"),
        ("mhz", "mhz"), ("in", "inch inches in zoll pouces pulgadas"), ("mm", "mm"), ("cm", "cm"),
        ("ft", "ft feet foot"),
        ("mp", "mp megapixel megapixels megapixeles mpix mpixel"), ("w", "w watt watts"), ("v", "v volt volts"),
        ("mah", "mah"),
        ("rpm", "rpm"), ("hz", "hz"), ("gbps", "gbps"), ("mbps", "mbps"), ("ml", "ml"), ("cl", "cl"),
        ("l", "l litre liter litres lt ltr"), ("oz", "oz"), ("pk", "pack pk packs stk ct"),
        ("user", "user users licence license licenses pc pcs client clients cal seat seats"),
        ("yr", "yr year years yo ans anos y"), ("x", "x"), ("bit", "bit"), ("pin", "pin"), ("p", "p"), ("fps", "fps"),
        ("lb", "lb lbs"), ("kg", "kg"), ("g", "g"), ("btu", "btu"), ("port", "port ports"), ("core", "core cores"),
        ("k", "k"),
        ("pct", "%"), ("mbit", "mbit"), ("day", "day days"),
    ]

    /// The unit of a word.
    static let byWord: [String: String] = Dictionary(
        spellings.flatMap { entry in entry.words.split(separator: " ").map { (String($0), entry.unit) } },
        uniquingKeysWith: { first, _ in first })

    /// How much of a smaller unit one of a larger is, for those that are compared in the smaller one.
    static let smaller: [String: (unit: String, factor: Double)] = [
        "tb": ("gb", 1_000), "cl": ("ml", 10), "l": ("ml", 1_000), "oz": ("ml", 29.5735), "ghz": ("mhz", 1_000),
        "cm": ("mm", 10),
    ]

    /// Letters that mean a unit only where they touch the number.
    static let touching: Set<String> = ["x", "p", "k", "w", "v", "l", "g", "yr"]

    /// What stands behind numbers that tell a thing's measure, not which thing it is.
    static let isMeasureEnding: Set<String> = Set(byWord.keys).union(byWord.values)
        .union(["th", "st", "nd", "rd", "ch", "mhz", "d", "gbs", "mbs", "s"])
}
