package import Companies
package import Foundation

/// Fills the queue: pairs that no rule could decide, by what one answer settles, and a sample of what rules decided by themselves. What is
/// probable enough by what was learned, as far as labels have shown that to be right, is decided without asking.
package struct ReviewFilling: Sendable {
    /// Products a listing is compared with.
    static let nearest = 3
    /// Less probable pairs are not asked about: an answer would settle nothing.
    static let leastProbability = 0.02
    /// Listings judged together, among each other's candidates.
    static let batch = 300
    /// One decision in so many is looked at again.
    static let auditEvery = 50
    /// What an audit is worth beside other pairs; that it is read in time does not hang on it.
    static let auditPriority = 1.0
    /// What pairs are compared without: reviewers must not see it, not even as a weight.
    private static let unstated: Set<EvidenceGroup> = [.price, .description]
    /// One pair in so many is read twice.
    static let secondReadEvery = 10

    private let database: CompanyDatabase
    private let company: CompanyID
    private let makeID: @Sendable () -> UUID

    package init(database: CompanyDatabase, company: CompanyID, makeID: @escaping @Sendable () -> UUID = { UUID() }) {
        self.database = database
        self.company = company
        self.makeID = makeID
    }

    /// What was found.
    package struct Outcome: Sendable, Hashable {
        package internal(set) var listings = 0
        package internal(set) var asked = 0
        package internal(set) var audits = 0
        /// Decided by what was learned.
        package internal(set) var decided = 0
    }

    package func run(at moment: Date, progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }) async throws
        -> Outcome
    {
        let (undecided, index, house, differences, known, automation, model) = try await database.transaction(
            in: company
        ) {
            transaction in
            let queries = MatchingQueries(transaction: transaction)
            var index = CandidateIndex<UUID>()
            let mergers = try await IdentityUpkeepQueries(transaction: transaction).mergers()
            for product in try await queries.products(nil, mergers) { index.put(product) }
            let filling = ReviewFillingQueries(transaction: transaction)
            return (
                try await filling.undecided(), index, try await queries.houseProducts(),
                try await queries.differences(), try await filling.knownPairs(),
                try await AutomationQueries(transaction: transaction).current(),
                try await MatchModelQueries(transaction: transaction).promoted()
            )
        }
        let matcher = try model.map { try PairMatcher(kept: $0.kept) } ?? .builtIn()
        let version = model?.version ?? PairMatcher.builtInVersion
        var outcome = Outcome()
        outcome.listings = undecided.count
        var (asked, selection) = (known, SureSelection(index))
        var done = 0
        while done < undecided.count {
            try Task.checkCancellation()
            let part = undecided[done..<min(done + Self.batch, undecided.count)]
            let candidates = try judge(part, selection.index, house, differences, matcher, &asked)
            let (sure, unsure) = Self.parted(candidates, automation, &selection)
            let taken = try await database.transaction(in: company) { transaction in
                let queries = ReviewFillingQueries(transaction: transaction)
                let decided = try await queries.decide(
                    sure.map { SureDecision($0, house: house, company: company) }, rule: .model, by: version,
                    makeID: makeID, at: moment
                ).count
                return (
                    decided, try await queries.add(unsure, house: house, matcher: version, makeID: makeID, at: moment)
                )
            }
            outcome.decided += taken.0
            outcome.asked += taken.1
            done += part.count
            progress(done, undecided.count)
        }
        outcome.audits = try await database.transaction(in: company) {
            try await ReviewFillingQueries(transaction: $0).addAudits(makeID: makeID, at: moment)
        }
        return outcome
    }

    /// What of the candidates may be decided without asking, and what is asked about.
    private static func parted(
        _ candidates: [ReviewCandidate], _ automation: Automation, _ selection: inout SureSelection
    ) -> (sure: [ReviewCandidate], unsure: [ReviewCandidate]) {
        guard let threshold = automation.model else { return ([], candidates) }
        var (sure, unsure): ([ReviewCandidate], [ReviewCandidate]) = ([], [])
        for candidate in candidates {
            let isSure =
                candidate.isBest && candidate.explanation.probability >= threshold
                && selection.takes(
                    candidate.listing.listing.identity, from: candidate.listing.product, to: candidate.near.product)
            if isSure { sure.append(candidate) } else { unsure.append(candidate) }
        }
        return (sure, unsure)
    }

    /// Pairs of products, whichever way round.
    struct ProductPair: Hashable {
        let one: UUID
        let other: UUID

        init(_ first: UUID, _ second: UUID) { (one, other) = first < second ? (first, second) : (second, first) }
    }

    private func judge(
        _ listings: ArraySlice<UndecidedListingRow>, _ index: CandidateIndex<UUID>, _ house: Set<UUID>,
        _ differences: [UUID: Set<UUID>], _ matcher: PairMatcher, _ asked: inout Set<ProductPair>
    ) throws -> [ReviewCandidate] {
        var set = PairSet()
        var found: [(UndecidedListingRow, NearProduct<UUID>)] = []
        for listing in listings {
            let identity = listing.listing.identity
            let excluded = (differences[identity.id] ?? []).union([listing.product])
            for near in index.nearest(to: identity, excluding: excluded, limit: Self.nearest) {
                // A product of the company's own that has no listing left is only kept for taking things back.
                guard house.contains(near.product) || index.product(near.product)?.carriers.isEmpty == false else {
                    continue
                }
                guard asked.insert(ProductPair(listing.product, near.product)).inserted,
                    let product = index.product(near.product)
                else { continue }
                let left = set.addLeft(listing.record, id: identity.id.uuidString)
                let right = set.addRight(PairRecord(product), id: near.product.uuidString)
                set.add(LabelledPair(id: "\(found.count)", left: left, right: right, isSame: nil))
                found.append((listing, near))
            }
        }
        guard !found.isEmpty else { return [] }
        let explained = try matcher.explained(
            set.pairs, in: PairTable(set), unstated: Self.unstated)
        return zip(found, explained).compactMap { pair, said in
            let probability = said.explanation.probability
            guard probability >= Self.leastProbability else { return nil }
            let listings = [pair.0.product, pair.1.product].reduce(0) {
                $0 + (index.product($1)?.carriers.count ?? 0)
            }
            return ReviewCandidate(
                listing: pair.0, near: pair.1, explanation: said.explanation, isBest: said.isBest,
                priority: ReviewCandidate.priority(probability, listings: listings))
        }
    }
}
