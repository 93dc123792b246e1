import Catalog
package import Companies
package import Foundation
import Matching

/// Finds the products of a company in what it and the house have read, and what people search for that speaks for them. One transaction.
///
/// What has been read is not read again, unless it says something else now or the names that are looked for are others: then all of the
/// last ``days`` days is. The same data always gives the same rows, and a run that finds nothing new writes nothing.
package struct MentionRun: Sendable {
    /// How far back is read: as far as scores look.
    package static let days = 400
    /// Statements read at a time; bounds memory.
    static let batchSize = 2_000

    private let database: CompanyDatabase
    private let company: CompanyID

    package init(database: CompanyDatabase, company: CompanyID) {
        self.database = database
        self.company = company
    }

    /// What was read and found.
    package struct Outcome: Sendable {
        /// Products that were looked for, under all their names.
        package internal(set) var names = 0
        /// Names that cannot be looked for, as no brand is known.
        package internal(set) var withoutBrand = 0
        /// Articles and posts that were read.
        package internal(set) var statements = 0
        /// Mentions found in them.
        package internal(set) var mentions = 0
        /// Searches that speak for a product.
        package internal(set) var searches = 0
        /// Mentions and searches that are new, different or gone.
        package internal(set) var changed = 0
        /// Whether everything was read, as the names are others than before.
        package internal(set) var readEverything = false
    }

    package func run(
        at moment: Date, progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws -> Outcome {
        try await database.transaction(in: company) { transaction in
            let queries = MentionLinkQueries(transaction: transaction)
            try await queries.lock()
            var outcome = Outcome()
            // Names are many; without a word said there is nothing to look for them in.
            guard try await queries.isAnythingSaid() else { return outcome }
            let names = try await names(queries, in: transaction)
            let index = NameIndex(names)
            let finder = MentionFinder(index)
            outcome.names = names.count
            outcome.withoutBrand = index.withoutBrand
            let before = try await queries.namesDigest()
            outcome.readEverything = before != index.digest
            let today = CalendarDay(utc: moment)
            let (since, until) = (today.adding(days: -Self.days), today)
            outcome.changed += try await queries.forget(before: since, after: until)
            let owners = owners(of: names)
            let total = try await queries.statementCount(since: since, until: until, all: outcome.readEverything)
            var last: Statement.ID?
            while true {
                try Task.checkCancellation()
                let rows = try await queries.statements(
                    after: last, since: since, until: until, all: outcome.readEverything, limit: Self.batchSize)
                guard let end = rows.last else { break }
                var batch = MentionBatch()
                for row in rows {
                    batch.append(
                        row,
                        finder.mentions(in: row.statement).filter { isOurs($0.product, row.statement.id.owner, owners) }
                    )
                }
                outcome.changed += try await queries.write(batch, at: moment)
                outcome.statements += batch.statements
                outcome.mentions += batch.mentions
                last = end.statement.id
                progress(outcome.statements, total)
            }
            outcome.changed += try await linkSearches(queries, finder, owners, &outcome, at: moment)
            if outcome.readEverything { try await queries.note(namesDigest: index.digest, at: moment) }
            if outcome.changed > 0 { try await transaction.dataChanged() }
            return outcome
        }
    }

    /// Products under the names they have and had. Whatever no listing carries is not looked for.
    private func names(_ queries: MentionLinkQueries, in transaction: CompanyTransaction) async throws -> [NamedProduct]
    {
        let rows = try await queries.productNames()
        let mergers = try await StandingMergers.read(in: transaction)
        let listed = Set(rows.lazy.filter(\.isListed).map(\.product))
        return rows.compactMap { row in
            let product = mergers.named(row.product)
            guard listed.contains(product) else { return nil }
            return NamedProduct(
                product: product, nameOwner: row.product.owner, brand: row.brand, name: row.name, facts: row.facts)
        }
    }

    /// Products that the company calls by a name of its own.
    private func owners(of names: [NamedProduct]) -> Set<ProductReference> {
        Set(names.lazy.filter { $0.nameOwner == company }.map(\.product))
    }

    /// What the house read about the house's products is for the house to keep, unless the company has a name of its own for one.
    private func isOurs(_ product: ProductReference, _ reader: CompanyID, _ named: Set<ProductReference>) -> Bool {
        company == .house || reader == company || named.contains(product)
    }

    private func linkSearches(
        _ queries: MentionLinkQueries, _ finder: MentionFinder, _ named: Set<ProductReference>,
        _ outcome: inout Outcome,
        at moment: Date
    ) async throws -> Int {
        var batch = SearchLinkBatch()
        for row in try await queries.searchSubjects() {
            for subject in finder.products(searchedFor: row.subject) where isOurs(subject.product, row.owner, named) {
                batch.append(row, subject)
            }
        }
        outcome.searches = batch.count
        return try await queries.write(batch, at: moment)
    }
}
