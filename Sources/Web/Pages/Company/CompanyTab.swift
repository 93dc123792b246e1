import Routes

/// The pages about a company, as they stand above each of them.
package enum CompanyTab: CaseIterable, Sendable {
    case company, members, connections, tokens, security, audit

    var link: Link {
        switch self {
        case .company: CompanyRoute.index().link
        case .members: MembersRoute.index().link
        case .connections: CompanyRoute.connections().link
        case .tokens: TokenRoute.index().link
        case .security: SecurityRoute.index().link
        case .audit: CompanyRoute.audit(AuditQuery()).link
        }
    }

    func label(_ text: InterfaceText) -> String {
        switch self {
        case .company: text[.companyTab]
        case .members: text[.membersTab]
        case .connections: text[.connectionsTab]
        case .tokens: text[.tokensTab]
        case .security: text[.securityTab]
        case .audit: text[.auditTab]
        }
    }
}
