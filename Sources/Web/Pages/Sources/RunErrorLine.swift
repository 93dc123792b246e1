/// A record of a run that could not be used, or what ended the run.
package struct RunErrorLine: PageValue {
    let place: String
    let reason: String

    /// - Parameters:
    ///   - record: the answer it stood in; 0 for what ended the run.
    ///   - place: its place there, from 1.
    package init(record: Int, place: Int, reason: String, text: InterfaceText) {
        self.place =
            record == 0
            ? text[.runEndedBy]
            : text.fill(.runRecordPlace, ["answer": NumberText.whole(record), "place": NumberText.whole(place)])
        self.reason = reason
    }

    package static let shape = Shape<RunErrorLine>([
        .text("place", \.place),
        .text("reason", \.reason),
    ])
}
