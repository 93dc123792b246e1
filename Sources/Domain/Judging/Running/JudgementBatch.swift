import Companies
import Foundation
import Postgres

/// Judgements on their way into the database, as one array per column.
struct JudgementBatch {
    private var listings = ArrayBinding<UUID>()
    private var owners = ArrayBinding<CompanyID>()
    private var products = ArrayBinding<UUID>()
    private var models = ArrayBinding<String>()
    private var answerers = ArrayBinding<String>()
    private var versions = ArrayBinding<String>()
    private var verdicts = ArrayBinding<String>()
    private var confidences = ArrayBinding<Double>()
    private var reasons = ArrayBinding<String>()
    private var evidence = ArrayBinding<String>()
    private var inputs = ArrayBinding<Int>()
    private var outputs = ArrayBinding<Int>()
    private var costs = ArrayBinding<Int>()

    mutating func append(_ judgement: Judgement) {
        listings.append(judgement.key.listing)
        owners.append(judgement.key.owner)
        products.append(judgement.key.product)
        models.append(judgement.model)
        answerers.append(judgement.answeredBy)
        versions.append(judgement.promptVersion)
        verdicts.append(judgement.said.verdict.rawValue)
        confidences.append(judgement.said.confidence)
        reasons.append(judgement.said.reason)
        evidence.append(judgement.evidence)
        inputs.append(judgement.usage.input)
        outputs.append(judgement.usage.output)
        costs.append(judgement.cost.rawValue)
    }

    func insert(into company: CompanyID, at moment: Date) -> SQL {
        """
        INSERT INTO judge_answers (company_id, listing_id, product_company_id, product_id, model, answered_by,
            prompt_version, verdict, confidence, reason, evidence, input_tokens, output_tokens, cost_micros, answered_at)
        SELECT \(company), t.listing, t.owner, t.product, t.model, t.answerer, t.version, t.verdict, t.confidence, t.reason,
            t.evidence, t.input, t.output, t.cost, \(moment)
        FROM unnest(\(listings), \(owners), \(products), \(models), \(answerers), \(versions), \(verdicts),
            \(confidences), \(reasons), \(evidence), \(inputs), \(outputs), \(costs))
            AS t (listing, owner, product, model, answerer, version, verdict, confidence, reason, evidence, input, output, cost)
        JOIN listings l ON l.company_id = \(company) AND l.listing_id = t.listing
        JOIN products p ON p.company_id = t.owner AND p.product_id = t.product
        ON CONFLICT DO NOTHING
        """
    }
}
