import Foundation

/// A record taken apart once, so that it can be compared with many.
struct PreparedRecord: Sendable {
    /// Signs of a description that are looked at.
    private static let mostDescription = 600

    let record: PairRecord
    /// Its name, clean, and as terms in their order and as a set.
    let name: String
    let terms: [String]
    let termSet: Set<String>
    /// Brand and name together; what the brand adds stands first.
    let brandTerms: [String]
    let fullTerms: [String]
    let fullSet: Set<String>
    let full: String
    /// Without spaces and points, for what one side writes apart and the other together.
    let joined: String
    let codes: [String]
    let codeSet: Set<String>
    /// Codes long enough to stand for one model.
    let strongCodes: [String]
    let description: String
    let descriptionTerms: Set<String>
    let descriptionCodes: Set<String>
    /// Name and description without spaces.
    let everythingJoined: String
    let measures: [String: Set<Double>]
    let describedMeasures: [String: Set<Double>]
    let numbers: Set<String>
    let numberTerms: Set<String>
    let years: Set<String>
    let ages: Set<Double>
    let price: Double
    let strength: Double
    /// Millilitres.
    let volume: Double
    let variants: Set<String>
    let describedVariants: Set<String>
    let versions: Set<String>
    /// Generations written in Roman numerals, or behind `mark`.
    let generations: Set<String>
    let trigrams: Set<String>
    /// Terms of letters and digits by their form, such as `cs#`.
    let forms: [String: Set<String>]
    let drink: Set<String>
    let origin: Set<String>
    let namedDrink: Set<String>
    /// Terms that say only what category or country says.
    let generic: Set<String>
    /// What it is made for: `for iphone`.
    let purposes: Set<String>
    let categoryTerms: Set<String>
    let countryTerms: Set<String>

    init(_ record: PairRecord) {
        self.record = record
        let folded = CleanText.folded(record.name)
        name = CleanText.normal(folded)
        terms = TermReader.terms(of: name)
        termSet = Set(terms)
        let brand = CleanText.normal(CleanText.folded(record[.brand] ?? ""))
        brandTerms = TermReader.terms(of: brand).filter { !DrinkLexicon.fillers.contains($0) && $0.count > 1 }
        let names = Set(name.split(separator: " ").map(String.init))
        fullTerms = brandTerms.filter { [termSet] in !termSet.contains($0) } + terms
        fullSet = Set(fullTerms)
        full = (brand.split(separator: " ").map(String.init).filter { !names.contains($0) } + [name]).joined(
            separator: " ")
        joined = name.filter { $0 != " " && $0 != "." }
        codes = TermReader.codes(of: folded)
        codeSet = Set(codes)
        strongCodes = codes.filter { $0.count >= 5 || $0.count >= 4 && $0.count(where: \.isNumber) >= 2 }
        let said = CleanText.folded(String((record[.description] ?? "").prefix(Self.mostDescription)))
        description = CleanText.normal(said)
        let describedTerms = TermReader.terms(of: description)
        descriptionTerms = Set(describedTerms)
        descriptionCodes = Set(description.isEmpty ? [] : TermReader.codes(of: said))
        everythingJoined = joined + "|" + description.filter { $0 != " " }
        measures = TermReader.measures(of: name)
        describedMeasures = description.isEmpty ? [:] : TermReader.measures(of: description)
        numbers = Set(terms.filter { Self.isNumber($0) })
        numberTerms = Set(terms.filter { $0.contains(where: \.isNumber) })
        let vintage = WrittenNumber.value(record[.vintage])
        years = Set(numbers.filter { $0.count == 4 && (1_950...2_039).contains(Int($0) ?? 0) })
            .union(vintage.isNaN ? [] : ["\(Int(max(0, min(vintage, 9_999))))"])
        ages = measures["yr"] ?? []
        price = WrittenNumber.value(record[.price])
        strength = WrittenNumber.value(record[.strength])
        let stated = WrittenNumber.value(record[.volume])
        let size = TermReader.measures(of: CleanText.normal(CleanText.folded(record[.size] ?? "")))["ml"]?.max()
        volume = stated.isNaN ? size ?? measures["ml"]?.max() ?? .nan : stated
        variants = terms.reduce(into: []) { $0.formUnion(VariantWords.byWord[$1] ?? []) }
        describedVariants = describedTerms.reduce(into: []) { $0.formUnion(VariantWords.byWord[$1] ?? []) }
        versions = Set(terms.compactMap(Self.version))
        generations = Self.generations(terms)
        trigrams = Self.trigrams(of: full)
        forms = Set(terms).union(codeSet).reduce(into: [:]) { forms, term in
            guard term.contains(where: \.isNumber), term.contains(where: \.isLetter) else { return }
            forms[Self.form(of: term), default: []].insert(term)
        }
        let category = CleanText.normal(CleanText.folded(record[.category] ?? ""))
        let country = CleanText.normal(CleanText.folded(record[.country] ?? ""))
        drink = DrinkLexicon.meanings(in: category)
        origin = DrinkLexicon.meanings(in: country)
        namedDrink = DrinkLexicon.meanings(in: name)
        let beginnings = Set(
            (category + " " + country).split(separator: " ").filter { $0.count >= 4 }.map { String($0.prefix(5)) })
        generic = fullSet.filter { [drink, origin] term in
            DrinkLexicon.meanings(of: term).contains { drink.contains($0) || origin.contains($0) }
                || term.count >= 4 && beginnings.contains(String(term.prefix(5))) || DrinkLexicon.fillers.contains(term)
        }
        purposes = Self.purposes(name.split(separator: " ").map(String.init))
        categoryTerms = Set(category.split(separator: " ").map(String.init))
        countryTerms = Set(country.split(separator: " ").map(String.init))
    }

    static func isNumber(_ term: String) -> Bool {
        term.unicodeScalars.first.map(CleanText.isDigit) ?? false
            && term.unicodeScalars.allSatisfy { CleanText.isDigit($0) || $0 == "." }
    }

    private static let romans = ["ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"]

    /// The number of a version: `7`, `v10`, `cs3`, `iii`.
    private static func version(_ term: String) -> String? {
        if let roman = romans[term] { return roman }
        let letters = term.prefix(while: \.isLetter)
        let rest = term.dropFirst(letters.count)
        let whole = rest.prefix(while: \.isNumber)
        guard (1...2).contains(whole.count), letters.count <= 3 else { return nil }
        let tail = rest.dropFirst(whole.count)
        if tail.isEmpty { return String(whole) }
        guard letters.isEmpty || letters == "v" || letters == "ver", tail.first == ".", tail.count > 1,
            tail.dropFirst().allSatisfy(\.isNumber)
        else { return nil }
        return String(rest)
    }

    private static func generations(_ terms: [String]) -> Set<String> {
        var found = Set(terms.compactMap { romans[$0] })
        for (word, next) in zip(terms, terms.dropFirst()) where word == "mark" || word == "mk" {
            if next == "i" { found.insert("1") }
            if next.count == 1, ("2"..."9").contains(next) { found.insert(next) }
        }
        for term in terms where term.count == 3 && term.hasPrefix("mk") {
            let last = String(term.suffix(1))
            if ("2"..."9").contains(last) { found.insert(last) }
        }
        return found
    }

    private static func trigrams(of text: String) -> Set<String> {
        var found: Set<String> = []
        for word in text.split(separator: " ") {
            let padded = Array(" \(word) ")
            for start in 0..<max(0, padded.count - 2) { found.insert(String(padded[start..<start + 3])) }
        }
        return found
    }

    private static func form(of term: String) -> String {
        var form = ""
        var isIn = false
        for sign in term {
            if sign.isNumber {
                if !isIn { form.append("#") }
                isIn = true
            } else {
                form.append(sign)
                isIn = false
            }
        }
        return form
    }

    private static let purposeWords: Set<String> = ["for", "para", "pour", "fur", "per", "voor", "fits"]
    private static let articles: Set<String> = ["the", "la", "le"]

    private static func purposes(_ words: [String]) -> Set<String> {
        var found: Set<String> = []
        for (place, word) in words.enumerated() where purposeWords.contains(word) {
            let rest = words[(place + 1)...].drop { articles.contains($0) }
            if let purpose = rest.first, purpose.count >= 3, purpose.unicodeScalars.allSatisfy(CleanText.isSmallLetter)
            {
                found.insert(purpose)
            }
        }
        return found
    }
}
