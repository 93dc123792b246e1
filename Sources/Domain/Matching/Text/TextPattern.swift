/// The one text of one-to-many comparisons, with the tables that make each of them quick. Making one takes about as
/// long as twenty comparisons; a `PreparedText` is the cheap form for the many.
///
/// All ratios are 0–1, where RapidFuzz says 0–100; 1 means equal as far as the measure looks. A measure below its
/// `scoreCutoff` counts as 0, so that hopeless pairs need not be finished. The values are those of RapidFuzz 3.14
/// without a processor, except that a no-break space (U+00A0, U+0085) always separates words: there it does so only in
/// texts that also have a scalar above U+00FF.
package struct TextPattern: Sendable {
    package let text: PreparedText
    let plain: MatchTable
    let sorted: MatchTable
    let distinct: MatchTable
    let plainBackwards: MatchTable
    let sortedBackwards: MatchTable
    let distinctBackwards: MatchTable

    package init(_ text: PreparedText) {
        self.text = text
        plain = MatchTable(text.units)
        plainBackwards = MatchTable(text.units, backwards: true)
        let isSorted = text.sorted == text.units
        sorted = isSorted ? plain : MatchTable(text.sorted)
        sortedBackwards = isSorted ? plainBackwards : MatchTable(text.sorted, backwards: true)
        distinct = text.repeatsWords ? MatchTable(text.distinct) : sorted
        distinctBackwards = text.repeatsWords ? MatchTable(text.distinct, backwards: true) : sortedBackwards
    }

    package init(_ text: String) { self.init(PreparedText(text)) }
}
