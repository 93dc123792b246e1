import Foundation

extension PairFeatures {
    // MARK: - Codes

    func addCodes(_ sides: Sides, _ row: inout Row) {
        let (a, b) = (sides.a, sides.b)
        let shared = a.codeSet.intersection(b.codeSet)
        row.add("ncl", a.codeSet.count)
        row.add("ncr", b.codeSet.count)
        row.add("codeeq", shared.count)
        row.add("codelen", shared.map(\.count).max() ?? 0)
        row.add("codew", shared.sorted().reduce(0) { $0 + universe.weight($1) } / sides.scale)
        let strangeA = a.strongCodes.filter { !b.codeSet.contains($0) && !b.everythingJoined.contains($0) }
        let strangeB = b.strongCodes.filter { !a.codeSet.contains($0) && !a.everythingJoined.contains($0) }
        let foundA = a.strongCodes.isEmpty ? Double.nan : 1 - Self.share(strangeA.count, a.strongCodes.count)
        let foundB = b.strongCodes.isEmpty ? Double.nan : 1 - Self.share(strangeB.count, b.strongCodes.count)
        row.add("sinr", foundA)
        row.add("sinl", foundB)
        row.add("sinmax", foundA.isNaN ? foundB : foundB.isNaN ? foundA : max(foundA, foundB))
        row.add(
            "codeconf",
            !strangeA.isEmpty && !strangeB.isEmpty && strangeA.count == a.strongCodes.count
                && strangeB.count == b.strongCodes.count)
        var (nearest, beginning) = (0.0, 0.0)
        for code in a.strongCodes {
            let pattern = TextPattern(code)
            for other in b.strongCodes {
                nearest = max(nearest, pattern.indelRatio(to: PreparedText(other)))
                let prefix = zip(code.utf8, other.utf8).prefix { $0 == $1 }.count
                beginning = max(beginning, Self.share(prefix, min(code.utf8.count, other.utf8.count)))
            }
        }
        let isComparable = !a.strongCodes.isEmpty && !b.strongCodes.isEmpty
        row.add("codesim", isComparable ? nearest : .nan)
        row.add("codepre", isComparable ? beginning : .nan)
        func within(_ codes: [String], _ text: String) -> Double {
            codes.filter { $0.utf8.count <= text.utf8.count }
                .map { TextPattern($0).partialRatio(to: PreparedText(text)) }.max() ?? .nan
        }
        row.add("codepl", within(a.strongCodes, b.joined))
        row.add("codepr", within(b.strongCodes, a.joined))
        func longest(_ codes: [String], in text: String) -> Double {
            codes.max { $0.count < $1.count }.map { text.contains($0) ? 1 : 0 } ?? .nan
        }
        row.add("lastl", longest(a.strongCodes, in: b.everythingJoined))
        row.add("lastr", longest(b.strongCodes, in: a.everythingJoined))
        let forms = Set(a.forms.keys).intersection(b.forms.keys)
        let equal = forms.count { !(a.forms[$0] ?? []).isDisjoint(with: b.forms[$0] ?? []) }
        row.add("skelconf", forms.count - equal)
        row.add("skeleq", equal)
    }

    // MARK: - Numbers

    func addNumbers(_ sides: Sides, _ row: inout Row) {
        let (a, b, found) = (sides.a, sides.b, sides.alignment)
        let (one, other) = (a.numberTerms, b.numberTerms)
        row.add(
            "digj",
            one.isEmpty && other.isEmpty ? .nan : Self.share(one.intersection(other).count, one.union(other).count))
        let openA = one.count { (found.left[$0] ?? 0) < 0.8 }
        let openB = other.count { (found.right[$0] ?? 0) < 0.8 }
        row.add("digl", openA)
        row.add("digr", openB)
        row.add("digconf", min(openA, openB))
        row.add("digcom", one.intersection(other).count)
        let (plainA, plainB) = (a.numbers.subtracting(a.years), b.numbers.subtracting(b.years))
        let (restA, restB) = (plainA.subtracting(plainB), plainB.subtracting(plainA))
        row.add("numcom", plainA.intersection(plainB).count)
        row.add("numl", restA.count)
        row.add("numr", restB.count)
        row.add("numconf", !restA.isEmpty && !restB.isEmpty && plainA.isDisjoint(with: plainB))
        row.add("ver", Self.meets(a.versions, b.versions))
        row.add("verx", a.versions.isEmpty != b.versions.isEmpty)
        row.group = .vintage
        row.add("year", Self.meets(a.years, b.years))
        row.add("yearx", a.years.isEmpty != b.years.isEmpty)
        row.group = .age
        row.add("age", Self.meets(a.ages, b.ages))
        row.group = .number
        row.add(
            "rom",
            a.generations.isEmpty && b.generations.isEmpty
                ? .nan : a.generations == b.generations ? 1 : a.generations.isEmpty || b.generations.isEmpty ? 0.5 : 0)
        row.add("forc", Self.meets(a.purposes, b.purposes))
        row.group = .size
        let (equal, different) = Self.agreement(a.measures, b.measures)
        row.add("uniteq", equal)
        row.add("unitconf", different)
        row.add("unitone", Set(a.measures.keys).symmetricDifference(b.measures.keys).count)
        for unit in ["gb", "in", "mhz", "mm", "pk", "user"] {
            row.add("u_\(unit)", Self.meets(a.measures[unit] ?? [], b.measures[unit] ?? []))
        }
        guard !a.describedMeasures.isEmpty || !b.describedMeasures.isEmpty else {
            row.add("duniteq", Double.nan)
            row.add("dunitconf", Double.nan)
            return
        }
        let all = Self.agreement(
            a.measures.merging(a.describedMeasures) { $0.union($1) },
            b.measures.merging(b.describedMeasures) { $0.union($1) })
        row.add("duniteq", all.equal)
        row.add("dunitconf", all.different)
    }

    private static func agreement(
        _ one: [String: Set<Double>], _ other: [String: Set<Double>]
    ) -> (equal: Int, different: Int) {
        let units = Set(one.keys).intersection(other.keys)
        let equal = units.count { !(one[$0] ?? []).isDisjoint(with: other[$0] ?? []) }
        return (equal, units.count - equal)
    }

    // MARK: - Variants

    func addVariants(_ sides: Sides, _ row: inout Row) {
        let (a, b) = (sides.a, sides.b)
        let onlyA = a.variants.subtracting(b.variants).subtracting(b.describedVariants)
        let onlyB = b.variants.subtracting(a.variants).subtracting(a.describedVariants)
        row.add("varl", onlyA.count)
        row.add("varr", onlyB.count)
        row.add("varc", a.variants.intersection(b.variants).count)
        for variant in VariantWords.single {
            row.add(
                "v_\(variant)",
                onlyA.contains(variant)
                    ? 1
                    : onlyB.contains(variant)
                        ? 2 : a.variants.contains(variant) && b.variants.contains(variant) ? 3 : 0.0)
        }
        let colours = VariantWords.colours
        row.add(
            "colour",
            Self.meets(
                a.variants.union(a.describedVariants).intersection(colours),
                b.variants.union(b.describedVariants).intersection(colours)))
    }

    // MARK: - Facts

    func addFacts(_ sides: Sides, _ row: inout Row) {
        let (a, b) = (sides.a, sides.b)
        let price = Self.ratio(a.price, b.price)
        row.group = .price
        row.add("price", price)
        row.add("plog", price.isNaN ? .nan : log(a.price / b.price))
        row.group = .size
        row.add("vol", Self.ratio(a.volume, b.volume))
        row.group = .strength
        row.add("abvd", abs(a.strength - b.strength))
        row.group = .name
        row.add("lenr", Self.share(min(a.terms.count, b.terms.count), max(a.terms.count, b.terms.count)))
        row.add("lend", a.terms.count - b.terms.count)
        row.add("lenl", a.terms.count)
        row.add("lenrr", b.terms.count)
        let (drinks, shared) = (a.drink.union(b.drink).count, a.drink.intersection(b.drink).count)
        let isStated = !a.drink.isEmpty && !b.drink.isEmpty
        row.group = .category
        row.add("cat", isStated ? Self.share(shared, drinks) : .nan)
        row.add("catm", isStated ? Self.share(shared, min(a.drink.count, b.drink.count)) : .nan)
        row.group = .country
        row.add("ctry", Self.meets(a.origin, b.origin))
        row.group = .category
        let (allA, allB) = (a.drink.union(a.namedDrink), b.drink.union(b.namedDrink))
        let isSaid = !(a.drink.isEmpty && b.drink.isEmpty) && !(a.namedDrink.isEmpty && b.namedDrink.isEmpty)
        row.add("catt", isSaid ? Self.share(allA.intersection(allB).count, min(allA.count, allB.count)) : .nan)
    }

    // MARK: - Descriptions

    func addDescriptions(_ sides: Sides, _ row: inout Row) {
        let (a, b) = (sides.a, sides.b)
        guard !a.descriptionTerms.isEmpty || !b.descriptionTerms.isEmpty else {
            for name in ["dtl", "dtr", "dd", "tdl", "tdr", "dtset", "dcode"] { row.add(name, Double.nan) }
            return
        }
        func sum(_ terms: Set<String>, _ weights: [String: Double], in others: Set<String>) -> Double {
            terms.sorted().reduce(0) { $0 + (others.contains($1) ? weights[$1] ?? 0 : 0) }
        }
        row.add("dtl", sum(a.termSet, sides.weightsA, in: b.fullSet.union(b.descriptionTerms)) / sides.totalA.terms)
        row.add("dtr", sum(b.termSet, sides.weightsB, in: a.fullSet.union(a.descriptionTerms)) / sides.totalB.terms)
        func weight(_ terms: Set<String>) -> Double { terms.sorted().reduce(0) { $0 + universe.weight($1) } }
        let areBoth = !a.descriptionTerms.isEmpty && !b.descriptionTerms.isEmpty
        row.add(
            "dd",
            areBoth
                ? weight(a.descriptionTerms.intersection(b.descriptionTerms))
                    / max(1e-9, min(weight(a.descriptionTerms), weight(b.descriptionTerms))) : .nan)
        row.add(
            "tdl",
            a.descriptionTerms.isEmpty
                ? .nan : sum(b.termSet, sides.weightsB, in: a.descriptionTerms) / sides.totalB.terms)
        row.add(
            "tdr",
            b.descriptionTerms.isEmpty
                ? .nan : sum(a.termSet, sides.weightsA, in: b.descriptionTerms) / sides.totalA.terms)
        row.add(
            "dtset",
            TextPattern("\(a.name) \(a.description.prefix(200))").tokenSetRatio(
                to: PreparedText("\(b.name) \(b.description.prefix(200))")))
        row.add(
            "dcode",
            a.codeSet.union(a.descriptionCodes).intersection(b.codeSet.union(b.descriptionCodes)).count)
    }
}
