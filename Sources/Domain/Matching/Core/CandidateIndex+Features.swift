import Catalog

extension CandidateIndex {
    /// What a reviewer wants to see of a comparison, the same for matches and near misses.
    func features(of item: IndexedItem, and product: IndexedItem, _ comparison: ItemComparison) -> [MatchFeature] {
        let words = NameDifference(comparison.left, item, comparison.right, product)
        var features = [
            MatchFeature("name", "\(Int((comparison.name.similarity * 100).rounded())) % alike"),
            MatchFeature("shared words", list(words.shared)),
        ]
        if !words.onlyLeft.isEmpty { features.append(MatchFeature("only here", list(words.onlyLeft))) }
        if !words.onlyRight.isEmpty { features.append(MatchFeature("only there", list(words.onlyRight))) }
        if let word = comparison.name.vetoWord { features.append(MatchFeature("another item by", word.text)) }
        let (one, other) = (item.facts, product.facts)
        features.append(fact("size", one.millilitres, other.millilitres) { "\($0) ml" })
        features.append(fact("vintage", one.vintage, other.vintage) { "\($0)" })
        features.append(fact("age", one.ageYears, other.ageYears) { "\($0) years" })
        features.append(fact("strength", one.strengthBasisPoints, other.strengthBasisPoints, percent))
        return features
    }

    private func list(_ words: [String]) -> String {
        words.isEmpty ? "none" : words.joined(separator: ", ")
    }

    private func fact(_ name: String, _ one: Int?, _ other: Int?, _ text: (Int) -> String) -> MatchFeature {
        switch (one, other) {
        case (nil, nil): MatchFeature(name, "unknown on both sides")
        case (let one?, nil): MatchFeature(name, "\(text(one)) here, unknown there")
        case (nil, let other?): MatchFeature(name, "unknown here, \(text(other)) there")
        case (let one?, let other?) where one == other: MatchFeature(name, "\(text(one)) on both sides")
        case (let one?, let other?): MatchFeature(name, "\(text(one)) here, \(text(other)) there")
        }
    }

    private func percent(_ basisPoints: Int) -> String {
        let (whole, part) = basisPoints.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(whole)\(part == 0 ? "" : part < 10 ? ".0\(part)" : part % 10 == 0 ? ".\(part / 10)" : ".\(part)") %"
    }
}
