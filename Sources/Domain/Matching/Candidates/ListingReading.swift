package import Catalog

/// What a listing says, taken apart for the index: words in the one spelling they are compared in, and the facts that its
/// name and columns state. Reads the texts of any list, and drinks best.
package struct ListingReading: Sendable {
    /// Words that are looked at; names that go on are descriptions.
    static let mostWords = 24
    /// Words that only the brand has.
    static let mostBrandWords = 6
    /// Units that cases hold.
    private static let packs: Set<Double> = [1, 2, 3, 4, 6, 8, 10, 12, 15, 18, 20, 24, 30, 36, 48, 60, 96, 120]

    /// In the order of the name, each once; what only the brand has stands last.
    private(set) var words: [ListingWord] = []
    private(set) var facts = ItemFacts()
    /// Bottles or cans bundled in a carrier.
    private(set) var bundled: Int?
    private(set) var filling = PackedFacts.Filling.unknown
    /// A code that means the same thing everywhere.
    package private(set) var gtin: GTIN?

    package init(_ record: PairRecord) {
        readColumns(record)
        readName(Self.terms(record.name))
        let own = words.count
        for term in Self.terms(record[.brand] ?? "") {
            guard case .word(let text) = ListingTerm(term), words.count - own < Self.mostBrandWords else { continue }
            add(WordTable.entry(for: text), isOptional: true)
        }
    }

    var packed: PackedFacts {
        let isWine = facts.vintage != nil || words.contains { $0.kind == .grape }
        return PackedFacts(facts, bundled: bundled, filling: filling, isWine: isWine)
    }

    private static func terms(_ text: String) -> [String] {
        text.isEmpty ? [] : TermReader.terms(of: CleanText.normal(CleanText.folded(text)))
    }

    // MARK: - Columns

    private mutating func readColumns(_ record: PairRecord) {
        if let code = record[.code], case .valid(let gtin) = GTIN.read(code) { self.gtin = gtin }
        func number(_ role: FieldRole, _ range: ClosedRange<Double>) -> Double? {
            guard let text = record[role] else { return nil }
            let value = WrittenNumber.value(text)
            return range.contains(value) ? value : nil
        }
        facts.millilitres = number(.volume, 1...10_000_000).map { Int($0.rounded()) }
        if facts.millilitres == nil, let size = record[.size] {
            let measures = TermReader.measures(of: CleanText.normal(CleanText.folded(size)))
            facts.millilitres = measures["ml"]?.max().map { Int($0.rounded()) }
        }
        facts.strengthBasisPoints = number(.strength, 0.1...96).map { Int(($0 * 100).rounded()) }
        facts.vintage = number(.vintage, 1_900...2_100).map { Int($0) }
    }

    // MARK: - Name

    private mutating func readName(_ terms: [String]) {
        var place = 0
        while place < terms.count {
            let term = ListingTerm(terms[place])
            let next = place + 1 < terms.count ? ListingTerm(terms[place + 1]) : nil
            place += 1
            switch term {
            case .number(let value, let text):
                if take(value, before: next) { place += 1 } else { add(value, text, before: next) }
            case .measure(let value, let unit, let text):
                take(value, unit, text)
            case .packs(let count, let millilitres):
                _ = note(units: Double(count))
                facts.millilitres = facts.millilitres ?? Int(millilitres.rounded())
            case .word(let text):
                if !takeFilling(text) { add(WordTable.entry(for: text), isOptional: false) }
            }
        }
    }

    /// Takes a number whose meaning the next term tells.
    /// - Returns: whether both are used up.
    private mutating func take(_ value: Double, before next: ListingTerm?) -> Bool {
        guard case .word(let word) = next else { return false }
        switch word {
        case "%", "proof", "pf": return note(strength: word == "%" ? value : value / 2)
        case "cs", "case", "cases", "x": return note(units: value)
        case "pack", "pk": return note(bundled: value)
        default: break
        }
        switch MeasureUnit.byWord[word] {
        case "yr": return note(age: value)
        // "0,75 l"; written together it is a measure already.
        case "l": return note(millilitres: value * 1_000)
        default: return false
        }
    }

    private mutating func add(_ value: Double, _ text: String, before next: ListingTerm?) {
        if value == value.rounded(), (1_950...2_049).contains(value) {
            if facts.vintage == nil { facts.vintage = Int(value) }
            if facts.vintage == Int(value) { return }
        }
        switch next {
        case .measure(_, "ml", _), .measure(_, "pk", _), .measure(_, "cs", _), .packs:
            // "6/750ml", "4/6pk", "90.4 750ml": a pack or a proof that only says what other columns do.
            if value != value.rounded() || Self.packs.contains(value) { return }
        default: break
        }
        add(WordTable.Entry(word: text, kind: .number), isOptional: false)
    }

    private mutating func take(_ value: Double, _ unit: String, _ text: String) {
        let isKnown =
            switch unit {
            case "ml": note(millilitres: value)
            case "pct": note(strength: value)
            case "yr": note(age: value)
            case "cs": note(units: value)
            case "pk", "p": note(bundled: value)
            default: false
            }
        // Other measures are words that say how much of something it has.
        if !isKnown { add(WordTable.Entry(word: text, kind: .plain), isOptional: false) }
    }

    private mutating func note(millilitres value: Double) -> Bool {
        guard (1...10_000_000).contains(value) else { return false }
        facts.millilitres = facts.millilitres ?? Int(value.rounded())
        return true
    }

    private mutating func note(strength percent: Double) -> Bool {
        guard (0.1...96).contains(percent) else { return false }
        facts.strengthBasisPoints = facts.strengthBasisPoints ?? Int((percent * 100).rounded())
        return true
    }

    private mutating func note(age value: Double) -> Bool {
        guard value == value.rounded(), (1...100).contains(value) else { return false }
        facts.ageYears = facts.ageYears ?? Int(value)
        return true
    }

    private mutating func note(units value: Double) -> Bool {
        guard value == value.rounded(), (1...240).contains(value) else { return false }
        facts.unitsPerCase = facts.unitsPerCase ?? Int(value)
        return true
    }

    private mutating func note(bundled value: Double) -> Bool {
        guard value == value.rounded(), (1...240).contains(value) else { return false }
        bundled = bundled ?? Int(value)
        return true
    }

    /// Takes a word that says what it is filled in.
    private mutating func takeFilling(_ word: String) -> Bool {
        switch word {
        case "can", "cans", "cn", "tolkki": filling = .can
        case "bottle", "bottles", "btl", "nr", "pullo": filling = filling == .can ? .can : .bottle
        default: return false
        }
        return true
    }

    private mutating func add(_ entry: WordTable.Entry, isOptional: Bool) {
        guard entry.kind != .noise, !entry.word.isEmpty,
            words.count < Self.mostWords + (isOptional ? Self.mostBrandWords : 0),
            !words.contains(where: { $0.text == entry.word })
        else { return }
        words.append(ListingWord(text: entry.word, kind: entry.kind, isOptional: isOptional))
    }
}
