/// What a profile makes of a table on a day.
package struct FigureScores: Hashable, Sendable {
    /// The name of the profile with its version.
    package let profile: String
    /// The day asked about.
    package let asOf: Int
    /// Everyone with a row at or before the day, in the order of their names.
    package let subjects: [FigureScore]
    /// How many values of the whole table, by input, are not finite or out of range and so count as missing. Inputs
    /// without any are left out.
    package let unusableValues: [String: Int]
    /// How many rows of the whole table gave way to a later one of the same subject and day.
    package let duplicateRows: Int
}
