/// A thing as a source describes it, in texts by what they say; what is not said is missing.
package struct PairRecord: Sendable, Hashable {
    private let texts: [FieldRole: String]

    /// - Parameter texts: empty ones count as missing; of several columns that say the same the first counts.
    package init(_ texts: [FieldRole: String]) { self.texts = texts.filter { !$0.value.isEmpty } }

    package subscript(role: FieldRole) -> String? { texts[role] }

    package var name: String { texts[.name] ?? "" }
}
