/// How many sales units a case holds and how they are bundled. Nil is "not stated or not knowable".
package struct Pack: Hashable, Sendable {
    /// Units per case: `packs` × `perPack` where both are known.
    package var units: Int?
    /// Units in one inner pack; 1 for loose units.
    package var perPack: Int?
    /// Inner packs per case.
    package var packs: Int?

    package init(units: Int? = nil, perPack: Int? = nil, packs: Int? = nil) {
        self.units = units
        self.perPack = perPack
        self.packs = packs
    }

    /// Most units a case may hold; a larger product is a misreading (120 minis is a real case).
    package static let mostUnits = 1_000

    /// `packs` packs of `perPack` units, or nil if either is below 1 or the product is above `mostUnits`.
    package init?(packs: Int, of perPack: Int) {
        let (units, over) = packs.multipliedReportingOverflow(by: perPack)
        guard packs >= 1, perPack >= 1, !over, units <= Self.mostUnits else { return nil }
        self.init(units: units, perPack: perPack, packs: packs)
    }

    /// A case of loose units.
    package init?(loose units: Int) {
        self.init(packs: units, of: 1)
    }
}
