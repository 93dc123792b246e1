package import Foundation

/// Where the files of the lake lie. Paths are the same everywhere (`LakePath`), so that a lake can be moved by copying it.
package protocol LakeStorage: Sendable {
    /// A new folder of this machine for what is being made; whoever asked removes it.
    func workplace() throws -> URL

    /// Removes what was left on this machine by somebody who was killed, and what nobody has read since a moment.
    func clear(before moment: Date)

    /// Puts a finished file there, whole or not at all, and for good before it returns. What was there under its name is replaced.
    func put(_ file: URL, as written: WrittenFile) async throws

    /// Lends a file for reading, as one of this machine.
    /// - Parameter body: must not keep it.
    /// - Returns: nil when it is not there.
    func lend<Answer>(_ file: WrittenFile, _ body: (URL) async throws -> Answer) async throws -> Answer?

    /// Removes a file; one that is not there is fine.
    func remove(_ path: String) async throws
}
