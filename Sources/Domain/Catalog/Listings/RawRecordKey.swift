package import Foundation

/// The raw record a value comes from: a line of what a run read.
package struct RawRecordKey: Hashable, Sendable {
    package let run: UUID
    /// From 1, in the order of the run.
    package let line: Int

    package init(run: UUID, line: Int) {
        self.run = run
        self.line = line
    }
}
