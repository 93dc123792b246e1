package import Connections
import Connectors
import Foundation

/// Tries a stored login by signing in and reading the first records, and says what came of it.
package struct SourceProbe: ConnectionProbe {
    private let access: SourceAccess

    package init(access: SourceAccess) { self.access = access }

    /// One for every source that needs a login and has a connector.
    package static func all(_ access: SourceAccess) -> [SourceCode: any ConnectionProbe] {
        var probes: [SourceCode: any ConnectionProbe] = [:]
        for entry in SourceCatalog.all where entry.needsLogin {
            if let code = SourceCode(rawValue: entry.code) { probes[code] = SourceProbe(access: access) }
        }
        return probes
    }

    package func probe(_ connection: ConnectionFacts, with secrets: ConnectionSecrets) async -> ProbeVerdict {
        do {
            guard let login = LoginSource.find(connection.source.rawValue)?.login(from: { secrets[$0] }),
                let connector = try access.connector(connection.source.rawValue, settings: connection.settings)
            else { return ProbeVerdict(health: .refused, note: "A field of the login is missing.") }
            let found = try await SourcePreview.read(connector, through: access, login: login, limit: 10)
            guard let first = found.products.first else {
                return ProbeVerdict(health: .changed, note: "The login works, and the list is empty.")
            }
            return ProbeVerdict(
                health: .working,
                note:
                    "The login works. The list begins with \(first.name ?? first.itemKey); \(found.products.count) records were read."
            )
        } catch let trouble as RunTrouble {
            let health: ConnectionHealth =
                switch trouble.cause {
                case .wrongLogin, .refused, .noLogin, .signedOut, .notAllowed: .refused
                case .wrongShape, .missing, .notUnderstood: .changed
                default: .unreachable
                }
            return ProbeVerdict(health: health, note: trouble.sentence)
        } catch {
            return ProbeVerdict(health: .unreachable, note: "It could not be tried to the end.")
        }
    }
}
