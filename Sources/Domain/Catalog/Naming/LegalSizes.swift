/// Sizes that a bare number may be: US standards of fill for spirits (27 CFR 5.203) and wine (27 CFR 4.72) as amended
/// on 10 January 2025, and the usual sizes of cans and imports.
package enum LegalSizes {
    private static let spirits: Set<Int> = [
        50, 100, 187, 200, 250, 331, 350, 355, 375, 475, 500, 570, 700, 710, 720, 750, 900, 945, 1_000, 1_500, 1_750,
        1_800, 2_000, 3_000, 3_750,
    ]

    private static let wine: Set<Int> = [
        50, 100, 180, 187, 200, 250, 300, 330, 355, 360, 375, 473, 500, 550, 568, 600, 620, 700, 720, 750, 1_000,
        1_500, 1_800, 2_250, 3_000,
    ]

    private static let others: Set<Int> = [330, 440, 650, 1_140, 4_000, 5_000]

    private static let all = spirits.union(wine).union(others)

    /// Whether a number without a unit may be millilitres.
    static func mayBeMillilitres(_ number: Int) -> Bool {
        all.contains(number)
    }

    /// Whether US law lets a drink of this class be sold in this size; nil where there is no federal standard (beer) or
    /// the class is unknown. A false answer is worth a note, not a refusal: imports, sake and old stock differ.
    package static func isStandard(_ volume: Volume, for beverageClass: BeverageClass?) -> Bool? {
        guard let beverageClass, !beverageClass.isBeerLike else { return nil }
        let millilitres = volume.millilitres
        if beverageClass.isWine {
            return wine.contains(millilitres) || millilitres >= 18_000
                || (4_000...17_000).contains(millilitres) && millilitres % 1_000 == 0
        }
        return beverageClass.hasProof ? spirits.contains(millilitres) : nil
    }
}
