import Foundation

/// What a pair of records says for and against their being one thing, as numbers; NaN where one side says nothing of it.
struct PairFeatures {
    let universe: RecordUniverse

    init(_ universe: RecordUniverse) { self.universe = universe }

    /// Names and values, always in the same order.
    struct Row {
        private(set) var names: [String] = []
        private(set) var values: [Float] = []
        /// What each number belongs to, for people.
        private(set) var groups: [EvidenceGroup] = []
        /// What numbers added from now on belong to.
        var group = EvidenceGroup.name
        let keepsNames: Bool

        init(keepsNames: Bool) { self.keepsNames = keepsNames }

        mutating func add(_ name: @autoclosure () -> String, _ value: Double) {
            if keepsNames {
                names.append(name())
                groups.append(group)
            }
            values.append(Float(value))
        }

        mutating func add(_ name: @autoclosure () -> String, _ value: Int) { add(name(), Double(value)) }
        mutating func add(_ name: @autoclosure () -> String, _ value: Bool) { add(name(), value ? 1.0 : 0) }
        mutating func add(_ name: @autoclosure () -> String, _ value: Bool?) {
            add(name(), value.map { $0 ? 1.0 : 0 } ?? .nan)
        }
    }

    /// - Parameters:
    ///   - left, right: places in the universe.
    func row(_ left: Int, _ right: Int, keepsNames: Bool = false) -> Row {
        let sides = Sides(universe, left, right)
        var row = Row(keepsNames: keepsNames)
        addTexts(sides, &row)
        addTerms(sides, &row)
        addAlignment(sides, &row)
        row.group = .maker
        addMakers(sides, &row)
        row.group = .code
        addCodes(sides, &row)
        row.group = .number
        addNumbers(sides, &row)
        row.group = .variant
        addVariants(sides, &row)
        addFacts(sides, &row)
        row.group = .description
        addDescriptions(sides, &row)
        return row
    }

    /// Both records with what is made of them together.
    struct Sides {
        let a: PreparedRecord
        let b: PreparedRecord
        let weightsA: [String: Double]
        let weightsB: [String: Double]
        let totalA: RecordUniverse.Totals
        let totalB: RecordUniverse.Totals
        let makersA: Set<String>
        let makersB: Set<String>
        let alignment: TermAlignment
        let scale: Double

        init(_ universe: RecordUniverse, _ left: Int, _ right: Int) {
            (a, b) = (universe.records[left], universe.records[right])
            (weightsA, weightsB) = (universe.weights[left], universe.weights[right])
            (totalA, totalB) = (universe.totals[left], universe.totals[right])
            (makersA, makersB) = (universe.makersOf[left], universe.makersOf[right])
            alignment = TermAlignment(a, b)
            scale = universe.scale
        }
    }

    /// A share of two positive numbers, the smaller of the larger; NaN where one is missing.
    static func ratio(_ one: Double, _ other: Double) -> Double {
        one > 0 && other > 0 && one.isFinite && other.isFinite ? min(one, other) / max(one, other) : .nan
    }

    /// Whether two sets have something in common; nil where one is empty.
    static func meets<Element: Hashable>(_ one: Set<Element>, _ other: Set<Element>) -> Bool? {
        one.isEmpty || other.isEmpty ? nil : !one.isDisjoint(with: other)
    }

    static func share(_ part: Int, _ whole: Int) -> Double { Double(part) / Double(max(1, whole)) }

    // MARK: - Texts

    private func addTexts(_ sides: Sides, _ row: inout Row) {
        let (a, b) = (sides.a, sides.b)
        let (name, other) = (TextPattern(a.name), PreparedText(b.name))
        row.add("ratio", name.indelRatio(to: other))
        row.add("partial", name.partialRatio(to: other))
        row.add("tsort", name.tokenSortRatio(to: other))
        row.add("tset", name.tokenSetRatio(to: other))
        row.add("jw", name.jaroWinkler(to: other))
        row.add("psort", name.partialTokenSortRatio(to: other))
        row.add("nospace", TextPattern(a.joined).indelRatio(to: PreparedText(b.joined)))
        let (full, otherFull) = (TextPattern(a.full), PreparedText(b.full))
        row.add("fsort", full.tokenSortRatio(to: otherFull))
        row.add("fset", full.tokenSetRatio(to: otherFull))
        row.add("g3ov", Self.share(a.trigrams.intersection(b.trigrams).count, min(a.trigrams.count, b.trigrams.count)))
    }

    // MARK: - Terms

    private func addTerms(_ sides: Sides, _ row: inout Row) {
        let (a, b) = (sides.a, sides.b)
        let shared = a.termSet.intersection(b.termSet).sorted()
        let sharedFull = a.fullSet.intersection(b.fullSet).sorted()
        let weight = shared.reduce(0) { $0 + (sides.weightsA[$1] ?? 0) }
        let fullWeight = sharedFull.reduce(0) { $0 + (sides.weightsA[$1] ?? 0) }
        func squares(_ terms: [String]) -> Double { terms.reduce(0) { $0 + pow(sides.weightsA[$1] ?? 0, 2) } }
        row.add("jac", Self.share(shared.count, a.termSet.union(b.termSet).count))
        row.add("ovl", Self.share(shared.count, min(a.termSet.count, b.termSet.count)))
        row.add("wjac", weight / (sides.totalA.terms + sides.totalB.terms - weight))
        row.add("wcl", weight / sides.totalA.terms)
        row.add("wcr", weight / sides.totalB.terms)
        row.add("wcos", squares(shared) / (sides.totalA.termsNorm * sides.totalB.termsNorm))
        row.add("fwjac", fullWeight / (sides.totalA.full + sides.totalB.full - fullWeight))
        row.add("fwcos", squares(sharedFull) / (sides.totalA.fullNorm * sides.totalB.fullNorm))
        let rarest = sharedFull.map { sides.weightsA[$0] ?? 0 }.sorted(by: >)
        row.add("com1", (rarest.first ?? 0) / sides.scale)
        row.add("com2", (rarest.dropFirst().first ?? 0) / sides.scale)
        row.add("ncom", sharedFull.count)
        row.add("comw", fullWeight / sides.scale)
    }

    // MARK: - Terms that stand for each other

    private func addAlignment(_ sides: Sides, _ row: inout Row) {
        let (a, b, found, scale) = (sides.a, sides.b, sides.alignment, sides.scale)
        func sum(_ terms: Set<String>, _ weights: [String: Double], _ matched: [String: Double]) -> Double {
            terms.sorted().reduce(0) { $0 + (weights[$1] ?? 0) * (matched[$1] ?? 0) }
        }
        func open(_ terms: Set<String>, _ weights: [String: Double], _ matched: [String: Double]) -> [Double] {
            terms.map { (weights[$0] ?? 0) * (1 - (matched[$0] ?? 0)) }.sorted(by: >)
        }
        func both(_ name: String, _ left: Double, _ right: Double) {
            row.add(name + "l", left)
            row.add(name + "r", right)
            row.add(name + "min", min(left, right))
            row.add(name + "max", max(left, right))
        }
        let (left, right) = (sum(a.fullSet, sides.weightsA, found.left), sum(b.fullSet, sides.weightsB, found.right))
        both("sc", left / sides.totalA.full, right / sides.totalB.full)
        row.add("sjac", (left + right) / (sides.totalA.full + sides.totalB.full))
        both(
            "st", sum(a.termSet, sides.weightsA, found.left) / sides.totalA.terms,
            sum(b.termSet, sides.weightsB, found.right) / sides.totalB.terms)
        let (openA, openB) = (open(a.termSet, sides.weightsA, found.left), open(b.termSet, sides.weightsB, found.right))
        for (name, values) in [("l", openA), ("r", openB)] {
            row.add("u\(name)1", (values.first ?? 0) / scale)
            row.add("u\(name)2", (values.dropFirst().first ?? 0) / scale)
        }
        both("uw", openA.reduce(0, +) / scale, openB.reduce(0, +) / scale)
        row.add("uln", a.termSet.count { (found.left[$0] ?? 0) < 0.5 })
        row.add("urn", b.termSet.count { (found.right[$0] ?? 0) < 0.5 })
        let (ownA, ownB) = (a.termSet.subtracting(a.generic), b.termSet.subtracting(b.generic))
        let (restA, restB) = (
            open(ownA, sides.weightsA, found.left).reduce(0, +), open(ownB, sides.weightsB, found.right).reduce(0, +)
        )
        row.add("ulx", restA / scale)
        row.add("urx", restB / scale)
        func whole(_ terms: Set<String>, _ weights: [String: Double]) -> Double {
            max(1e-9, terms.sorted().reduce(0) { $0 + (weights[$1] ?? 0) })
        }
        both("sx", 1 - restA / whole(ownA, sides.weightsA), 1 - restB / whole(ownB, sides.weightsB))
        func head(_ terms: [String], _ matched: [String: Double]) -> Double {
            terms.prefix(3).reduce(0) { $0 + (matched[$1] ?? 0) } / Double(max(1, min(3, terms.count)))
        }
        row.add("head", head(a.terms, found.left))
        row.add("headr", head(b.terms, found.right))
        row.add("first", a.terms.first != nil && a.terms.first == b.terms.first)
        row.add("prefix", zip(a.terms, b.terms).prefix { $0 == $1 }.count)
    }

    // MARK: - Makers

    private func addMakers(_ sides: Sides, _ row: inout Row) {
        let (a, b, one, other) = (sides.a, sides.b, sides.makersA, sides.makersB)
        row.add("brand", Self.meets(one, other))
        row.add(
            "brandj",
            one.isEmpty || other.isEmpty ? .nan : Self.share(one.intersection(other).count, one.union(other).count))
        row.add("brconf", min(one.subtracting(other).count, other.subtracting(one).count))
        row.add("brx", one.symmetricDifference(other).count)
        func covered(_ terms: [String], _ weights: [String: Double], _ matched: [String: Double]) -> Double {
            guard !terms.isEmpty else { return .nan }
            let whole = terms.reduce(0) { $0 + (weights[$1] ?? 0) }
            return terms.reduce(0) { $0 + (weights[$1] ?? 0) * (matched[$1] ?? 0) } / max(1e-9, whole)
        }
        row.add("brcl", covered(a.brandTerms, sides.weightsA, sides.alignment.left))
        row.add("brcr", covered(b.brandTerms, sides.weightsB, sides.alignment.right))
        func named(_ terms: [String], in record: PreparedRecord) -> Double {
            terms.prefix(2).map { term in
                record.fullSet.contains(term) ? 1 : term.utf8.count >= 4 && record.joined.contains(term) ? 0.8 : 0
            }.max() ?? .nan
        }
        row.add("brl", named(a.brandTerms, in: b))
        row.add("brr", named(b.brandTerms, in: a))
    }
}
