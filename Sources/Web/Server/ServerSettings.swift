package import Logging
package import Mail
package import Outbound
package import Vault

/// What a web node is told at start.
package struct ServerSettings: Sendable {
    package var host: String
    package var port: Int
    /// Cookies travel over TLS only and errors say less about the set-up.
    package var isProduction: Bool
    /// The folder with Templates and Public.
    package var root: String
    /// The version shown by `/health`.
    package var version: String
    /// Most connections at once; later ones wait in the backlog.
    package var maximumConnections: Int
    /// How long a connection may say nothing, in seconds.
    package var idleSeconds: Int64
    /// What opens `/metrics`. Without it they are there for this machine only, and in production for nobody.
    package var metricsToken: Redacted<String>?
    /// How many proxies of ours stand before this node, each of which adds the address of its client to `X-Forwarded-For`.
    package var trustedProxies: Int
    /// The level of the line each request leaves in the log.
    package var requestLogLevel: Logger.Level
    /// How many requests a minute are answered.
    package var limits: RequestLimits
    /// The folder mails are written into instead of being sent; nil where they are sent.
    package var outbox: OutboxFolder?
    /// Whether people may make companies of their own.
    package var allowsSignUp: Bool
    /// Which addresses alerts may be told to: public ones, and what a test names.
    package var alertReach: Reach

    package init(
        host: String, port: Int, isProduction: Bool, root: String, version: String, maximumConnections: Int = 2_000,
        idleSeconds: Int64 = 75, metricsToken: Redacted<String>? = nil, trustedProxies: Int = 0,
        requestLogLevel: Logger.Level = .debug,
        limits: RequestLimits = RequestLimits(), outbox: OutboxFolder? = nil, allowsSignUp: Bool = true,
        alertReach: Reach = Reach()
    ) {
        self.host = host
        self.port = port
        self.isProduction = isProduction
        self.root = root
        self.version = version
        self.maximumConnections = maximumConnections
        self.idleSeconds = idleSeconds
        self.metricsToken = metricsToken
        self.trustedProxies = trustedProxies
        self.requestLogLevel = requestLogLevel
        self.limits = limits
        self.outbox = outbox
        self.allowsSignUp = allowsSignUp
        self.alertReach = alertReach
    }
}
