import Documents
import Foundation
import HTTPTypes
import Outbound

/// A supermarket on VTEX, as one of its regions sees it.
///
/// Walks the category tree. A query shows 2,550 items at most; what is larger is read by its subcategories, and where there are none by
/// bands of prices. While it pages, the order is by name, since the shop's own order moves.
package struct VTEXShop: ProductSource {
    /// Items of a window.
    static let window = 50
    /// The last item a query shows, counted from 0.
    static let last = 2_549

    package let profile: SourceProfile
    package let region: VTEXRegion

    package init(profile: SourceProfile, region: VTEXRegion) {
        self.profile = profile
        self.region = region
    }

    package func products(
        in category: String?, at cursor: SourceCursor?, through door: SourceDoor
    ) async throws -> SourcePage<SourceProduct> {
        var place = VTEXCursor(cursor ?? SourceCursor())
        if place.regionID == nil { try await locate(&place, door) }
        if place.queue.isEmpty {
            place.queue = try await roots(category, &place, door)
            place.from = 0
        }
        door.set(cookie: "vtex_segment", to: region.segment(regionID: place.regionID ?? ""))
        while let query = place.queue.first {
            let visit = try await door.read(path(query, from: place.from), fields: [.accept: "application/json"])
            guard let products = try JSONAnswer.read(visit).list else {
                throw SourceProblem.wrongShape(expected: "a list of products", found: "other JSON")
            }
            let total = Self.total(visit.answer.fields) ?? place.from + products.count
            if total > Self.last + 1, place.from == 0, let parts = try await parts(of: query, &place, door) {
                place.queue.replaceSubrange(0..<1, with: parts)
                continue
            }
            let sellers = Set(place.sellers)
            var (records, rejects) = ([SourceProduct](), [RecordReject]())
            for (index, product) in products.enumerated() {
                let items = VTEXItem.read(product, sellers: sellers, site: profile.base)
                if items.isEmpty {
                    rejects.append(RecordReject(index: index, reason: "it has no items that can be read"))
                }
                records += items
            }
            place.from += Self.window
            if products.isEmpty || place.from >= min(total, Self.last + 1) {
                place.queue.removeFirst()
                place.from = 0
            }
            let isLast = place.queue.isEmpty
            return SourcePage(
                visit: visit, records: records, rejects: rejects, cursor: isLast ? SourceCursor() : place.cursor,
                isLast: isLast)
        }
        throw SourceProblem.wrongShape(expected: "categories", found: "none")
    }

    /// Asks who delivers to the region.
    private func locate(_ place: inout VTEXCursor, _ door: SourceDoor) async throws {
        let visit = try await door.read(
            "/api/checkout/pub/regions?country=BRA&postalCode=\(region.postalCode)&sc=\(region.salesChannel)")
        guard let found = try JSONAnswer.read(visit).list?.first, let id = found.text("id") else {
            throw SourceProblem.wrongShape(expected: "a region", found: "other JSON")
        }
        let sellers = (found["sellers"]?.list ?? []).compactMap { $0.text("id") }
        // Such a place is answered with somebody else's prices.
        guard !sellers.isEmpty, id != VTEXRegion.nobody else { throw SourceProblem.notServed }
        (place.regionID, place.sellers) = (id, sellers)
    }

    private func roots(_ category: String?, _ place: inout VTEXCursor, _ door: SourceDoor) async throws -> [VTEXQuery] {
        if let category, let query = VTEXQuery(text: category) { return [query] }
        return try await categories(below: nil, &place, door)
    }

    /// Smaller queries that are this one together; nil where there are none.
    private func parts(
        of query: VTEXQuery, _ place: inout VTEXCursor, _ door: SourceDoor
    ) async throws -> [VTEXQuery]? {
        if query.band == nil {
            let below = try await categories(below: query.category, &place, door)
            if !below.isEmpty { return below }
        }
        return query.halves
    }

    /// The categories directly below one; nil for the widest.
    private func categories(
        below category: String?, _ place: inout VTEXCursor, _ door: SourceDoor
    ) async throws -> [VTEXQuery] {
        if place.tree.isEmpty {
            let visit = try await door.read("/api/catalog_system/pub/category/tree/3")
            guard let list = try JSONAnswer.read(visit).list else {
                throw SourceProblem.wrongShape(expected: "a tree of categories", found: "other JSON")
            }
            place.tree = list.flatMap { Self.paths($0, above: "") }
        }
        let start = category.map { "\($0)/" } ?? ""
        return place.tree.filter { $0.hasPrefix(start) && !$0.dropFirst(start.count).contains("/") }
            .map { VTEXQuery(category: $0) }
    }

    /// A category and all below it.
    private static func paths(_ json: JSONValue, above: String) -> [String] {
        guard let id = json.text("id"), id.allSatisfy(\.isNumber) else { return [] }
        return [above + id] + (json["children"]?.list ?? []).flatMap { paths($0, above: "\(above)\(id)/") }
    }

    private func path(_ query: VTEXQuery, from: Int) -> String {
        let filters = query.filters.map { filter in
            "fq=" + (filter.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
        }
        return "/api/catalog_system/pub/products/search?" + filters.joined(separator: "&")
            + "&_from=\(from)&_to=\(min(from + Self.window - 1, Self.last))&O=OrderByNameASC&sc=\(region.salesChannel)"
    }

    /// Of `resources: 0-49/1164`.
    private static func total(_ fields: HTTPFields) -> Int? {
        HTTPField.Name("resources").flatMap { fields[$0] }?.split(separator: "/").last.flatMap { Int($0) }
    }
}
