/// Why bytes are not JSON.
package struct JSONProblem: Error, Hashable, Sendable {
    /// Offset of the byte at which the parser gave up.
    package let offset: Int
    /// A sentence fragment, for example "expected a colon".
    package let reason: String
}
