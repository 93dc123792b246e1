/// What was read of a file: its series, and every row that could not be taken as it stood.
package struct SeriesReading: Sendable {
    /// In the order in which the file first names them.
    package let series: [TimeSeries]
    /// Values of each series that the file calls train; nil where it does not say.
    package let trainCounts: [Int]?
    package let step: SeriesStep
    /// Steps without a row that count as zero.
    package let zerosFilledIn: Int
    /// Rows below the header.
    package let rows: Int
    /// Values left blank, which is how files say "not observed".
    package let blanks: Int
    /// In the order of the file.
    package let problems: [RowProblem]

    /// How many problems there are of each kind.
    package var problemCounts: [RowProblem.Kind: Int] {
        Dictionary(problems.map { ($0.kind, 1) }, uniquingKeysWith: +)
    }
}
