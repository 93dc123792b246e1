import Companies
import Configuration
import Connectors
import Foundation
import Ingestion
import Outbound
import Vault

/// Where sources are that do not stand at their own addresses, and the way to those that do.
extension Settings {
    static let outboundProxyName = "TIDEMARK_OUTBOUND_PROXY"

    /// The proxy through which sources are read.
    /// - Parameter variable: what came as a variable; a secret, since a user and a password may stand in it.
    static func outboundProxy(_ reader: ConfigReader, _ variable: SecretBytes?) throws -> WebProxy? {
        let setting = try SecretVariable.choose(
            outboundProxyName, taken: variable, file: reader.text("tidemark.outbound.proxy.file"), word: "a proxy")
        guard let setting else { return nil }
        do {
            return try WebProxy(setting)
        } catch {
            throw SettingsProblem("\(outboundProxyName) cannot be used: \(error).")
        }
    }

    /// Of a simulator: `libdib=http://127.0.0.1:4101/,giassi=http://127.0.0.1:4102/`. Only for development, and only on this machine.
    static func places(_ reader: ConfigReader, environment: Environment) throws -> [String: WebAddress] {
        guard let text = reader.text("tidemark.sources") else { return [:] }
        guard environment == .development else {
            throw SettingsProblem(
                "TIDEMARK_SOURCES is for development; in production sources are asked where they are.")
        }
        var places: [String: WebAddress] = [:]
        for pair in text.split(separator: ",") {
            let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard halves.count == 2, SourceCatalog.find(halves[0]) != nil, let address = try? WebAddress(halves[1]),
                NetworkAddress(address.host, port: address.port)?.isLoopback == true
            else {
                throw SettingsProblem(
                    "TIDEMARK_SOURCES has \"\(pair)\"; it must be a source and an address of this machine, such as "
                        + "libdib=http://127.0.0.1:4101/.")
            }
            places[halves[0]] = address
        }
        return places
    }

    /// The process's way to the sources.
    /// - Parameter database: where it takes turns with other processes.
    func sourceAccess(_ database: CompanyDatabase) -> SourceAccess {
        let named = sourcePlaces.values.compactMap { NetworkAddress($0.host, port: $0.port) }
        let contact = mail.site.map { " (+\($0))" } ?? ""
        let client = WebClient(
            userAgent: "\(Self.product)/\(Version.text)\(contact)", reach: Reach(named: Set(named)),
            proxy: outboundProxy)
        // A simulator on this machine needs no rest.
        let visitor = Visitor(client: client, agent: Self.product, turns: SourceTurnQueries(database: database))
        return SourceAccess(visitor: visitor, places: sourcePlaces, gap: 0.02)
    }

    /// What sites know us by in robots.txt.
    static let product = "Tidemark"
}
