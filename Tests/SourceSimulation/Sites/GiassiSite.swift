package import Foundation
package import SimulationSupport

/// The supermarket: VTEX with its windows, its end of 2,550 items, its regions by cookie and its default store for whoever brings none.
package struct GiassiSite: SimulatedSite {
    static let lastItem = 2_549

    private let world: SourceWorld
    /// Who delivers where, by postal code; nobody anywhere else.
    private static let sellers = ["89202310": "giassi08", "88032005": "giassi18", "88113600": "giassi07"]
    private static let home = "giassi11"
    private static let nobody = "v2.1BB18CE648B5111D0933734ED83EC783"

    package init(world: SourceWorld) { self.world = world }

    package func answer(_ asked: FakeSite.Asked, at now: Date) -> [FakeSite.Step] {
        guard asked.method == "GET" else { return [.answer("405 Method Not Allowed")] }
        switch asked.place {
        case "/robots.txt":
            return [.answer("200 OK", [:], Array("User-agent: *\nDisallow: /checkout/\nDisallow: /account/\n".utf8))]
        case "/api/checkout/pub/regions": return [region(asked)]
        case "/api/catalog_system/pub/category/tree/3": return [.json(tree)]
        case "/api/catalog_system/pub/products/search": return [search(asked, day: world.day(of: now), at: now)]
        default: return [.answer("404 Not Found")]
        }
    }

    private func region(_ asked: FakeSite.Asked) -> FakeSite.Step {
        guard asked.value("country") == "BRA", let code = asked.value("postalCode"), code.count == 8 else {
            return .json("{\"error\": {\"code\": \"CHK0127\"}}", status: "400 Bad Request")
        }
        guard let seller = Self.sellers[code] else { return .json("[{\"id\": \"\(Self.nobody)\", \"sellers\": []}]") }
        return .json(
            "[{\"id\": \"\(Self.regionID(seller))\", \"sellers\": [{\"id\": \"\(seller)\", \"name\": \"Giassi\", \"logo\": null}]}]"
        )
    }

    /// Not the real formula, which nothing reads.
    private static func regionID(_ seller: String) -> String { "v2." + seller.uppercased() }

    private var tree: String {
        let departments = world.departments.map { department in
            let shelves = department.shelves.map {
                "{\"id\": \($0.id), \"name\": \"\($0.name)\", \"hasChildren\": false, \"children\": []}"
            }
            return
                "{\"id\": \(department.id), \"name\": \"\(department.name)\", \"hasChildren\": true, \"children\": [\(shelves.joined(separator: ","))]}"
        }
        return "[\(departments.joined(separator: ","))]"
    }

    private func search(_ asked: FakeSite.Asked, day: Int, at now: Date) -> FakeSite.Step {
        guard let from = asked.value("_from").flatMap({ Int($0) }), let to = asked.value("_to").flatMap({ Int($0) }),
            from >= 0,
            to >= from, to - from <= 49
        else { return .answer("400 Bad Request", [:], Array("Parameter _to can't be greater than 50.".utf8)) }
        guard to <= Self.lastItem else {
            return .answer("400 Bad Request", [:], Array("Parameter _from can't be greater than 2500.".utf8))
        }
        let seller = seller(asked)
        let filters = asked.query.filter { $0.name == "fq" }.map(\.value)
        let found = world.groceries.filter { grocery in
            filters.allSatisfy { fits(grocery, $0, cents: grocery.cents(in: seller, on: day, seed: world.seed)) }
        }
        let window = found.dropFirst(from).prefix(to - from + 1)
        let items = window.map { json($0, seller: seller, day: day, at: now) }
        return .json(
            "[\(items.joined(separator: ","))]", ["resources": "\(from)-\(to)/\(found.count)"],
            status: from + window.count < found.count ? "206 Partial Content" : "200 OK")
    }

    private func fits(_ grocery: Grocery, _ filter: String, cents: Int) -> Bool {
        if filter.hasPrefix("C:/") { return "/\(grocery.shelf.path)/".hasPrefix(filter.dropFirst(2)) }
        let ends = filter.dropFirst(3).dropLast().split(separator: " ").compactMap { Double($0) }
        guard filter.hasPrefix("P:["), ends.count == 2 else { return false }
        return Double(cents) >= (ends[0] * 100).rounded() && Double(cents) <= (ends[1] * 100).rounded()
    }

    /// Whoever brings no region, or one nobody knows, sees the default store.
    private func seller(_ asked: FakeSite.Asked) -> String {
        let segment =
            asked.cookie("vtex_segment").flatMap { Data(base64Encoded: $0) }
            .flatMap { try? JSONSerialization.jsonObject(with: $0) } as? [String: Any]
        let region = segment?["regionId"] as? String
        return Self.sellers.values.first { Self.regionID($0) == region } ?? Self.home
    }

    private func json(_ grocery: Grocery, seller: String, day: Int, at now: Date) -> String {
        let isThere = grocery.isAvailable(in: seller, on: day, seed: world.seed)
        let cents = isThere ? grocery.cents(in: seller, on: day, seed: world.seed) : 0
        let full = isThere ? (grocery.isOffered(on: day, seed: world.seed) ? cents * 5 / 4 : cents) : 0
        // Changes with every answer and means nothing.
        let churn = Int(now.timeIntervalSince1970)
        return """
            {"productId": "\(grocery.id)", "productName": "\(grocery.name)", "brand": "\(grocery.brand)", "linkText": "produto_\(grocery.id)",
             "categories": ["/\(grocery.shelf.departmentName)/\(grocery.shelf.name)/", "/\(grocery.shelf.departmentName)/"],
             "items": [{"itemId": "\(grocery.id)", "nameComplete": "\(grocery.name)", "ean": "\(grocery.code)",
             "measurementUnit": "\(grocery.isWeighed ? "kg" : "un")", "unitMultiplier": \(grocery.isWeighed ? "0.5" : "1.0"),
             "images": [{"imageUrl": "http://giassi.vteximg.com.br/\(grocery.id).jpg"}],
             "sellers": [{"sellerId": "\(seller)", "sellerDefault": true, "commertialOffer": {"Price": \(Money.text(cents)),
             "ListPrice": \(Money.text(full)), "AvailableQuantity": \(isThere ? 99_999 : 0), "IsAvailable": \(isThere), "PriceToken": "\(churn)"}}]}]}
            """
    }
}
