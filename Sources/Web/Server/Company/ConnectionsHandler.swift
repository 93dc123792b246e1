import Companies
import Connections
import Connectors
import Foundation
import HTTPTypes
import Hummingbird
import Ingestion
import Logging
import Pages
import Routes
import Vault

/// A company's connections, for its admins. A stored login never comes back to a page: it is replaced, tried and removed.
struct ConnectionsHandler: Sendable {
    private static let mostUses = 50

    let database: CompanyDatabase
    let vault: SecretVault
    let probes: [SourceCode: any ConnectionProbe]
    /// The way to sources, for logins that are tried before they are stored; nil where there is none.
    let access: SourceAccess?
    let staff: StaffRegister
    let frame: Frame
    let templates: TemplateLibrary
    let logger: Logger

    /// GET: all of them.
    func index(_ request: Request, _ context: AdminContext) async throws -> Response {
        let rows = try await database.transaction(in: context.member.company) {
            try await ConnectionQueries.list(in: $0)
        }
        let page = frame.page(for: context.member, freshness: nil)
        return templates.live(
            ConnectionsPage(
                frame: page, note: CompanyNote(of: request), lines: rows.map { ConnectionLine($0, frame: page) },
                sources: LoginSource.all.map { SourceChoice(code: $0.code.rawValue, title: $0.title, what: $0.what) }))
    }

    /// GET: the form for a new one.
    func form(_ request: Request, _ context: AdminContext) async throws -> Response {
        let code = request.uri.queryParameters[Substring(CompanyRoute.sourceItem)].map(String.init) ?? ""
        guard let source = LoginSource.find(code) else { throw NotFound() }
        return form(source, name: source.title, nil, status: .ok, context)
    }

    /// POST: connects a source.
    func add(_ request: Request, _ context: AdminContext) async throws -> Response {
        let body = try await FormBody(of: request, for: context.member.token)
        guard let source = body[CompanyRoute.sourceItem].flatMap(LoginSource.find) else { throw NotFound() }
        let name = (body["name"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return try await guarding(
            { form(source, name: name, $0, status: .unprocessableContent, context) },
            {
                let new = try NewConnection(
                    source: source.code, name: name, settings: [:], credentials: try Self.credentials(body, source),
                    confirmation: try Self.confirmation(body))
                _ = try await database.transaction(in: context.member.company) {
                    try await queries($0, context).add(new, at: frame.now())
                }
                return Response.redirect(to: CompanyRoute.connections(.connected).path)
            })
    }

    /// POST: signs in with a login that is not stored, once, and shows the first records.
    func attempt(_ request: Request, _ context: AdminContext) async throws -> Response {
        let body = try await FormBody(of: request, for: context.member.token)
        guard let source = body[CompanyRoute.sourceItem].flatMap(LoginSource.find), let access,
            let connector = try access.connector(source.code.rawValue, settings: [:])
        else { throw NotFound() }
        let name = (body["name"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return try await guarding(
            { form(source, name: name, $0, status: .unprocessableContent, context) },
            {
                let credentials = try Self.credentials(body, source)
                // Nobody's login is used without this, not even once.
                _ = try Self.confirmation(body)
                guard let login = source.login(from: { credentials[$0] }) else { throw ConnectionProblem.noSecret }
                let page = frame.page(for: context.member, freshness: nil)
                let trial: NewConnectionPage.Trial
                do {
                    let found = try await SourcePreview.read(
                        connector, through: access, login: login, limit: 10)
                    trial = NewConnectionPage.Trial(
                        isGood: true, sentence: page.text[.connectionTried],
                        samples: found.products.map { RecordSample($0, page) })
                } catch let trouble as RunTrouble {
                    trial = NewConnectionPage.Trial(isGood: false, sentence: trouble.sentence, samples: [])
                }
                try await database.transaction(in: context.member.company) { transaction in
                    try await transaction.record(
                        AuditEvent(
                            .connectionTested, by: .person(context.member.session.identity),
                            on: AuditSubject("source", source.code.rawValue),
                            facts: ["health": trial.isGood ? "working" : "refused"]))
                }
                return form(source, name: name, nil, status: .ok, context, trial: trial)
            })
    }

    /// GET: one of them.
    func show(_ request: Request, _ context: AdminContext) async throws -> Response {
        try await page(of: try await find(context), CompanyNote(of: request), nil, status: .ok, context)
    }

    /// POST: puts another login in the place of the stored one.
    func replace(_ request: Request, _ context: AdminContext) async throws -> Response {
        let body = try await FormBody(of: request, for: context.member.token)
        let row = try await find(context)
        guard row.revokedAt == nil, let source = LoginSource.find(row.source) else { throw NotFound() }
        return try await guarding(
            { try await page(of: row, nil, $0, status: .unprocessableContent, context) },
            {
                let credentials = try Self.credentials(body, source)
                let confirmation = try Self.confirmation(body)
                try await database.transaction(in: context.member.company) {
                    try await queries($0, context).replace(
                        row.id, credentials: credentials, confirmation: confirmation, at: frame.now())
                }
                return Response.redirect(to: CompanyRoute.connection("\(row.id)", .replaced).path)
            })
    }

    /// POST: tries the stored login.
    func test(_ request: Request, _ context: AdminContext) async throws -> Response {
        _ = try await FormBody(of: request, for: context.member.token)
        let row = try await find(context)
        let tester = ConnectionTest(database: database, vault: vault, probes: probes)
        return try await guarding(
            { try await page(of: row, nil, $0, status: .unprocessableContent, context) },
            {
                let verdict = try await tester.run(
                    row.id, in: context.member.company, for: .person(context.member.session.identity, .test),
                    at: frame.now())
                return Response.redirect(
                    to: CompanyRoute.connection("\(row.id)", verdict == nil ? nil : .tested).path)
            })
    }

    /// POST: ends one, if the person is sure.
    func revoke(_ request: Request, _ context: AdminContext) async throws -> Response {
        let body = try await FormBody(of: request, for: context.member.token)
        let row = try await find(context)
        guard body["confirmed"] == "yes" else {
            return Response.redirect(to: CompanyRoute.connection("\(row.id)").path)
        }
        return try await guarding(
            { try await page(of: row, nil, $0, status: .unprocessableContent, context) },
            {
                try await database.transaction(in: context.member.company) {
                    try await queries($0, context).revoke(row.id, at: frame.now())
                }
                return Response.redirect(to: CompanyRoute.connections(.revoked).path)
            })
    }

    private func queries(_ transaction: CompanyTransaction, _ context: AdminContext) -> ConnectionQueries {
        ConnectionQueries(transaction: transaction, vault: vault, person: context.member.session.identity)
    }

    /// The connection of the address; another company's and none are the same.
    private func find(_ context: AdminContext) async throws -> ConnectionRow {
        guard
            let id = context.parameters.get(CompanyRoute.connectionParameter).flatMap(UUID.init(uuidString:)),
            let row = try await database.transaction(
                in: context.member.company,
                { try await ConnectionQueries.find(ConnectionID(rawValue: id), in: $0) })
        else { throw NotFound() }
        return row
    }

    /// Runs what a person wants; what they can mend comes back as a page with a sentence.
    private func guarding(
        _ again: (ConnectionFormProblem) async throws -> Response, _ body: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await body()
        } catch ConnectionProblem.unknown {
            throw NotFound()
        } catch let problem as ConnectionProblem {
            return try await again(ConnectionFormProblem(problem))
        } catch VaultProblem.tooLong {
            return try await again(.tooLong)
        } catch let problem as VaultProblem {
            logger.error("the vault cannot be used", metadata: ["cause": "\(problem)"])
            return try await again(.keys)
        }
    }

    private static func credentials(
        _ body: FormBody, _ source: LoginSource
    ) throws -> [SecretField: SecretBytes] {
        var credentials: [SecretField: SecretBytes] = [:]
        for field in source.fields {
            guard let secret = body.secrets[field.field.rawValue], secret.count > 0 else {
                throw ConnectionProblem.noSecret
            }
            guard secret.count <= 4_096 else { throw VaultProblem.tooLong(bytes: secret.count) }
            credentials[field.field] = secret
        }
        return credentials
    }

    private static func confirmation(_ body: FormBody) throws -> UseConfirmation {
        guard body["confirmed"] == "yes" else { throw ConnectionProblem.notConfirmed }
        return try UseConfirmation(textVersion: body["version"].flatMap { Int($0) } ?? 0)
    }

    private func form(
        _ source: LoginSource, name: String, _ problem: ConnectionFormProblem?, status: HTTPResponse.Status,
        _ context: AdminContext, trial: NewConnectionPage.Trial? = nil
    ) -> Response {
        templates.live(
            NewConnectionPage(
                frame: frame.page(for: context.member, freshness: nil), source: (source.code.rawValue, source.title),
                name: name, fields: LoginFieldInput.all(source), terms: source.terms,
                version: UseConfirmation.currentVersion, problem: problem,
                canTry: access != nil && SourceCatalog.find(source.code.rawValue) != nil, trial: trial), status: status)
    }

    private func page(
        of row: ConnectionRow, _ note: CompanyNote?, _ problem: ConnectionFormProblem?, status: HTTPResponse.Status,
        _ context: AdminContext
    ) async throws -> Response {
        let uses = try await database.transaction(in: context.member.company) {
            try await ConnectionQueries.uses(of: row.id, in: $0, limit: Self.mostUses)
        }
        let people = Set(uses.compactMap(\.person) + [row.createdBy, row.confirmedBy].compactMap(\.self))
        let names = try await staff.names(Array(people), in: context.member.company)
        let page = frame.page(for: context.member, freshness: nil)
        let source = LoginSource.find(row.source)
        return templates.live(
            ConnectionPage(
                frame: page,
                facts: ConnectionPage.Facts(
                    row, names: names,
                    isTestable: SourceCode(rawValue: row.source).map { probes[$0] != nil } ?? false),
                fields: source.map(LoginFieldInput.all) ?? [], terms: source?.terms ?? "",
                version: UseConfirmation.currentVersion,
                uses: uses.map { use in
                    UseLine(
                        moment: MomentStamp(use.usedAt), reason: use.reason.rawValue,
                        who: use.person.map { .member(names[$0]) } ?? .job, frame: page)
                }, note: note, problem: problem), status: status)
    }
}
