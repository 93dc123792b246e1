import Documents

/// What a provider answered, taken apart as far as all providers are alike.
struct ProviderAnswer: Sendable {
    /// 200 to 599.
    let status: Int
    /// Nil for a body that is not JSON.
    let body: JSONValue?
    /// Seconds.
    let retryAfter: Int?

    /// What an error says of itself: `code`, `type`, `message`. Compared with known words, never repeated.
    func word(_ name: String) -> String? {
        guard case .string(let word)? = body?["error"]?[name] else { return nil }
        return word
    }

    /// The model that answered, if what stands there can be a model's name.
    var model: String? {
        guard case .string(let name)? = body?["model"], name.wholeMatch(of: #/[A-Za-z0-9._:\/@+-]{1,100}/#) != nil
        else { return nil }
        return name
    }

    /// A count of tokens; nil for what is none.
    static func count(_ value: JSONValue?) -> Int? {
        guard case .number(let digits)? = value, let count = Int(digits), (0...TokenUsage.most).contains(count) else {
            return nil
        }
        return count
    }
}
