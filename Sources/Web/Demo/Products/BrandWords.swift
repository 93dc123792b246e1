import Catalog

/// Two lists of which every pair is a brand: coined words, so that no real brand is meant.
struct BrandWords: Sendable {
    let first: [String]
    let second: [String]
    /// Between the two.
    let joint: String

    /// A brand nobody had yet, or nil after many tries.
    func coin(_ generator: inout SeededGenerator, taken: inout Set<String>) -> String? {
        for _ in 0..<1000 {
            let brand = generator.pick(first) + joint + generator.pick(second)
            if taken.insert(brand).inserted { return brand }
        }
        return nil
    }

    static let english = BrandWords(
        first: [
            "Thorn", "Vesper", "Marrow", "Quill", "Saddle", "Ember", "Fallow", "Wren", "Hollow", "Tarn", "Brindle",
            "Cinder", "Larch", "Sable", "Tallow", "Umber", "Yarrow", "Bracken", "Juniper", "Kestrel",
        ],
        second: [
            "wick", "gate", "haven", "mere", "quist", "combe", "holt", "stead", "garth", "fold", "thwaite", "march",
            "lock", "spur", "barrow", "well",
        ],
        joint: "")
    static let scottish = BrandWords(
        first: ["Glen", "Strath", "Inver", "Dun", "Loch", "Ard"],
        second: ["quarrie", "wendal", "tarvin", "morlie", "cannoch", "fessan", "brodin", "skellan"], joint: "")
    static let irish = BrandWords(
        first: ["Bally", "Knock", "Carrow", "Tully", "Derry"],
        second: ["corrin", "mealan", "dunnick", "shane", "fadden"], joint: "")
    static let agave = BrandWords(
        first: ["Casa", "Tierra", "Hacienda", "Dos", "Viento", "Barranca"],
        second: ["Luzbrava", "Cienaga", "Corvina", "Almendrales", "Tordillo", "Sombrana", "Pedrizal", "Maravedina"],
        joint: " ")
    static let french = BrandWords(
        first: ["Château", "Domaine", "Clos", "Maison"],
        second: [
            "Bréval", "Montcendre", "Aubrelle", "Sauvelade", "Fontérac", "Garancy", "Lormeau", "Pierrevert-Azan",
            "Vaudoré", "Chantemerlin",
        ], joint: " ")
    static let spanish = BrandWords(
        first: ["Bodegas", "Viña", "Finca", "Pago"],
        second: ["Alondral", "Pedrosanta", "Trescumbres", "Olmarejo", "Castromiel", "Solhondo"], joint: " ")
    static let italian = BrandWords(
        first: ["Cascina", "Tenuta", "Podere", "Cantina"],
        second: ["Olivastra", "Montegriso", "Fiordaspro", "Ruvaldo", "Sassobruno", "Valcinera"], joint: " ")
    static let german = BrandWords(
        first: ["Weingut", "Winzerhof", "Kellerei"],
        second: ["Hasselthal", "Rebenfels", "Krähenstein", "Lindmoos", "Föhrenbach", "Silberhang"], joint: " ")
    static let american = BrandWords(
        first: [
            "Paper", "Copper", "Slow", "Second", "Wide", "Quiet", "Long", "Silver", "Painted", "Borrowed", "Early",
            "Thistle",
        ],
        second: [
            "Almanac", "Terrace", "Meadowlark Row", "Acre Lane", "Harrow", "Vesper Hill", "Stonefly", "Orchard Gate",
            "Ledger", "Windbreak",
        ], joint: " ")
    static let brewers = BrandWords(
        first: ["Ninth", "Crooked", "Tin", "Velvet", "Brass", "Salted", "Drowsy", "Wandering", "Mossy", "Rusty"],
        second: ["Buoy", "Gannet", "Trolley", "Anvil", "Marmot", "Turnstile", "Pigeon", "Kettle", "Lighthouse", "Oar"],
        joint: " ")
    static let finnish = BrandWords(
        first: ["Pakkas", "Halla", "Suvi", "Kaarna", "Tyrsky", "Kekäle", "Routa", "Utu"],
        second: ["vuori", "ranta", "korpi", "niemi", "salmi", "harju", "lampi", "kivi"], joint: "")
}
