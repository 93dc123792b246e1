package import Companies
package import Foundation

/// Does what reviewers decided, as acts that can be taken back, and undoes what they took back. A pair is one transaction, so that one that
/// cannot be done holds up no other.
package struct ReviewSettlement: Sendable {
    /// What an act says of why.
    static let reason = "Decided in the review queue."

    private let database: CompanyDatabase
    private let makeID: @Sendable () -> UUID

    package init(database: CompanyDatabase, makeID: @escaping @Sendable () -> UUID = { UUID() }) {
        self.database = database
        self.makeID = makeID
    }

    /// What was done.
    package struct Outcome: Sendable, Hashable {
        package var settled = 0
        package var reopened = 0
        /// Listings that are another product than before.
        package var moved = 0
        package var contradictions = 0

        package init() {}

        package static func += (sum: inout Outcome, one: Outcome) {
            sum.settled += one.settled
            sum.reopened += one.reopened
            sum.moved += one.moved
            sum.contradictions += one.contradictions
        }
    }

    /// Companies in which something waits.
    package func companies() async throws -> [CompanyID] {
        try await ReviewSettlementQueries.companies(database)
    }

    /// - Parameter follows: what is done in the same transaction when listings moved.
    /// - Throws: the first error, after every other pair was done; what could not be done waits for the next time.
    package func settle(
        in company: CompanyID, at moment: Date,
        follows: @Sendable (CompanyTransaction) async throws -> Void = { _ in }
    ) async throws -> Outcome {
        let waiting = try await database.transaction(in: company) {
            try await ReviewSettlementQueries(transaction: $0).waiting()
        }
        var outcome = Outcome()
        var failure: (any Error)?
        for review in waiting {
            try Task.checkCancellation()
            do {
                outcome += try await database.transaction(in: company) { transaction in
                    let found = try await settle(review, in: transaction, at: moment)
                    if found.moved > 0 { try await follows(transaction) }
                    return found
                }
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return outcome
    }

    private func settle(
        _ review: UUID, in transaction: CompanyTransaction, at moment: Date
    ) async throws -> Outcome {
        let queries = ReviewSettlementQueries(transaction: transaction)
        let identity = IdentityQueries(transaction: transaction)
        guard let pair = try await queries.waiting(review) else { return Outcome() }
        var outcome = Outcome()
        // What was done for an answer that is none any more goes first.
        for act in pair.acts.reversed() {
            do {
                outcome.take(try await identity.undo(act, by: pair.actor, at: moment))
            } catch IdentityProblem.isUndone {
                // Somebody else took it back.
            }
        }
        guard let verdict = pair.verdict else {
            try await queries.reopen(review)
            outcome.reopened += 1
            return outcome
        }
        var acts: [UUID] = []
        do {
            for done in try await act(on: pair, verdict, identity, queries, at: moment) {
                acts.append(done.act)
                outcome.take(done)
            }
        } catch let problem as IdentityProblem where problem == .isSameAlready || problem == .splitsNothing {
            // It was decided meanwhile, by the matcher or by the company.
        }
        try await queries.settle(review, acts: acts, at: moment)
        outcome.settled += 1
        return outcome
    }

    private func act(
        on pair: WaitingReviewRow, _ verdict: ReviewVerdict, _ identity: IdentityQueries,
        _ queries: ReviewSettlementQueries, at moment: Date
    ) async throws -> [IdentityOutcome] {
        let (actor, reason) = (pair.actor, Self.reason)
        let candidate = try await identity.product(pair.product)
        switch verdict {
        case .unsure: return []
        case .same:
            guard let now = pair.now, now != candidate.id else { return [] }
            let own = try await identity.product(now)
            if own.owner == queries.company {
                return [try await identity.merge(own, into: candidate, reason: reason, by: actor, at: moment)]
            }
            return [
                try await identity.move(
                    pair.listing, to: candidate, makeID: makeID, reason: reason, by: actor, at: moment)
            ]
        case .different:
            return [
                try await identity.markDifferent(
                    pair.listing, from: candidate, makeID: makeID, reason: reason, by: actor, at: moment)
            ]
        case .new:
            var done: [IdentityOutcome] = []
            for product in [pair.product]
                + (try await queries.dropOthers(of: pair.listing, besides: pair.id, at: moment))
            {
                done.append(
                    try await identity.markDifferent(
                        pair.listing, from: try await identity.product(product), makeID: makeID, reason: reason,
                        by: actor, at: moment))
            }
            return done
        case .split:
            let listings = Set(pair.listings).intersection(try await identity.listingIDs(of: candidate.id)).sorted()
            return [
                try await identity.split(
                    listings, from: candidate, makeID: makeID, reason: reason, by: actor, at: moment)
            ]
        }
    }
}

extension ReviewSettlement.Outcome {
    fileprivate mutating func take(_ done: IdentityOutcome) {
        moved += done.moved
        contradictions += done.contradictions.count
    }
}
