import Companies
import Foundation

/// That a listing is a product, decided without asking anybody.
struct SureDecision {
    let listing: UUID
    /// The product it is now.
    let own: UUID
    let owner: CompanyID
    let product: UUID
    /// 0...1.
    let confidence: Double
    /// Sentences, as those of `MatchFeature`.
    let features: [String]
}

extension SureDecision {
    init(_ candidate: ReviewCandidate, house: Set<UUID>, company: CompanyID) {
        self.init(
            listing: candidate.listing.listing.identity.id, own: candidate.listing.product,
            owner: house.contains(candidate.near.product) ? .house : company, product: candidate.near.product,
            confidence: candidate.explanation.probability,
            features: candidate.near.features.map { "\($0.name): \($0.value)" })
    }
}
