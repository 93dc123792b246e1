package import Postgres
import Telemetry
import Vault

/// Proves that a company's record is what was written.
///
/// Reads events in the company's scope and proves them with the keys, which only the schema's owner reads. Anything that was edited,
/// removed, put in, put elsewhere or cut off is found: inside of the chain by the proofs, at its end by the database's own note of it
/// and by the notes that are kept outside (`AuditAnchors`).
package struct AuditVerifier: Sendable {
    /// What came of it.
    package struct Outcome: Sendable {
        package var events = 0
        /// At most a hundred.
        package var faults: [AuditFault] = []
    }

    private static let batch = 5_000
    private static let mostFaults = 100

    private let database: CompanyDatabase
    private let keys: [Int: [UInt8]]
    private let heads: [CompanyID: ChainHead]
    /// Tells this database from others in the notes outside; nil without a key.
    package let installation: String?

    /// Reads the keys and the ends of the chains.
    /// - Parameter owner: a connection of the role that owns the schema; no process that serves people has one.
    package init(database: CompanyDatabase, owner: Connection) async throws {
        self.database = database
        let keys = try await owner.fetch(Query<Pair<Int, Blob>>("SELECT key_id, secret FROM audit_keys"))
        self.keys = Dictionary(keys.map { ($0.first, $0.second.bytes) }) { first, _ in first }
        let heads = try await owner.fetch(
            Query<ChainHead>(
                """
                SELECT coalesce((SELECT left(encode(sha256(secret), 'hex'), 16) FROM audit_keys ORDER BY key_id LIMIT 1), ''),
                    chain, sequence, proof FROM audit_heads
                """))
        self.heads = Dictionary(heads.map { ($0.company, $0) }) { first, _ in first }
        installation = keys.min { $0.first < $1.first }.map { HexDigits.text(Array(sha256($0.second.bytes).prefix(8))) }
    }

    /// How many events there should be, of all companies.
    package var expected: Int { heads.values.reduce(0) { $0 + $1.sequence } }

    /// - Parameters:
    ///   - anchors: what was noted of this company outside of the database.
    ///   - progress: told how many events were proved.
    package func verify(
        _ company: CompanyID, anchors: [ChainHead] = [], progress: (Int) -> Void = { _ in }
    ) async throws -> Outcome {
        var outcome = Outcome()
        var noted: [Int: [UInt8]] = [:]
        for anchor in anchors where anchor.company == company { noted[anchor.sequence] = anchor.proof }
        var last = 0
        var proof = [UInt8](repeating: 0, count: 32)
        var events = try await page(of: company, after: 0)
        while true {
            // The next ones are read while these are proved.
            let isLast = events.count < Self.batch
            let end = events.last?.sequence ?? 0
            async let following = isLast ? [] : page(of: company, after: end)
            for event in events {
                if event.sequence > last + 1 { add(.missing(last + 1...event.sequence - 1), to: &outcome) }
                if let key = keys[event.keyID] {
                    if event.expectedProof(after: proof, key: key) != event.proof {
                        add(.altered(event.sequence), to: &outcome)
                    }
                } else {
                    add(.keyMissing(event.sequence), to: &outcome)
                }
                if let known = noted.removeValue(forKey: event.sequence), known != event.proof {
                    add(.replaced(event.sequence), to: &outcome)
                }
                // Goes on from what is there, so that one event somebody changed is told as one.
                (last, proof) = (event.sequence, event.proof)
            }
            outcome.events += events.count
            progress(outcome.events)
            events = try await following
            if isLast { break }
        }
        // Events that were committed meanwhile are beyond the end that was read before, never the other way round.
        let known = max(heads[company]?.sequence ?? 0, noted.keys.max() ?? 0)
        if known > last { add(.truncated(last: last, known: known), to: &outcome) }
        if let head = heads[company], head.sequence == last, head.proof != proof {
            add(.replaced(last), to: &outcome)
        }
        return outcome
    }

    private func page(of company: CompanyID, after sequence: Int) async throws -> [ChainedEvent] {
        try await database.read(in: company, ChainedEvent.page(of: company, after: sequence, limit: Self.batch))
    }

    private func add(_ fault: AuditFault, to outcome: inout Outcome) {
        if outcome.faults.count < Self.mostFaults { outcome.faults.append(fault) }
    }
}
