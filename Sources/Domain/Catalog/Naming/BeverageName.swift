/// What a distributor's line says about one item, and what it leaves open.
///
/// A field that the name does not state is nil. A field listed in `ambiguous` has tokens in the name that allow more
/// than one reading: its value, where there is one, must not be relied on for matching.
package struct BeverageName: Sendable {
    /// The text as given.
    package let raw: String
    package let style: HouseStyle?
    package internal(set) var kind: NameKind = .product

    /// Full name of the brand. Where `brandIsKnown` is false these are the words before the first word that describes
    /// a drink: a guess.
    package internal(set) var brand: String?
    package internal(set) var brandIsKnown = false
    /// The name without the brand, abbreviations written out.
    package internal(set) var product: String?
    package internal(set) var beverageClass: BeverageClass?

    /// Of one sales unit.
    package internal(set) var volume: Volume?
    package internal(set) var pack = Pack()
    package internal(set) var strength: Strength?
    package internal(set) var vintage: Vintage?
    /// Years of ageing stated, 1…100.
    package internal(set) var ageYears: Int?
    package internal(set) var container: Container?
    package internal(set) var flags: Set<NameFlag> = []
    package internal(set) var ambiguous: Set<NameField> = []

    /// US proof in tenths (904 for 90.4), where the strength is known.
    package var proofTenths: Int? { strength?.proofTenths }

    /// The category of `beverageClass`.
    package var category: CategoryCode? { beverageClass.map { CategoryCode.from($0) } }

    /// Longest name that is looked at, in bytes; the rest is ignored.
    package static let longest = 400

    /// Reads a line in the conventions of `style`; nil leaves everything open that depends on the style.
    /// - Parameter currentYear: the latest plausible vintage, for example 2026.
    package static func read(_ raw: String, style: HouseStyle?, currentYear: Int) -> BeverageName {
        var draft = NameDraft(raw, style: style, currentYear: currentYear)
        if NonProductFilter.matches(draft.tokens) {
            draft.name.kind = .nonProduct
            return draft.name
        }
        BundleRule.apply(to: &draft)
        KnownBrands.mark(&draft)
        // Phrases of drinks come before handling marks, so that CAN WSKY is not a can; sizes come before packs, so
        // that a pack may use the size it stands beside.
        Abbreviations.mark(&draft)
        TrailingCode.apply(to: &draft)
        AgeGrammar.apply(to: &draft)
        StrengthGrammar.applyMarked(to: &draft)
        PackGrammar.apply(to: &draft)
        SizeGrammar.apply(to: &draft)
        HandlingGrammar.apply(to: &draft)
        SizeGrammar.applyBare(to: &draft)
        ClassRules.apply(to: &draft)
        HandlingGrammar.resolveByClass(&draft)
        PackRules.settle(&draft)
        VintageGrammar.apply(to: &draft)
        StrengthGrammar.applyBare(to: &draft)
        NameWording.apply(to: &draft)
        return draft.name
    }
}
