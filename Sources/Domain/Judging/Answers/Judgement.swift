/// A verdict with everything that shows how it came about.
package struct Judgement: Sendable, Hashable {
    package let key: PairKey
    package let said: PairVerdict
    /// The model as it is called in the settings.
    package let model: String
    /// The model as the provider calls what answered.
    package let answeredBy: String
    package let promptVersion: String
    /// The pair exactly as it was sent, as JSON.
    package let evidence: String
    /// Its share of the request; those of all pairs of a request add up to what the request used.
    package let usage: TokenUsage
    package let cost: MicroDollars
}
