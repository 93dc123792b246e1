import Companies
import Hummingbird
import Pages

/// The companies there are, for operators: what they are called and nothing of what they do.
struct StaffCompaniesHandler: Sendable {
    let database: CompanyDatabase
    let frame: Frame
    let templates: TemplateLibrary
    let hasOutbox: Bool

    func index(_ request: Request, _ context: OperatorContext) async throws -> Response {
        let companies = try await CompanyOverview.all(database)
        let page = frame.page(for: context.member, freshness: nil)
        return templates.live(
            StaffCompaniesPage(
                frame: page,
                lines: companies.map {
                    StaffCompanyLine(
                        name: $0.company.name, slug: $0.company.slug, members: $0.members, zone: $0.company.timeZone,
                        made: MomentStamp($0.createdAt), frame: page)
                }, hasOutbox: hasOutbox))
    }
}
