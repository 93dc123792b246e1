import Catalog
import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Routes

/// The company itself, for its admins to see and its owners to change.
struct CompanyHandler: Sendable {
    let database: CompanyDatabase
    let frame: Frame
    let templates: TemplateLibrary

    /// GET: what it is called, counts in and whose days it keeps.
    func index(_ request: Request, _ context: AdminContext) async throws -> Response {
        let company = context.member.session.company
        return try await page(
            CompanyPage.Values(name: company.name, currency: company.homeCurrency, timeZone: company.timeZone),
            context, note: CompanyNote(of: request))
    }

    /// POST: changes it.
    func change(_ request: Request, _ context: OwnerContext) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        let name = (form["name"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let values = CompanyPage.Values(
            name: name, currency: (form["currency"] ?? "").uppercased(), timeZone: form["zone"] ?? "")
        func again(_ problem: CompanyPage.Problem) async throws -> Response {
            try await page(values, context, problem: problem, status: .unprocessableContent)
        }
        guard (1...200).contains(name.unicodeScalars.count), !name.unicodeScalars.contains(where: \.isHiding) else {
            return try await again(.name)
        }
        guard Currency(code: values.currency) != nil else { return try await again(.currency) }
        guard TimeZone.knownTimeZoneIdentifiers.contains(values.timeZone) || values.timeZone == "UTC" else {
            return try await again(.timeZone)
        }
        try await database.transaction(in: context.member.company) { transaction in
            try await CompanyRegistry.change(
                name: name, homeCurrency: values.currency, timeZone: values.timeZone,
                by: .person(context.member.session.identity), in: transaction)
        }
        return Response.redirect(to: CompanyRoute.index(.changed).path)
    }

    /// POST: lets a model be asked about its listings, or no longer.
    func judge(_ request: Request, _ context: OwnerContext) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        guard let word = form["judge"], word == "on" || word == "off" else { throw BadQuery() }
        try await database.transaction(in: context.member.company) { transaction in
            try await transaction.askJudge(word == "on", by: .person(context.member.session.identity))
        }
        return Response.redirect(to: CompanyRoute.index(.judge).path)
    }

    private func page(
        _ values: CompanyPage.Values, _ context: some CompanyContext, note: CompanyNote? = nil,
        problem: CompanyPage.Problem? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let member = context.member
        let asksJudge = try await database.transaction(in: member.company) { try await $0.asksJudge() }
        return templates.live(
            CompanyPage(
                frame: frame.page(for: member, freshness: nil), values: values, slug: member.session.company.slug,
                isOwner: member.session.role >= .owner, asksJudge: asksJudge, note: note, problem: problem),
            status: status)
    }
}

extension Unicode.Scalar {
    /// Whether it changes how what stands beside it reads without being seen: controls, and marks of writing direction.
    var isHiding: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: false
        }
    }
}
