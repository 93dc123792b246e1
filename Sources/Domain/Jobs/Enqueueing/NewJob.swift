import Foundation

/// A job that is to be added.
package struct NewJob<Arguments: JobArguments>: Sendable {
    package let id: JobID
    package let arguments: Arguments
    package let options: EnqueueOptions

    package init(_ arguments: Arguments, _ options: EnqueueOptions = EnqueueOptions(), id: JobID = JobID()) {
        self.id = id
        self.arguments = arguments
        self.options = options
    }

    /// The arguments as JSON with sorted members, so that equal arguments are equal text.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(arguments), as: UTF8.self)
    }
}
