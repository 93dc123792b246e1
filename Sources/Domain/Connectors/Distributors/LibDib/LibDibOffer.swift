import Documents
import Foundation
import Outbound

/// An offer of LibDib's, read. Pure.
enum LibDibOffer {
    struct Problem: Error {
        let reason: String
    }

    /// - Parameter site: for the address of its page.
    static func read(_ json: JSONValue, site: WebAddress) -> Result<SourceProduct, Problem> {
        guard let id = json.text("id", "pk") else { return .failure(Problem(reason: "it has no id")) }
        guard let name = json.text("label_name", "name", "product_name", "fanciful_name") else {
            return .failure(Problem(reason: "it has no name"))
        }
        var product = SourceProduct(externalID: id, name: name)
        product.brand = json.text("brandName", "brand", "producer")
        product.size = json.text("container_volume", "sub_container_volume")
        product.alcohol = json.decimal("percent_alcohol", "abv").flatMap { (0...100).contains($0) ? $0 : nil }
        product.code = json.text("UPC", "upc")
        product.url = json.text("slug").map { site.at("/product/\(Self.path($0))").description }
        product.imageURL = json.text("primary_picture", "image_url", "bottle_image")
        // Whether it is for a case or a bottle is not said anywhere.
        product.price = SourcePrice(json.decimal("seller_price"), currency: "USD", unit: .unknown)
        product.stock = json.integer("total_inventory").flatMap { $0 >= 0 ? $0 : nil }
        product.isAvailable = product.stock.map { $0 > 0 }
        product.states = (json.text("sold_in_states") ?? "").split(separator: ",")
            .map { $0.trimmingCharacters(in: .whitespaces).uppercased() }
            .filter { $0.utf8.count == 2 && $0.allSatisfy(\.isLetter) }
        return .success(product)
    }

    private static func path(_ slug: String) -> String {
        slug.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? ""
    }
}
