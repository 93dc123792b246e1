package import Foundation
package import Postgres

/// A pair as a reviewer sees it. Nothing tells whose it is, what it costs, why it is asked about or what others said.
package struct ReviewPairRow: Sendable, RowDecodable {
    package let listing: ReviewSide
    package let productID: UUID
    package let product: ReviewSide
    /// What the rules saw, as "name: value".
    package let reasons: [String]
    package let evidence: [PairExplanation.Part]
    /// Whether the reviewer who asks may answer.
    package let isMine: Bool
    package let isOpen: Bool
    /// Two disagree, and this answer decides.
    package let isDisputed: Bool

    package init(row: inout RowReader) throws {
        listing = ReviewSide(
            name: try row.next(), title: try row.nextOptional(), brand: try row.nextOptional(),
            producer: try row.nextOptional(), category: try row.nextOptional(), country: try row.nextOptional(),
            millilitres: try row.nextOptional(), unitsPerCase: try row.nextOptional(),
            strengthBasisPoints: try row.nextOptional(), vintage: try row.nextOptional(),
            ageYears: try row.nextOptional(), gtin: try row.nextOptional())
        productID = try row.next()
        product = ReviewSide(
            name: try row.next(), title: nil, brand: try row.nextOptional(), producer: nil,
            category: try row.nextOptional(), country: try row.nextOptional(), millilitres: try row.nextOptional(),
            unitsPerCase: try row.nextOptional(), strengthBasisPoints: try row.nextOptional(),
            vintage: try row.nextOptional(), ageYears: try row.nextOptional(), gtin: try row.nextOptional())
        let reasons: String = try row.next()
        self.reasons = reasons.split(separator: "\n").map(String.init)
        let evidence: String = try row.next()
        self.evidence = evidence.split(separator: "\n").compactMap { PairExplanation.Part(line: String($0)) }
        isMine = try row.next()
        isOpen = try row.next()
        isDisputed = try row.next()
    }
}
