import Catalog
import Companies
import Foundation
import Postgres

/// An article or a post that is to be read, with what is kept beside its mentions.
struct StatementRow: RowDecodable {
    let statement: Statement
    let digest: Int64
    let source: UUID
    let day: CalendarDay
    let run: UUID
    let line: Int64

    init(row: inout RowReader) throws {
        let kind: String = try row.next()
        let id = Statement.ID(
            kind: Statement.Kind(rawValue: kind) ?? .article, owner: try row.next(), id: try row.next())
        let title: String? = try row.nextOptional()
        let body: String? = try row.nextOptional()
        let tags: String = try row.next()
        statement = Statement(
            id: id, title: title, body: body, tags: tags.split(separator: "\n").map(String.init))
        digest = try row.next()
        source = try row.next()
        day = try row.next()
        run = try row.next()
        line = try row.next()
    }
}
