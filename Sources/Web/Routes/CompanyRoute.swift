/// What admins of a company look after.
package enum CompanyRoute: Route {
    /// The company itself (GET), and changing it (POST).
    case index(CompanyNote? = nil)
    /// Whether a model may be asked about its listings (POST).
    case judge
    /// Who did what.
    case audit(AuditQuery)
    /// The same as a file for a spreadsheet.
    case auditExport(AuditQuery)
    /// Connections with sources.
    case connections(CompanyNote? = nil)
    /// A new one: the form (GET) and its submission (POST).
    case newConnection(source: String? = nil)
    /// Trying a login before it is stored (POST).
    case tryConnection
    case connection(String, CompanyNote? = nil)
    /// Other credentials for one (POST).
    case credentials(String)
    /// Trying its credentials (POST).
    case test(String)
    /// Ending one (POST).
    case revoke(String)

    package enum Pattern: String, CaseIterable, Sendable {
        case index = "/company"
        case judge = "/company/judge"
        case audit = "/company/audit"
        case auditExport = "/company/audit.csv"
        case connections = "/company/connections"
        case newConnection = "/company/connections/new"
        case tryConnection = "/company/connections/try"
        case connection = "/company/connections/{connection}"
        case credentials = "/company/connections/{connection}/credentials"
        case test = "/company/connections/{connection}/test"
        case revoke = "/company/connections/{connection}/revoke"
    }

    /// The name of the parameter in the patterns.
    package static let connectionParameter = "connection"
    /// The name of the query item and form field with the source of a new connection.
    package static let sourceItem = "source"
    /// The name of the query item that says what was done.
    package static let noteItem = "done"

    package var pattern: Pattern {
        switch self {
        case .index: .index
        case .judge: .judge
        case .audit: .audit
        case .auditExport: .auditExport
        case .connections: .connections
        case .newConnection: .newConnection
        case .tryConnection: .tryConnection
        case .connection: .connection
        case .credentials: .credentials
        case .test: .test
        case .revoke: .revoke
        }
    }

    package var link: Link {
        switch self {
        case .index(let note), .connections(let note): Link(trusted: pattern.rawValue + Self.suffix(note))
        case .audit(let query), .auditExport(let query): Link(trusted: pattern.rawValue + query.suffix)
        case .newConnection(let source?):
            Link(trusted: "\(pattern.rawValue)?\(Self.sourceItem)=\(PercentEncoding.encode(source))")
        case .newConnection, .tryConnection, .judge: Link(trusted: pattern.rawValue)
        case .connection(let id, let note): Link(trusted: Self.place(id) + Self.suffix(note))
        case .credentials(let id): Link(trusted: Self.place(id) + "/credentials")
        case .test(let id): Link(trusted: Self.place(id) + "/test")
        case .revoke(let id): Link(trusted: Self.place(id) + "/revoke")
        }
    }

    private static func place(_ id: String) -> String {
        "\(Pattern.connections.rawValue)/\(PercentEncoding.encode(id))"
    }

    private static func suffix(_ note: CompanyNote?) -> String { note.map { "?\(noteItem)=\($0.rawValue)" } ?? "" }
}
