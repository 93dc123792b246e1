import Catalog
import TestSupport
import Testing

/// No parser may trap, whatever the bytes. A failure prints its seed and input.
@Suite struct FuzzTests {
    private static let alphabet = Array(
        "0123456789 .,/xX%+-'()#MLOZPKCSBANRdeEé°ß×−€\u{A0}\u{2009}\u{301}ÆΔй漢👍\u{FEFF}\n\t\"BBLGALPADYRNVCANSKW")

    private func text(_ generator: inout SeededRandom) -> String {
        let length = Int.random(in: 0...40, using: &generator)
        if Bool.random(using: &generator) {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            return String(decoding: bytes, as: UTF8.self)
        }
        return String((0..<length).map { _ in Self.alphabet.randomElement(using: &generator) ?? "0" })
    }

    /// Words of real grammars in random order reach deeper than random letters.
    private func line(_ generator: inout SeededRandom) -> String {
        let words = [
            "TITOS", "VOD", "80", "750ML", "12/750ML", "6/4PK", "C24", "12P", "PAD(12)", "1/2BBL", "K", "-", "99999999",
            "6X", "X", "12", "24/12", "OZ", "FL", "CS/12", "W/2", "GLS", "'21", "NV", "+14", "+", "0/0PK",
            "1000/1000PK",
            "9999/9999/9999", "BIB", "SC", "CASE", "OF", "100%", "AGAVE", "40%", "VOL", "12YR", "0", "00", "/", "//",
            "X6X",
            "4X6X330ML", "13.2", "GAL", "BBL", "NO.", "10", "#1", "THE", "1942", "%", "CHARD", "PNOIR", "20981", "PAD",
            "0PK",
        ]
        return (0..<Int.random(in: 0...9, using: &generator))
            .map { _ in words.randomElement(using: &generator) ?? "" }
            .joined(separator: " ")
    }

    @Test(arguments: [1, 20_261_121, 0xC0FFEE] as [UInt64])
    func no_parser_traps_on_random_text(seed: UInt64) {
        var generator = SeededRandom(seed: seed)
        for _ in 0..<4_000 {
            let text = text(&generator)
            for mark in DecimalMark.allCases {
                _ = try? DecimalText.parse(text, mark: mark, scale: 2)
                _ = PackagedVolume.read(text, bareUnit: .litres, mark: mark)
            }
            _ = Strength.read(text)
            _ = CalendarDay(iso: text)
            if case .valid(let code) = GTIN.read(text) { #expect(GTIN(canonical: code.text) == code, "seed \(seed)") }
            let folded = NameFolding.fold(text)
            #expect(NameFolding.fold(folded) == folded, "seed \(seed): \(text.debugDescription)")
            let style = HouseStyle.allCases.randomElement(using: &generator)
            _ = BeverageName.read(text, style: Bool.random(using: &generator) ? style : nil, currentYear: 2026)
        }
    }

    @Test(arguments: [7, 0xBADCAB] as [UInt64])
    func names_of_shuffled_grammar_are_read_within_bounds(seed: UInt64) {
        var generator = SeededRandom(seed: seed)
        for _ in 0..<3_000 {
            let line = line(&generator)
            for style in HouseStyle.allCases.map(Optional.some) + [nil] {
                let name = BeverageName.read(line, style: style, currentYear: 2026)
                #expect((1...Volume.largest).contains(name.volume?.millilitres ?? 1), "seed \(seed): \(line)")
                #expect((1...Pack.mostUnits).contains(name.pack.units ?? 1), "seed \(seed): \(line)")
                #expect((0...10_000).contains(name.strength?.basisPoints ?? 0), "seed \(seed): \(line)")
                if let perPack = name.pack.perPack, let packs = name.pack.packs {
                    #expect(perPack * packs == name.pack.units, "seed \(seed): \(line)")
                }
            }
        }
    }
}
