/// A pair a rule would answer.
package struct ReviewRuleExample: PageValue {
    let listing: String
    let product: String
    let probability: String

    /// - Parameter probability: 0...1.
    package init(listing: String, product: String, probability: Double) {
        self.listing = listing
        self.product = product
        self.probability = "\(NumberText.decimal(100 * probability, digits: 1)) %"
    }

    package static let shape = Shape<ReviewRuleExample>([
        .text("listing", \.listing),
        .text("product", \.product),
        .text("probability", \.probability),
    ])
}
