/// A model that is not used for now.
package struct DemotedLine: PageValue {
    let sentence: String

    /// - Parameters:
    ///   - category: its English label; nil for all.
    ///   - behind: −1...1, how far its errors were behind those of the naive forecast, and at least so far with 95 %.
    package init(
        model: String, measure: ShownMeasure, category: String?, since: DayStamp, until: DayStamp, settled: Int,
        behind: Double, behindAtLeast: Double, text: InterfaceText = .english
    ) {
        sentence = text.fill(
            category == nil ? .recordDemoted : .recordDemotedCategory,
            [
                "model": model, "measure": measure.word(text), "category": category ?? "", "since": text.day(since),
                "until": text.day(until), "count": NumberText.whole(settled),
                "behind": NumberText.decimal(behind, digits: 2), "least": NumberText.decimal(behindAtLeast, digits: 2),
            ])
    }

    package static let shape = Shape<DemotedLine>([.text("sentence", \.sentence)])
}
