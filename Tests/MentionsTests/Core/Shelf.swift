import Companies
import Foundation
import Matching

@testable import Mentions

/// Products by number, and what is found of them.
struct Shelf {
    private(set) var names: [NamedProduct] = []
    private var labels: [ProductReference: String] = [:]
    var finder: MentionFinder { MentionFinder(NameIndex(names)) }

    /// - Parameter products: label, brand and name.
    init(_ products: [(label: String, brand: String?, name: String)], vintages: [String: Int] = [:]) {
        for (number, product) in products.enumerated() {
            let reference = ProductReference(owner: .house, id: Self.id(number))
            labels[reference] = product.label
            names.append(
                NamedProduct(
                    product: reference, brand: product.brand, name: product.name,
                    facts: ItemFacts(millilitres: 750, vintage: vintages[product.label])))
        }
    }

    static func id(_ number: Int) -> UUID {
        UUID(
            uuid: (
                0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, UInt8(number >> 16), UInt8(number >> 8 & 255),
                UInt8(number & 255)
            ))
    }

    func read(_ title: String?, _ body: String? = nil, tags: [String] = []) -> [(label: String, mention: Mention)] {
        finder.mentions(
            in: Statement(
                id: Statement.ID(kind: .article, owner: .house, id: Self.id(9)), title: title, body: body, tags: tags)
        ).map { (labels[$0.product] ?? "?", $0) }
    }

    /// Labels of the products that are named themselves.
    func named(_ title: String?, _ body: String? = nil, tags: [String] = []) -> Set<String> {
        Set(read(title, body, tags: tags).filter { !$0.mention.isBrandOnly }.map(\.label))
    }

    /// Labels of the products whose brand stands alone.
    func branded(_ title: String?, _ body: String? = nil, tags: [String] = []) -> Set<String> {
        Set(read(title, body, tags: tags).filter { $0.mention.isBrandOnly }.map(\.label))
    }

    static let whiskies = Shelf([
        ("er10", "Eagle Rare", "Eagle Rare 10 Year Old Kentucky Straight Bourbon Whiskey 750ml"),
        ("er17", "Eagle Rare", "Eagle Rare 17 Year Bourbon"),
        ("bt", "Buffalo Trace", "Buffalo Trace Bourbon"),
        ("ardbeg10", "Ardbeg", "Ardbeg 10 Year"),
        ("uigeadail", "Ardbeg", "Ardbeg Uigeadail"),
        ("jd", "Jack Daniel's", "Jack Daniel's Tennessee Whiskey"),
        ("jdhoney", "Jack Daniel's", "Jack Daniel's Tennessee Honey"),
        ("jdsb", "Jack Daniel's", "Jack Daniel's Single Barrel"),
        ("jdsbp", "Jack Daniel's", "Jack Daniel's Single Barrel Barrel Proof"),
        ("bulleit", "Bulleit", "Bulleit Bourbon"),
        ("bulleitrye", "Bulleit", "Bulleit Rye"),
    ])
}
