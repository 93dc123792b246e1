import Catalog
package import Connectors
import Foundation
import Outbound

/// The first records of a source, read and mapped as a run would, and kept nowhere.
package struct SourcePreview: Sendable {
    package let products: [PriceBookRow]
    /// Of a source of anything but products.
    package let records: [RecordLineRow]
    package let rejects: [String]
    /// Pages that were read for it.
    package let pages: Int

    /// - Parameters:
    ///   - login: for a source that needs one; signs in once.
    ///   - limit: records at most.
    /// - Throws: `RunTrouble`, for a person to read.
    package static func read(
        _ connector: Connector, through access: SourceAccess, login: SourceLogin? = nil, category: String? = nil,
        limit: Int
    ) async throws -> SourcePreview {
        let door = access.door(connector).using(login?.key(of: connector.profile.code))
        do {
            if let source = connector.login {
                guard let login else { throw RunTrouble(.noLogin, .end, "the source needs a login") }
                try await source.signIn(login, through: door)
            }
            return try await first(limit, connector, category, door, access)
        } catch let error as CancellationError {
            throw error
        } catch {
            throw RunTrouble(error) ?? RunTrouble(.ours, .end, "a fault of ours: \(error)")
        }
    }

    private static func first(
        _ limit: Int, _ connector: Connector, _ category: String?, _ door: SourceDoor, _ access: SourceAccess
    ) async throws -> SourcePreview {
        var (products, records, rejects, pages) = ([PriceBookRow](), [RecordLineRow](), [String](), 0)
        var cursor: SourceCursor?
        var isLast = false
        func add<Record>(_ page: SourcePage<Record>, _ lines: [RecordLineRow]) {
            records += lines
            rejects += page.rejects.map(\.reason)
            (cursor, isLast) = (page.cursor, page.isLast)
        }
        // A source that begins with empty pages is no reason to read all of it.
        while !isLast, pages < 5, products.count + records.count < limit {
            switch connector.content {
            case .products(let source):
                let page = try await source.products(in: category, at: cursor, through: door)
                let mapping = SourceProductMapping(
                    shop: connector.scope.isEmpty ? nil : connector.scope, day: CalendarDay(utc: access.now()),
                    kind: connector.profile.kind)
                for (place, product) in page.records.enumerated() {
                    switch mapping.row(product, line: place + 1) {
                    case .success(let row): products.append(row)
                    case .failure(let problem): rejects.append(problem.reason)
                    }
                }
                rejects += page.rejects.map(\.reason)
                (cursor, isLast) = (page.cursor, page.isLast)
            case .articles(let source):
                let page = try await source.articles(at: cursor, through: door)
                add(page, page.records.map(RecordLineRow.init))
            case .posts(let source):
                let page = try await source.posts(at: cursor, through: door)
                add(page, page.records.map(RecordLineRow.init))
            case .series(let source):
                let page = try await source.points(at: cursor, through: door)
                // The newest of each series say more than the oldest of one.
                add(page, page.records.reversed().map(RecordLineRow.init))
            }
            pages += 1
        }
        return SourcePreview(
            products: Array(products.prefix(limit)), records: Array(records.prefix(limit)), rejects: rejects,
            pages: pages)
    }
}
