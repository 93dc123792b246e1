package import Foundation

/// Something a source offers, as the source says it: nothing is converted, rounded or guessed here.
package struct SourceProduct: Sendable, Hashable {
    /// As the source tells its offers apart.
    package var externalID: String
    /// What several offers belong to, such as the product of which this is one size.
    package var parentID: String?
    package var name: String
    package var brand: String?
    /// From the widest to the narrowest.
    package var category: [String] = []
    /// As it is written, such as `750` or `350ml`.
    package var size: String?
    /// Per cent of alcohol by volume.
    package var alcohol: Decimal?
    /// A GTIN as it is written, or what stands in its place.
    package var code: String?
    package var url: String?
    package var imageURL: String?
    package var price: SourcePrice?
    /// What it costs when it is not reduced.
    package var listPrice: SourcePrice?
    /// Whether it can be had; nil where the source does not say.
    package var isAvailable: Bool?
    /// Pieces there are; nil where the source does not say, or says a number that stands for something else.
    package var stock: Int?
    /// States of the USA it is sold in, two letters each.
    package var states: [String] = []
    /// Who sells it, where a source has several sellers.
    package var seller: String?

    package init(externalID: String, name: String) {
        self.externalID = externalID
        self.name = name
    }
}
