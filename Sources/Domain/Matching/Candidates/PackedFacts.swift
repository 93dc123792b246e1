import Catalog

/// What tells one listing from another besides its words, in 20 bytes; 0 means unknown.
struct PackedFacts: Hashable, Sendable {
    private(set) var millilitres: Int32 = 0
    /// Hundredths of a percent of alcohol.
    private(set) var strength: UInt16 = 0
    private(set) var vintage: UInt16 = 0
    private(set) var age: UInt8 = 0
    /// Units in a case, and units bundled in a carrier.
    private(set) var units: UInt8 = 0
    private(set) var bundled: UInt8 = 0
    private(set) var filling = Filling.unknown
    private(set) var isWine = false

    /// What it is filled in, as far as names say it in a way that keeps things apart.
    enum Filling: UInt8, Sendable { case unknown, bottle, can }

    init() {}

    init(_ facts: ItemFacts, bundled: Int?, filling: Filling, isWine: Bool) {
        millilitres = Int32(clamping: facts.millilitres ?? 0)
        strength = UInt16(clamping: facts.strengthBasisPoints ?? 0)
        vintage = UInt16(clamping: facts.vintage ?? 0)
        age = UInt8(clamping: facts.ageYears ?? 0)
        units = UInt8(clamping: facts.unitsPerCase ?? 0)
        self.bundled = UInt8(clamping: bundled ?? 0)
        self.filling = filling
        self.isWine = isWine
    }

    /// Whether both state something that one thing cannot have twice: size, vintage, age, strength, pack or filling.
    func contradicts(_ other: PackedFacts) -> Bool {
        if isPackedOtherwise(than: other) { return true }
        // The kind matters only for how far labels may differ; what names the grape or the year on one side is wine on both.
        let isWine = (isWine || other.isWine) && strength != other.strength
        return itemFacts(isWine: isWine).nameBlocker(against: other.itemFacts(isWine: isWine)) != nil
    }

    /// The same of things that share a code: what it says weighs more than strength and pack, which are often left at a
    /// rounded figure.
    func contradictsCode(_ other: PackedFacts) -> Bool {
        itemFacts(isWine: false).codeBlocker(against: other.itemFacts(isWine: false)) != nil
    }

    /// Whether a number in a name only repeats what is known here.
    /// - Parameter hundredths: the number times 100.
    func explains(_ hundredths: Int32) -> Bool {
        // Proof is twice the percentage.
        if strength > 0, hundredths == Int32(strength) || hundredths == 2 * Int32(strength) { return true }
        guard hundredths > 0, hundredths % 100 == 0 else { return false }
        let number = hundredths / 100
        return number == millilitres || number == Int32(vintage) || vintage > 0 && number == Int32(vintage) % 100
            || number == Int32(age) || number == Int32(units) || number == Int32(bundled)
    }

    private static let wine = CategoryCode(rawValue: "wine")

    private func itemFacts(isWine: Bool) -> ItemFacts {
        func known(_ value: some BinaryInteger) -> Int? { value == 0 ? nil : Int(value) }
        return ItemFacts(
            millilitres: known(millilitres), strengthBasisPoints: known(strength), vintage: known(vintage),
            ageYears: known(age), category: isWine ? Self.wine : nil)
    }

    private func isPackedOtherwise(than other: PackedFacts) -> Bool {
        units > 0 && other.units > 0 && units != other.units
            || bundled > 0 && other.bundled > 0 && bundled != other.bundled
            || filling != .unknown && other.filling != .unknown && filling != other.filling
    }
}
