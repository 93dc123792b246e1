/// How a wholesaler shortens words. Whole phrases first, then word by word; what it does not know stays.
struct Abbreviations: Sendable {
    /// Written after an age.
    let year: String
    private let phrases: [String: String]

    private init(year: String, _ phrases: [String: String]) {
        self.year = year
        self.phrases = phrases
    }

    /// `text` in upper case without accents, shortened.
    func short(_ text: String) -> String {
        let upper = Self.upper(text)
        if let phrase = phrases[upper] { return phrase }
        return upper.split(separator: " ").map { phrases[String($0)] ?? String($0) }.joined(separator: " ")
    }

    /// Upper case, with accented letters as their plain ones.
    static func upper(_ text: String) -> String {
        String(text.uppercased().map { plainLetters[$0] ?? $0 })
    }

    private static let plainLetters: [Character: Character] = [
        "À": "A", "Â": "A", "Ä": "A", "Á": "A", "Ç": "C", "È": "E", "É": "E", "Ê": "E", "Ë": "E", "Í": "I", "Î": "I",
        "Ñ": "N", "Ó": "O", "Ô": "O", "Ö": "O", "Ú": "U", "Ü": "U", "’": "'",
    ]

    /// Writes everything out.
    static let plain = Abbreviations(year: " YR", ["LIQUEUR": "LIQ", "TEQUILA": "TEQ", "BLANCO": "BLNC"])

    private static let common: [String: String] = [
        "IRISH WHISKEY": "IRSH WSKY", "TEQUILA": "TEQ", "MEZCAL": "MEZ", "COGNAC": "CGNC", "BRANDY": "BRDY",
        "LIQUEUR": "LIQ", "WHISKEY": "WSKY", "SINGLE BARREL": "SGL BRL", "CASK STRENGTH": "CSK STR",
        "BARREL PROOF": "BRL PRF", "BOTTLED IN BOND": "BIB", "REPOSADO": "REPO", "EXTRA ANEJO": "XA",
        "CRISTALINO": "CRIST", "SPICED": "SPCD", "COCONUT": "COCNT", "OVERPROOF": "OVRPRF", "RESERVE": "RSV",
        "CABERNET SAUVIGNON": "CAB SAUV", "PINOT NOIR": "P NOIR", "PINOT GRIGIO": "P GRIGIO", "CHARDONNAY": "CHARD",
        "SAUVIGNON BLANC": "SAUV BL", "RIESLING": "RIES", "ZINFANDEL": "ZIN", "PROSECCO": "PROSC",
        "COLUMBIA VALLEY": "COL VLY", "SONOMA COAST": "SON CST", "RUSSIAN RIVER VALLEY": "RRV",
        "WILLAMETTE VALLEY": "WILL VLY", "PASO ROBLES": "PASO", "NAPA VALLEY": "NAPA", "GRAPEFRUIT": "GRPFRT",
        "PINEAPPLE": "PINEAPL", "BLACK CHERRY": "BLK CHRY", "MANGO": "MNGO", "RASPBERRY": "RASPB", "LAGER": "LGR",
        "PILSNER": "PILS", "STOUT": "STT", "PORTER": "PTR", "HEFEWEIZEN": "HEFE", "HAZY": "HZY", "MARGARITA": "MARG",
        "SELTZER": "SLTZ", "CUCUMBER": "CUC", "VANILLA": "VAN", "CREAM": "CRM", "HONEY": "HNY", "CINNAMON": "CINN",
        "ROSE": "RSE", "CHATEAU": "CHT", "DOMAINE": "DOM", "BODEGAS": "BOD",
    ]

    /// The words of Ridgeway, Cordell and the beer house.
    static let ridge = Abbreviations(
        year: "YR",
        common.merging([
            "BOURBON": "BBN", "SCOTCH": "SCO", "VODKA": "VOD", "SMALL BATCH": "SM BTCH", "SINGLE MALT": "SMALT",
            "BLANCO": "BLCO", "BLENDED": "BLND",
        ]) { $1 })

    /// The words of Bluepoint.
    static let point = Abbreviations(
        year: "Y",
        common.merging([
            "BOURBON": "BRBN", "SCOTCH": "SCOT", "SMALL BATCH": "SMBTCH", "SINGLE MALT": "SNGL MLT", "BLANCO": "BLNC",
            "RESERVE": "RSRV",
        ]) { $1 })
}
