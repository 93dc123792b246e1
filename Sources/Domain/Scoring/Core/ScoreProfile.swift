/// How components become a score and a score becomes a tier. Stored with every score by name, so that scores of
/// different profiles are never compared.
package struct ScoreProfile: Hashable, Sendable {
    /// Short name with its version, such as "abv-v1".
    package let name: String
    package let weights: ScoreWeights
    package let cutOffs: TierCutOffs
    /// Length of one period in days; momentum is the score now less the score one period ago. At least 1.
    package let periodDays: Int

    /// A period shorter than a day is taken as one day.
    package init(name: String, weights: ScoreWeights, cutOffs: TierCutOffs, periodDays: Int = 7) {
        self.name = name
        self.weights = weights
        self.cutOffs = cutOffs
        self.periodDays = max(1, periodDays)
    }

    /// The first profile: media 25 %, retail 25 %, price 15 %, inventory 20 %, search 15 %; weekly periods.
    package static let abvV1 = ScoreProfile(name: "abv-v1", weights: .abvV1, cutOffs: .abvV1)
}
