import Configuration
import Foundation
import Telemetry
import Vault

/// What the program tells about itself, and to whom.
extension Settings {
    /// JSON in production, unless it is said otherwise.
    static func logFormat(_ reader: ConfigReader, _ environment: Environment) throws -> LogFormat {
        guard let word = reader.text("tidemark.log.format") else {
            return environment == .production ? .json : .text
        }
        guard let format = LogFormat(rawValue: word) else {
            throw SettingsProblem("TIDEMARK_LOG_FORMAT is \"\(word)\"; it may be text or json.")
        }
        return format
    }

    /// Short ones could be guessed, and the metrics are asked for without a limit.
    static func metricsToken(_ reader: ConfigReader) throws -> Redacted<String>? {
        guard let token = reader.text("tidemark.metrics.token", isSecret: true) else { return nil }
        guard (24...256).contains(token.utf8.count), token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw SettingsProblem(
                "TIDEMARK_METRICS_TOKEN must be 24 to 256 printable characters; openssl rand -hex 32 makes one.")
        }
        return Redacted(token)
    }

    static func slowQuery(_ reader: ConfigReader) throws -> Duration {
        guard let text = reader.text("tidemark.slow.query.ms") else { return .milliseconds(500) }
        guard let number = Int(text), (1...3_600_000).contains(number) else {
            throw SettingsProblem(
                "TIDEMARK_SLOW_QUERY_MS is \"\(text)\"; it must be a number of milliseconds from 1 to 3600000.")
        }
        return .milliseconds(number)
    }
}
