/// How to reach a server and what limits a connection carries.
package struct ConnectionSettings: Sendable {
    /// A libpq connection URI. Holds a password, so it never leaves this value except towards libpq.
    let uri: String
    package var applicationName: String
    /// Server-side limit of one statement; `nil` for none.
    package var statementTimeout: Duration?
    /// Server-side limit of waiting for a lock; `nil` for none.
    package var lockTimeout: Duration?
    /// Limit of connecting, and the grace after `statementTimeout` before the connection counts as lost.
    package var networkTimeout: Duration

    package init(
        uri: String, applicationName: String = "tidemark", statementTimeout: Duration? = .seconds(5),
        lockTimeout: Duration? = .seconds(1), networkTimeout: Duration = .seconds(10)
    ) {
        self.uri = uri
        self.applicationName = applicationName
        self.statementTimeout = statementTimeout
        self.lockTimeout = lockTimeout
        self.networkTimeout = networkTimeout
    }

    /// The same server under other limits.
    package func limited(statement: Duration?, lock: Duration?, applicationName: String) -> ConnectionSettings {
        var copy = self
        copy.statementTimeout = statement
        copy.lockTimeout = lock
        copy.applicationName = applicationName
        return copy
    }

    /// Server parameters for libpq's `options`.
    var options: String {
        var options = ["-c timezone=UTC", "-c datestyle=ISO", "-c standard_conforming_strings=on"]
        if let statementTimeout { options.append("-c statement_timeout=\(statementTimeout.milliseconds)") }
        if let lockTimeout { options.append("-c lock_timeout=\(lockTimeout.milliseconds)") }
        return options.joined(separator: " ")
    }
}

extension Duration {
    /// Whole milliseconds, at least 1 for any positive duration.
    package var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        let total = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
        return total == 0 && (seconds > 0 || attoseconds > 0) ? 1 : total
    }
}
