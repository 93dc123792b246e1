import Foundation
import SimulationSupport

/// A change of what a source says that breaks nothing: everything is answered, and something of it is otherwise.
package enum Drift: String, Sendable, Hashable, CaseIterable {
    /// What is behind it.
    package enum Cause: Sendable, Hashable { case market, site, blocked }

    // The site says the same otherwise.
    /// The brand goes by another name.
    case brandRenamed
    /// The price goes by another name.
    case priceRenamed
    /// Prices are whole cents.
    case priceInCents
    /// Prices are for six.
    case priceForSix
    /// Name and brand stand in each other's place.
    case nameAndBrandSwapped
    /// Codes of the shop's own stand where the trade's stood.
    case codesOfItsOwn
    /// Everything has another number.
    case renumbered
    /// Windows hold twenty, whatever was asked for.
    case smallerWindows

    // The site keeps something back, or makes it up.
    /// Behind the first pages there is nothing.
    case emptyAfterTwoPages
    /// Every price is the same.
    case flatPrices
    /// Prices are made up.
    case madeUpPrices
    /// Prices are there and say nothing.
    case withheldPrices
    /// Every other thing is left out, evenly.
    case halfOfEverything

    // The market.
    /// What two suppliers make is gone.
    case suppliersGone
    /// Everything costs more, each thing by its own measure.
    case dearer
    /// Six things in ten are out of stock.
    case soldOut

    package var cause: Cause {
        switch self {
        case .brandRenamed, .priceRenamed, .priceInCents, .priceForSix, .nameAndBrandSwapped, .codesOfItsOwn,
            .renumbered,
            .smallerWindows:
            .site
        case .emptyAfterTwoPages, .flatPrices, .madeUpPrices, .withheldPrices, .halfOfEverything: .blocked
        case .suppliersGone, .dearer, .soldOut: .market
        }
    }

    /// Whose things `suppliersGone` is about.
    private static let suppliers = ["Vale Verde", "Bom Porto"]

    func apply(to steps: [FakeSite.Step], of asked: FakeSite.Asked) -> [FakeSite.Step] {
        guard asked.place == "/api/catalog_system/pub/products/search",
            let from = asked.value("_from").flatMap({ Int($0) }),
            let products = try? JSONSerialization.jsonObject(with: Data(FakeSite.Step.body(of: steps)))
                as? [[String: Any]]
        else { return steps }
        var kept = products.compactMap { changed($0, from: from) }
        var total = FakeSite.Step.field("resources", of: steps).flatMap { $0.split(separator: "/").last }.flatMap {
            Int($0)
        }
        switch self {
        case .smallerWindows: kept = Array(kept.prefix(20))
        case .halfOfEverything: total = total.map { $0 / 2 }
        default: break
        }
        let body =
            (try? JSONSerialization.data(withJSONObject: kept)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
        return [.json(body, ["resources": "\(from)-\(from + 49)/\(total ?? kept.count)"])]
    }

    /// - Returns: nil for a thing that is not told.
    private func changed(_ product: [String: Any], from: Int) -> [String: Any]? {
        var product = product
        guard let id = (product["productId"] as? String).flatMap({ Int($0) }),
            var item = (product["items"] as? [[String: Any]])?.first,
            var seller = (item["sellers"] as? [[String: Any]])?.first,
            var offer = seller["commertialOffer"] as? [String: Any], let price = offer["Price"] as? Double
        else { return product }
        let chance = SourceWorld.chance(77, id)
        switch self {
        case .brandRenamed: product["brandName"] = product.removeValue(forKey: "brand")
        case .priceRenamed: offer["SellingPrice"] = offer.removeValue(forKey: "Price")
        case .priceInCents:
            offer["Price"] = (price * 100).rounded()
            offer["ListPrice"] = ((offer["ListPrice"] as? Double ?? 0) * 100).rounded()
        case .priceForSix: offer["Price"] = (price * 600).rounded() / 100
        case .nameAndBrandSwapped:
            let brand = product["brand"]
            product["brand"] = item["nameComplete"]
            item["nameComplete"] = brand
        case .codesOfItsOwn: item["ean"] = CheckDigit.gtin13(770_000_000_000 + id)
        case .renumbered:
            product["productId"] = "\(id + 500_000)"
            item["itemId"] = "\(id + 500_000)"
        case .emptyAfterTwoPages where from >= 50: return nil
        case .flatPrices: if price > 0 { offer["Price"] = 9.99 }
        case .madeUpPrices: if price > 0 { offer["Price"] = (price * exp(4 * (chance - 0.5)) * 100).rounded() / 100 }
        case .withheldPrices: offer["Price"] = 0
        case .halfOfEverything where id % 2 == 0: return nil
        case .suppliersGone where Self.suppliers.contains(product["brand"] as? String ?? ""): return nil
        case .dearer: offer["Price"] = (price * (1.03 + chance * 0.2) * 100).rounded() / 100
        case .soldOut where chance < 0.6:
            offer["Price"] = 0
            offer["IsAvailable"] = false
            offer["AvailableQuantity"] = 0
        default: break
        }
        seller["commertialOffer"] = offer
        item["sellers"] = [seller]
        product["items"] = [item]
        return product
    }
}

extension FakeSite.Step {
    /// A field of an answer that is whole.
    static func field(_ name: String, of steps: [FakeSite.Step]) -> String? {
        for step in steps {
            guard case .bytes(let bytes) = step else { continue }
            let head = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n\r\n").first ?? ""
            for line in head.components(separatedBy: "\r\n") where line.lowercased().hasPrefix(name + ":") {
                return line.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
            }
        }
        return nil
    }
}
