package import Foundation

/// How today's reading of a run differs from what is stored of it.
package struct ReplayReport: Sendable {
    /// A value that is another one.
    package struct Difference: Sendable, Hashable {
        /// The item or article, by its name.
        package let item: String
        package let field: String
        /// Nil for what was not there.
        package let before: String?
        /// Nil for what is not there any more.
        package let after: String?
    }

    package let run: UUID
    package let startedAt: Date
    package internal(set) var records = 0
    package internal(set) var rejects = 0
    /// Items that were not known, and values that are otherwise, in all; `samples` has the first of them.
    package internal(set) var added = 0
    package internal(set) var changed = 0
    /// Items the run wrote that today's reader does not find. They stay as they are.
    package internal(set) var missing = 0
    package internal(set) var samples: [Difference] = []
    /// Why the run could not be read to its end, for a person.
    package internal(set) var problem: String?
    package internal(set) var isApplied = false

    package var isDifferent: Bool { added + changed + missing > 0 }
}
