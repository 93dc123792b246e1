import Documents

/// Pairs that are asked about in one request, each under an id that holds for this request alone. The ids are random, so that a name
/// cannot speak of another pair by its id.
package struct JudgeQuestion: Sendable {
    package struct Entry: Sendable {
        package let id: String
        package let pair: AmbiguousPair
        /// The pair exactly as it is sent, as JSON.
        package let evidence: String
    }

    package let entries: [Entry]

    /// - Parameter makeID: makes ids that differ from each other: letters and digits.
    package init(_ pairs: some Sequence<AmbiguousPair>, makeID: () -> String) {
        entries = pairs.map { pair in
            let id = makeID()
            return Entry(id: id, pair: pair, evidence: pair.document(id: id).jsonText)
        }
    }

    var ids: Set<String> { Set(entries.map(\.id)) }

    /// The message: one JSON object, and nothing but it.
    package var text: String {
        JSONValue.members([("pairs", .array(entries.map { $0.pair.document(id: $0.id) }))]).jsonText
    }

    /// Tokens that may be written in answer. A thinking model needs room before it writes its first word.
    package var mostOutputTokens: Int { 4_000 + 250 * entries.count }
}
