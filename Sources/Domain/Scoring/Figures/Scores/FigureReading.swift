/// Everything that is measured of one subject on a day.
struct FigureReading {
    let subject: String
    let category: String?
    let rowDay: Int
    /// Nil when it is unknown or there is no season.
    let seasonFactor: Double?
    /// Whether the factor changes any figure.
    let isAdjusted: Bool
    /// One entry per component.
    var outcomes: [FigureOutcome]

    /// Whether a score of the one reading and a score of the other can be compared.
    func measuresSame(as other: FigureReading) -> Bool {
        isAdjusted == other.isAdjusted
            && zip(outcomes, other.outcomes).allSatisfy {
                ($0.measurement == nil) == ($1.measurement == nil)
                    && $0.measurement?.peers?.within == $1.measurement?.peers?.within
            }
    }
}
