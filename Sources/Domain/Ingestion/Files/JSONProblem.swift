/// Why bytes are not JSON.
struct JSONProblem: Error, Hashable, Sendable {
    /// Offset of the byte at which the parser gave up.
    let offset: Int
    /// A sentence fragment, for example "expected a colon".
    let reason: String
}
