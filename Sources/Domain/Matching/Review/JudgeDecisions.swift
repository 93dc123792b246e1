package import Companies
package import Foundation

/// Does what a judge said of open pairs, where it may: as decisions that are on the listing's record and can be taken back. Pairs that people
/// are to read without knowing what it said stay open, so that its record goes on.
package struct JudgeDecisions: Sendable {
    private let transaction: CompanyTransaction
    private let makeID: @Sendable () -> UUID

    package init(transaction: CompanyTransaction, makeID: @escaping @Sendable () -> UUID = { UUID() }) {
        self.transaction = transaction
        self.makeID = makeID
    }

    /// - Parameters:
    ///   - judge: as in `JudgeWord.judge`.
    ///   - least: how sure it must be, 0...1.
    /// - Returns: how many listings are another product now.
    package func run(judge: String, least: Double, at moment: Date) async throws -> Int {
        let matching = MatchingQueries(transaction: transaction)
        _ = try await matching.lock()
        let queries = ReviewJudgingQueries(transaction: transaction)
        let pairs = try await queries.decidable(judge: judge, least: least)
        guard !pairs.isEmpty else { return 0 }
        let mergers = try await IdentityUpkeepQueries(transaction: transaction).mergers()
        var index = CandidateIndex<UUID>()
        let wanted = Set(pairs.flatMap { [$0.product, $0.listing.product] })
        for product in try await matching.products(wanted, mergers) { index.put(product) }
        var selection = SureSelection(index)
        let differences = try await matching.differences()
        // What the rules exclude no model overrules.
        let sure = pairs.filter { pair in
            let identity = pair.listing.listing.identity
            return differences[identity.id]?.contains(pair.product) != true
                && selection.takes(identity, from: pair.listing.product, to: pair.product)
        }
        let decided = try await ReviewFillingQueries(transaction: transaction).decide(
            sure.map {
                SureDecision(
                    listing: $0.listing.listing.identity.id, own: $0.listing.product, owner: $0.owner,
                    product: $0.product, confidence: $0.confidence, features: $0.reasons)
            }, rule: .judge, by: judge, makeID: makeID, at: moment)
        let done = Set(decided)
        try await queries.close(
            sure.filter { done.contains($0.listing.listing.identity.id) }.map(\.review), at: moment)
        return decided.count
    }
}
