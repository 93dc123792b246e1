import Documents
import Foundation
import Outbound

/// What VTEX says of a product, read: one record for each of its items. Pure.
enum VTEXItem {
    /// - Parameters:
    ///   - sellers: who sells to the region; of several offers theirs is the one that counts.
    ///   - site: for addresses, which often name another host of the same shop.
    static func read(_ product: JSONValue, sellers: Set<String>, site: WebAddress) -> [SourceProduct] {
        guard let id = product.text("productId"), let items = product["items"]?.list else { return [] }
        let category = (product["categories"]?.list ?? []).compactMap(\.ownText).max { $0.count < $1.count }
        return items.compactMap { item in
            guard let itemID = item.text("itemId"),
                let name = item.text("nameComplete", "name") ?? product.text("productName")
            else { return nil }
            var record = SourceProduct(externalID: itemID, name: name)
            record.parentID = id
            record.brand = product.text("brand")
            record.category = (category ?? "").split(separator: "/").map(String.init)
            record.code = item.text("ean")
            record.url = product.text("linkText").map { site.at("/\(path($0))/p").description }
            record.imageURL = item["images"]?.list?.first?.text("imageUrl").map {
                $0.hasPrefix("http:") ? "https:" + $0.dropFirst(5) : $0
            }
            offer(of: item, sellers, &record)
            return record
        }
    }

    private static func offer(of item: JSONValue, _ sellers: Set<String>, _ record: inout SourceProduct) {
        let all = item["sellers"]?.list ?? []
        let own = all.first { $0.text("sellerId").map(sellers.contains) ?? false }
        // "1" is the shop itself, which stands for whichever of its stores delivers.
        guard let seller = own ?? all.first(where: { $0.text("sellerId") == "1" }),
            let offer = seller["commertialOffer"]
        else {
            record.isAvailable = false
            return
        }
        record.seller = seller.text("sellerId")
        let unit = unit(of: item)
        record.price = SourcePrice(offer.decimal("Price"), currency: "BRL", unit: unit)
        // Of what is not to be had the price is 0; a number of pieces stands for “enough” and is none.
        record.isAvailable =
            record.price != nil && (offer.flag("IsAvailable") ?? (offer.integer("AvailableQuantity") ?? 0 > 0))
        let list = SourcePrice(offer.decimal("ListPrice"), currency: "BRL", unit: unit)
        // It repeats the price, and is below it now and then.
        if let list, let price = record.price, list.amount > price.amount { record.listPrice = list }
    }

    private static func unit(of item: JSONValue) -> SourcePrice.Unit {
        guard let measure = item.text("measurementUnit")?.lowercased(), measure != "un" else { return .piece }
        // Prices are for one of the measure, whatever portion is sold.
        return .measure(1, measure)
    }

    private static func path(_ slug: String) -> String {
        slug.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? ""
    }
}

extension JSONValue {
    fileprivate var ownText: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }
}
