/// An expression of a brand: what stands on the label beside the brand.
struct Variant: Sendable {
    /// "Small Batch", "Hazy", "Columbia Valley"; may be empty.
    let qualifier: String
    /// "Bourbon", "IPA", "Cabernet Sauvignon".
    let noun: String
    /// Alcohol in hundredths of a percent by volume.
    let strength: Int
    /// Price against the plain expression, in percent.
    let worth: Int
    /// Years in wood.
    let age: Int?

    init(_ qualifier: String, _ noun: String, _ strength: Int, _ worth: Int = 100, age: Int? = nil) {
        self.qualifier = qualifier
        self.noun = noun
        self.strength = strength
        self.worth = worth
        self.age = age
    }
}
