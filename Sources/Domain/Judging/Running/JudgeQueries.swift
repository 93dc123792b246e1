package import Companies
package import Foundation
import Postgres

/// A company's pairs and what was said of them.
package struct JudgeQueries: Sendable {
    private let transaction: CompanyTransaction

    package init(transaction: CompanyTransaction) { self.transaction = transaction }

    private var company: CompanyID { transaction.company }

    /// The pairs that may be asked about: of the company's own listings and of products it may see, and not judged yet by this model
    /// with this prompt.
    func open(_ pairs: [AmbiguousPair], model: String) async throws -> [AmbiguousPair] {
        guard !pairs.isEmpty else { return [] }
        let keys = pairs.map(\.key)
        let places = try await transaction.fetch(
            Query<Single<Int>>(
                """
                SELECT t.place
                FROM unnest(\(keys.map(\.listing)), \(keys.map(\.owner)), \(keys.map(\.product)))
                    WITH ORDINALITY AS t (listing, owner, product, place)
                JOIN listings l ON l.company_id = \(company) AND l.listing_id = t.listing
                JOIN products p ON p.company_id = t.owner AND p.product_id = t.product
                WHERE t.owner IN (\(company), \(CompanyID.house)) AND NOT EXISTS (
                    SELECT FROM judge_answers a WHERE a.company_id = \(company) AND a.listing_id = t.listing
                        AND a.product_company_id = t.owner AND a.product_id = t.product AND a.model = \(model)
                        AND a.prompt_version = \(JudgePrompt.version))
                ORDER BY t.place
                """))
        return places.map { pairs[$0.value - 1] }
    }

    /// Keeps judgements. What went away while it was asked about is left out, and what is there already stays.
    func write(_ judgements: [Judgement], at moment: Date) async throws {
        guard !judgements.isEmpty else { return }
        var batch = JudgementBatch()
        for judgement in judgements { batch.append(judgement) }
        try await transaction.execute(batch.insert(into: company, at: moment))
    }

    /// Everything that was said of some of the company's listings, the newest first.
    package func answers(about listings: [UUID]) async throws -> [JudgeAnswerRow] {
        try await transaction.fetch(
            Query<JudgeAnswerRow>(
                """
                SELECT listing_id, product_company_id, product_id, model, answered_by, prompt_version, verdict, confidence, reason,
                    evidence, input_tokens, output_tokens, cost_micros, answered_at
                FROM judge_answers WHERE company_id = \(company) AND listing_id = ANY (\(listings))
                ORDER BY answered_at DESC, listing_id, product_id
                """))
    }
}
