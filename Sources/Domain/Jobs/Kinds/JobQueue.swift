/// A line that jobs stand in. Workers say which queues they serve.
package struct JobQueue: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String

    /// - Parameter rawValue: lower case, digits and `_`; at most 40. The database refuses anything else.
    package init(rawValue: String) { self.rawValue = rawValue }

    package static let standard = JobQueue(rawValue: "standard")

    package var description: String { rawValue }
}
