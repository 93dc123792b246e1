import Companies
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Postgres
import Routes

/// The company's record of who did what, for its admins. Nothing of it is kept in memory or by the browser.
struct AuditHandler: Sendable {
    private static let pageSize = 50
    /// Rows read at once for a file, and at most in one.
    private static let batch = 2_000
    private static let mostRows = 1_000_000

    let database: CompanyDatabase
    let staff: StaffRegister
    let frame: Frame
    let templates: TemplateLibrary

    /// GET: events, newest first.
    func index(_ request: Request, _ context: AdminContext) async throws -> Response {
        let query = Self.query(of: request)
        let (filter, isBadDate) = AuditFilter.read(query, timeZone: context.member.session.company.timeZone)
        let company = context.member.company
        let (found, members) = try await database.read(
            in: company, AuditTrail.newest(of: company, filter, before: query.before, limit: Self.pageSize + 1),
            Query<Single<IdentityID>>(
                "SELECT identity_id FROM members WHERE company_id = \(company) ORDER BY created_at, identity_id LIMIT 500"
            ))
        let entries = found.prefix(Self.pageSize)
        let names = try await names(of: Array(entries), and: members.map(\.value), in: company)
        let page = frame.page(for: context.member, freshness: nil)
        let lines = entries.map { AuditLine($0, who: AuditWho($0.actor, names: names), frame: page) }
        return templates.live(
            AuditPage(
                frame: page, query: query, areas: AuditAction.areas,
                people: members.compactMap { id in names[id.value].map { ("\(id.value)", $0) } }, lines: lines,
                next: found.count > Self.pageSize ? entries.last?.sequence : nil, isBadDate: isBadDate))
    }

    /// GET: the same as a file, streamed. That it was taken is on record before the first line leaves.
    func export(_ request: Request, _ context: AdminContext) async throws -> Response {
        let query = Self.query(of: request)
        let (filter, _) = AuditFilter.read(query, timeZone: context.member.session.company.timeZone)
        let company = context.member.company
        let person = context.member.session.identity
        try await database.transaction(in: company) { transaction in
            try await transaction.record(
                AuditEvent(
                    .auditExported, by: .person(person), facts: query.isFiltered ? ["filter": query.suffix] : [:]))
        }
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: CSVText.line(AuditFile.columns)))
            var before: Int?
            var rows = 0
            while rows < Self.mostRows {
                let entries = try await database.read(
                    in: company, AuditTrail.newest(of: company, filter, before: before, limit: Self.batch))
                let names = try await names(of: entries, and: [], in: company)
                let text = entries.map { AuditFile.line($0, names: names) }.joined()
                try await writer.write(ByteBuffer(string: text))
                rows += entries.count
                guard entries.count == Self.batch, let last = entries.last else { break }
                before = last.sequence
            }
            try await writer.finish(nil)
        }
        var headers = HTTPFields()
        headers[.contentType] = "text/csv; charset=utf-8"
        headers[.cacheControl] = "no-store"
        headers[.contentDisposition] = "attachment; filename=\"record-\(context.member.session.company.slug).csv\""
        return Response(status: .ok, headers: headers, body: body)
    }

    /// Names of members among those who did something.
    private func names(
        of entries: [AuditEntry], and others: [IdentityID], in company: CompanyID
    ) async throws -> [IdentityID: String] {
        var persons = Set(others)
        for entry in entries { if case .person(let identity) = entry.actor { persons.insert(identity) } }
        return try await staff.names(Array(persons), in: company)
    }

    private static func query(of request: Request) -> AuditQuery {
        AuditQuery.read { request.uri.queryParameters[Substring($0)].map(String.init) }
    }
}
