/// What a reviewer says of a listing and a product. Twin of the check on `review_answers.verdict` (parity test).
package enum ReviewVerdict: String, Sendable, Hashable, CaseIterable {
    /// The listing is the product.
    case same
    case different
    /// The listing is none of the products there are.
    case new
    /// The product is two things: some of its listings are something else.
    case split
    case unsure
}
