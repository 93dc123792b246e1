/// How the phases of a season lie about the level: by a sum or by a factor.
package enum SeasonalPattern: Sendable {
    /// Taken from the values; sums to 0 over a season.
    case additive
    /// Divides the values; averages 1 over a season. Only for values above zero.
    case multiplicative
}
