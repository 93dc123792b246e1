/// A pattern that comes round after the season of a history: the week of hours, the year of days or weeks.
struct LongPeriod {
    /// In steps, not always whole.
    let length: Double
    /// Of what is left once the pattern is out.
    let season: Int

    /// - Returns: nil for seasons beside which no longer one is known.
    init?(season: Int) {
        switch season {
        case 24: (length, self.season) = (168, 24)
        case 7: (length, self.season) = (365.25, 7)
        case 52: (length, self.season) = (365.25 / 7, 1)
        case 25...: (length, self.season) = (Double(season), 1)
        default: return nil
        }
    }
}
