import Configuration
import Server

/// How many requests a minute are answered.
extension Settings {
    private static let range = 1...1_000_000_000

    static func limits(_ reader: ConfigReader) throws -> RequestLimits {
        var limits = RequestLimits()
        limits.token = try number(reader, "token", limits.token)
        limits.company = try number(reader, "company", limits.company)
        limits.person = try number(reader, "person", limits.person)
        return limits
    }

    private static func number(_ reader: ConfigReader, _ name: String, _ usual: Int) throws -> Int {
        guard let text = reader.text("tidemark.limit." + name) else { return usual }
        guard let number = Int(text), range.contains(number) else {
            throw SettingsProblem(
                "TIDEMARK_LIMIT_\(name.uppercased()) is \"\(text)\"; it must be a number of requests from 1 to 1000000000."
            )
        }
        return number
    }
}
