/// Who offers a listing: a source and, where one source carries several shops, the shop.
package struct Seller: Hashable, Sendable {
    package let source: String
    package let shop: String?

    package init(source: String, shop: String? = nil) {
        self.source = source
        self.shop = shop
    }
}
