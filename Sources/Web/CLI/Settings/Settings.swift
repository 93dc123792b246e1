import Companies
import Configuration
import Foundation
import Judging
import Logging
import Outbound
import Postgres
import Server
import Telemetry
import Vault

/// Everything the program is told from outside, read once at start. Nothing else reads the environment.
struct Settings: Sendable {
    enum Environment: String { case development, production }

    struct Database: Sendable {
        /// The three roles that serve people.
        var serving: CompanyDatabase.Addresses
        /// The role that migrates; `nil` where this process must not.
        var owner: String?
        /// Whether the clone's own cluster is used.
        var isEmbedded: Bool
    }

    /// The folder with Templates, Public, migrations and scripts.
    var root: String
    var environment: Environment
    var host: String
    /// `nil` for 8080 or the next free one.
    var port: Int?
    var logLevel: Logger.Level
    var logFormat: LogFormat
    /// What opens `/metrics` to a monitoring system elsewhere.
    var metricsToken: Redacted<String>?
    /// How many proxies of ours stand before a web node.
    var trustedProxies: Int
    /// How many requests a minute are answered.
    var limits: RequestLimits
    /// From what duration on a statement is told in the log.
    var slowQuery: Duration
    var database: Database
    /// Where the keys of the vault come from. Reading them is for processes that need them.
    var vault: VaultSettings
    /// Where the ends of the audit chains are noted; nil for a production that has no such place.
    var auditFolder: String?
    var mail: MailSettings
    /// Whether people may make companies of their own.
    var allowsSignUp: Bool
    /// Sources that do not stand at their own addresses.
    var sourcePlaces: [String: WebAddress]
    /// What stands between us and the sources that do.
    var outboundProxy: WebProxy?
    var lake: Lake
    /// Who judges pairs that the rules cannot decide; nil for nobody.
    var judge: JudgeSettings?

    /// - Parameter startsDatabase: whether the private cluster may be started when no server is named.
    static func load(startsDatabase: Bool = true) throws -> Settings {
        let rootKeys = RootKeyVariables.take()
        let smtpPassword = SecretVariable.take(smtpPasswordName)
        let lakeSecret = SecretVariable.take(lakeSecretName)
        let proxy = SecretVariable.take(outboundProxyName)
        let judgeKey = SecretVariable.take(judgeKeyName)
        let reader = ConfigReader(provider: EnvironmentVariablesProvider())
        let root = try Root.find(named: reader.text("tidemark.root"))
        // One that is empty is no "development": it may have been meant for production.
        let word = reader.string(forKey: "tidemark.env", default: "development")
        guard let environment = Environment(rawValue: word) else {
            throw SettingsProblem("TIDEMARK_ENV is \"\(word)\"; it may be development or production.")
        }
        let level = reader.text("tidemark.log.level") ?? "info"
        guard let logLevel = Logger.Level(rawValue: level) else {
            throw SettingsProblem("TIDEMARK_LOG_LEVEL is \"\(level)\"; it may be trace, debug, info, warning or error.")
        }
        var port: Int?
        if let text = reader.text("tidemark.port") {
            guard let number = Int(text), (1...65_535).contains(number) else {
                throw SettingsProblem("TIDEMARK_PORT is \"\(text)\"; it must be a number from 1 to 65535.")
            }
            port = number
        }
        return Settings(
            root: root, environment: environment, host: reader.text("tidemark.host") ?? "127.0.0.1",
            port: port, logLevel: logLevel, logFormat: try logFormat(reader, environment),
            metricsToken: try metricsToken(reader), trustedProxies: try trustedProxies(reader),
            limits: try limits(reader), slowQuery: try slowQuery(reader),
            database: try database(reader, root: root, environment: environment, starts: startsDatabase),
            vault: try vault(reader, rootKeys, environment: environment, root: root),
            auditFolder: reader.text("tidemark.audit.directory")
                ?? (environment == .development ? root + "/.tidemark/audit" : nil),
            mail: try mail(reader, password: smtpPassword, environment: environment, root: root),
            allowsSignUp: try allowsSignUp(reader), sourcePlaces: try places(reader, environment: environment),
            outboundProxy: try outboundProxy(reader, proxy),
            lake: try lake(reader, secret: lakeSecret, environment: environment, root: root),
            judge: try judge(reader, key: judgeKey, environment: environment))
    }

    private static func trustedProxies(_ reader: ConfigReader) throws -> Int {
        let text = reader.text("tidemark.trusted.proxies") ?? "0"
        guard let number = Int(text), (0...9).contains(number) else {
            throw SettingsProblem("TIDEMARK_TRUSTED_PROXIES is \"\(text)\"; it must be a number from 0 to 9.")
        }
        return number
    }

    private static func database(
        _ reader: ConfigReader, root: String, environment: Environment, starts: Bool
    ) throws -> Database {
        func value(_ key: String) -> String? { reader.text(key, isSecret: true) }
        if let app = value("database.url") {
            var missing: [String] = []
            let auth = value("database.auth.url")
            let worker = value("database.worker.url")
            if auth == nil { missing.append("DATABASE_AUTH_URL") }
            let review = value("database.review.url")
            if worker == nil { missing.append("DATABASE_WORKER_URL") }
            if review == nil { missing.append("DATABASE_REVIEW_URL") }
            guard let auth, let worker, let review else {
                throw SettingsProblem(
                    "DATABASE_URL is set, but \(missing.joined(separator: " and ")) \(missing.count == 1 ? "is" : "are") missing."
                )
            }
            return Database(
                serving: .init(app: app, auth: auth, worker: worker, review: review),
                owner: value("database.owner.url"),
                isEmbedded: false)
        }
        guard environment == .development else {
            throw SettingsProblem(
                "In production DATABASE_URL, DATABASE_AUTH_URL, DATABASE_WORKER_URL and DATABASE_REVIEW_URL must name the "
                    + "database.")
        }
        let cluster = EmbeddedCluster(root: root)
        if starts { try cluster.start() }
        let addresses = try cluster.addresses()
        guard let app = addresses["DATABASE_URL"], let auth = addresses["DATABASE_AUTH_URL"],
            let worker = addresses["DATABASE_WORKER_URL"], let review = addresses["DATABASE_REVIEW_URL"]
        else { throw SettingsProblem("The private database has no addresses; run scripts/database start.") }
        return Database(
            serving: .init(app: app, auth: auth, worker: worker, review: review),
            owner: addresses["DATABASE_OWNER_URL"],
            isEmbedded: true)
    }
}

/// A setting that cannot be used, for a person to read.
struct SettingsProblem: Error, CustomStringConvertible {
    let description: String
    init(_ sentence: String) { description = sentence }
}
