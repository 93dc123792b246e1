import Catalog

extension ItemFacts {
    /// Alcohol by volume may differ by this much: labels round. In hundredths of a percent.
    static let strengthTolerance = 30
    /// Wine may differ by this much: the same wine is labelled by another vintage, and labels may be half a percent off
    /// in the EU and more than one in North America.
    static let wineStrengthTolerance = 100

    /// What makes a shared GTIN unbelievable: size, vintage or age known on both sides and different.
    func codeBlocker(against other: ItemFacts) -> HardBlocker? {
        if let one = millilitres, let two = other.millilitres, !SizeBucket.isSame(one, two) { return .size }
        if let one = vintage, let two = other.vintage, one != two { return .vintage }
        if let one = ageYears, let two = other.ageYears, one != two { return .age }
        return nil
    }

    /// What makes likeness of names meaningless: the above, strength, the family of the category, and the container.
    func nameBlocker(against other: ItemFacts) -> HardBlocker? {
        if let blocker = codeBlocker(against: other) { return blocker }
        if let one = strengthBasisPoints, let two = other.strengthBasisPoints,
            differs(one, two, byMoreThan: strengthTolerance(against: other))
        {
            return .strength
        }
        if let one = category, let two = other.category, one.contradicts(two) { return .category }
        if let one = container, let two = other.container, one.isOther(than: two) { return .container }
        return nil
    }

    /// Whether a number in a name repeats the strength, in whole percent or in proof.
    func states(strength number: Int) -> Bool {
        guard let strengthBasisPoints else { return false }
        let (percent, rest) = strengthBasisPoints.quotientAndRemainder(dividingBy: 100)
        return (rest == 0 && number == percent) || (rest % 50 == 0 && number == strengthBasisPoints / 50)
    }

    /// Whether a number at the end of the name may be the vintage: of a wine that states none, and not where it is an age.
    var mayEndInVintage: Bool { vintage == nil && ageYears == nil && (category == nil || isWine) }

    private var isWine: Bool { category?.family.rawValue == "wine" }

    private func strengthTolerance(against other: ItemFacts) -> Int {
        isWine && other.isWine ? Self.wineStrengthTolerance : Self.strengthTolerance
    }

    private func differs(_ one: Int, _ other: Int, byMoreThan tolerance: Int) -> Bool {
        let (difference, overflow) = one.subtractingReportingOverflow(other)
        return overflow || difference.magnitude > UInt(tolerance)
    }
}

extension CategoryCode {
    private static let wineColours = ["wine.red", "wine.white", "wine.rose"]

    /// Whether no item can be both: another family (wine, beer, spirits), or wine of another colour. Finer differences
    /// are not trusted, since sources draw the lines within a family differently.
    func contradicts(_ other: CategoryCode) -> Bool {
        if family != other.family { return true }
        return self != other && Self.wineColours.contains(rawValue) && Self.wineColours.contains(other.rawValue)
    }
}
