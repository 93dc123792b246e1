/// A brand with the spellings it is clipped to and what it mostly sells.
struct KnownBrand: Equatable {
    /// Full name, as on the label.
    let name: String
    /// What to assume when the name states no class, or only the base of one.
    let usualClass: BeverageClass?
    /// The brand makes nothing else: "High Noon Vodka" is still a ready-to-drink.
    let isOnlyThat: Bool
}
