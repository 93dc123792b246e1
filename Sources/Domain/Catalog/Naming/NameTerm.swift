/// A word or phrase that describes a drink, written out.
struct NameTerm: Equatable {
    /// Where a term stands in the product's name: "Small Batch 12 Year Bourbon Kentucky".
    enum Rank: Int, Comparable {
        case other, maturity, age, noun, region
        /// Understood, but not part of the name.
        case hidden

        static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
    }

    let text: String
    let rank: Rank
    let signals: Set<ClassSignal>

    init(text: String, rank: Rank, signals: Set<ClassSignal>) {
        self.text = text
        self.rank = rank
        self.signals = signals
    }

    var isGrape: Bool { signals.contains(.redGrape) || signals.contains(.whiteGrape) || signals.contains(.agave) }

    /// Whether a brand may begin with it: "Red Stripe", "Black Stallion".
    var isOnlyColour: Bool { signals.isSubset(of: [.red, .white]) }
}
