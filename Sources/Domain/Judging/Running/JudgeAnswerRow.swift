import Companies
package import Foundation
package import Postgres

/// What was said of a pair, as it is kept.
package struct JudgeAnswerRow: RowDecodable, Sendable {
    package let judgement: Judgement
    package let answeredAt: Date

    package init(row: inout RowReader) throws {
        let listing: UUID = try row.next()
        let owner: CompanyID = try row.next()
        let product: UUID = try row.next()
        let model: String = try row.next()
        let answeredBy: String = try row.next()
        let version: String = try row.next()
        let word: String = try row.next()
        guard let verdict = JudgeVerdict(rawValue: word) else {
            throw RowProblem(column: "verdict", reason: "is unknown")
        }
        let confidence: Double = try row.next()
        let reason: String = try row.next()
        let evidence: String = try row.next()
        let input: Int = try row.next()
        let output: Int = try row.next()
        let cost: Int = try row.next()
        judgement = Judgement(
            key: PairKey(listing: listing, owner: owner, product: product),
            said: PairVerdict(verdict: verdict, confidence: confidence, reason: reason),
            model: model, answeredBy: answeredBy, promptVersion: version, evidence: evidence,
            usage: TokenUsage(input: input, output: output), cost: MicroDollars(rawValue: cost))
        answeredAt = try row.next()
    }
}
