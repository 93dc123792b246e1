import Postgres
import Vault

/// A try of a code that was counted.
struct BegunCode: Sendable, RowDecodable {
    let seed: SealedSeed
    let isKnownDevice: Bool
    /// Until the next try may be made; with more than 0 this one is refused.
    let waitSeconds: Int

    init(row: inout RowReader) throws {
        seed = try SealedSeed(row: &row)
        isKnownDevice = try row.next()
        let seconds: Double = try row.next()
        waitSeconds = seconds > 0 ? Int(min(seconds.rounded(.up), 86_400)) : 0
    }
}
