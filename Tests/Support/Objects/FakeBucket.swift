package import SimulationSupport
import Synchronization

/// An S3-compatible store of the tests' own with one bucket, on a port of this machine. Checks each signature by itself, and refuses as
/// real stores do: with words that quote what it was asked.
package struct FakeBucket: Sendable {
    package static let name = "tidal-flat"
    package static let region = "eu-central-1"
    package static let keyID = "AKIAIOSFODNN7EXAMPLE"
    package static let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

    /// What comes of a request that is signed rightly, instead of what it wants.
    package enum Fault: Sendable {
        /// An error, such as `503 Slow Down` and `SlowDown`.
        case error(String, code: String, fields: [String: String] = [:])
        /// The answer ends after so many bytes of its body, and with it the connection.
        case cutOff(after: Int)
        /// It is done, and nobody hears of it.
        case unheard
        /// Anything at all; it is not done.
        case steps([FakeSite.Step])
    }

    private let site: FakeSite
    private let shelf: FakeShelf
    /// Whether it is spoken to with TLS.
    private let isEncrypted: Bool

    /// Runs a store while `body` does.
    package static func with<Result: Sendable>(
        isEncrypted: Bool = false, _ body: (FakeBucket) async throws -> Result
    ) async throws -> Result {
        let shelf = FakeShelf()
        return try await FakeSite.with(isEncrypted: isEncrypted) {
            shelf.answer($0)
        } _: { site in
            try await body(FakeBucket(site: site, shelf: shelf, isEncrypted: isEncrypted))
        }
    }

    package var endpoint: String { "\(isEncrypted ? "https" : "http")://127.0.0.1:\(site.port)" }

    package var port: Int { site.port }

    /// Every request so far, also those that were refused.
    package var asked: [FakeSite.Asked] { site.asked }

    /// Keys of what is there, in order.
    package var keys: [String] { shelf.objects.withLock { $0.keys.sorted() } }

    /// An object's bytes; setting them changes it behind everybody's back.
    package subscript(key: String) -> [UInt8]? {
        get { shelf.objects.withLock { $0[key] } }
        nonmutating set { shelf.objects.withLock { $0[key] = newValue } }
    }

    /// What the next requests come to, one after the other.
    package func fail(_ faults: Fault...) { shelf.faults.withLock { $0 += faults } }
}
