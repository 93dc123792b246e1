package import Foundation

/// What came of putting runs into the lake.
package struct BronzeRound: Sendable {
    /// A run that could not be put there. Nothing of it counts, and the next round tries it again.
    package struct Failure: Sendable {
        package let run: UUID
        package let error: any Error
    }

    package var files: [WrittenFile] = []
    package var failures: [Failure] = []
}
