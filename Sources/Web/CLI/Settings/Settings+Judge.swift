import Configuration
import Judging
import Outbound
import Vault

/// Who judges pairs that the rules of matching cannot decide.
extension Settings {
    static let judgeKeyName = "TIDEMARK_AI_KEY"

    /// - Parameter taken: the key that came as a variable.
    /// - Returns: nil without a key, whatever else is set.
    /// - Throws: `SettingsProblem` when there is a key and something of the rest is missing or wrong.
    static func judge(
        _ reader: ConfigReader, key taken: SecretBytes?, environment: Environment
    ) throws -> JudgeSettings? {
        func value(_ key: String) -> String? { reader.text("tidemark.ai." + key) }
        let secret = try SecretVariable.choose(judgeKeyName, taken: taken, file: value("key.file"), word: "a key")
        guard let secret else { return nil }
        guard let key = ProviderKey(secret) else {
            throw SettingsProblem("\(judgeKeyName) must be 8 to 512 printable characters without blanks.")
        }
        let (provider, model) = (value("provider"), value("model"))
        let (input, output) = (value("input.price.usd"), value("output.price.usd"))
        guard let provider, let model, let input, let output else {
            let parts = [
                ("PROVIDER", provider), ("MODEL", model), ("INPUT_PRICE_USD", input), ("OUTPUT_PRICE_USD", output),
            ]
            let missing = parts.filter { $0.1 == nil }.map { "TIDEMARK_AI_" + $0.0 }
            throw SettingsProblem(
                "There is a key for a judge of pairs, but \(missing.joined(separator: " and ")) is missing.")
        }
        guard let kind = ProviderKind(rawValue: provider) else {
            let known = ProviderKind.allCases.map(\.rawValue).joined(separator: " or ")
            throw SettingsProblem("TIDEMARK_AI_PROVIDER is \"\(provider)\"; it may be \(known).")
        }
        guard JudgeSettings.isModel(model) else {
            throw SettingsProblem(
                "TIDEMARK_AI_MODEL is no name of a model: up to 100 letters, digits, points, dashes and slashes.")
        }
        return JudgeSettings(
            kind: kind, base: try judgeBase(value("base.url"), of: kind, environment: environment), model: model,
            price: TokenPrice(
                input: try dollars(input, "TIDEMARK_AI_INPUT_PRICE_USD"),
                output: try dollars(output, "TIDEMARK_AI_OUTPUT_PRICE_USD")),
            key: key,
            limits: JudgeLimits(
                budget: try dollars(value("nightly.budget.usd") ?? "1", "TIDEMARK_AI_NIGHTLY_BUDGET_USD"),
                mostPairs: try pairs(value("nightly.pairs") ?? "1000")))
    }

    /// The way to the provider. Nothing on this machine is one, except a simulator that was named.
    func judgeProvider(_ judge: JudgeSettings) -> any JudgeProvider {
        let simulator = NetworkAddress(judge.base.host, port: judge.base.port)
        let client = WebClient(
            userAgent: "\(Self.product)/\(Version.text)", reach: Reach(named: Set([simulator].compactMap(\.self))))
        return judge.provider(client: client)
    }

    /// A provider's own address; in development a simulator's on this machine.
    private static func judgeBase(
        _ text: String?, of kind: ProviderKind, environment: Environment
    ) throws -> WebAddress {
        guard let text else { return try WebAddress(kind.base) }
        guard environment == .development else {
            throw SettingsProblem(
                "TIDEMARK_AI_BASE_URL is for development; in production a provider is asked at its own address.")
        }
        guard let address = try? WebAddress(text),
            NetworkAddress(address.host, port: address.port)?.isLoopback == true
        else {
            throw SettingsProblem(
                "TIDEMARK_AI_BASE_URL must be an address of this machine, such as http://127.0.0.1:4106/v1.")
        }
        return address
    }

    private static func dollars(_ text: String, _ name: String) throws -> MicroDollars {
        guard let amount = MicroDollars(text) else {
            throw SettingsProblem(
                "\(name) is \"\(text)\"; it must be an amount of US dollars, such as 0.25, with up to six decimals.")
        }
        return amount
    }

    private static func pairs(_ text: String) throws -> Int {
        guard let number = Int(text), (1...1_000_000).contains(number) else {
            throw SettingsProblem(
                "TIDEMARK_AI_NIGHTLY_PAIRS is \"\(text)\"; it must be a number of pairs from 1 to 1000000.")
        }
        return number
    }
}
