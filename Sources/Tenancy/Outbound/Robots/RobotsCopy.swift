import Vault

/// A site's robots.txt as it was when it was asked for.
struct RobotsCopy: Sendable {
    /// Seconds a copy is good for (RFC 9309 §2.4: not more than a day).
    static let lifetime = 24.0 * 3_600
    /// Seconds until a site that could not say what may be read is asked again.
    static let patience = 5.0 * 60

    let rules: RobotsRules
    /// Nil for a site without the file.
    let hash: [UInt8]?
    /// When it was asked for, in seconds.
    let moment: Double
    /// Whether the site said something: a file, or that there is none.
    let isCertain: Bool
    /// Whether the rules are something the site said, now or before.
    let isKnown: Bool

    func isFresh(at now: Double) -> Bool {
        now - moment < (isCertain ? Self.lifetime : Self.patience)
    }

    /// What an answer to `/robots.txt` means (RFC 9309 §2.3.1). A refusal is taken as one, which the RFC leaves open; "too many" and
    /// faults are taken as "cannot say": nothing may be read, or what the last good copy allows.
    /// - Parameter answer: nil when there was none.
    init(answer: WebAnswer?, agent: String, last: RobotsCopy?, at now: Double) {
        moment = now
        switch answer?.status {
        case .some(200...299):
            let body = answer?.body ?? []
            rules = RobotsRules(body, for: agent)
            hash = sha256(body)
            (isCertain, isKnown) = (true, true)
        case 401, 403:
            (rules, hash, isCertain, isKnown) = (.nothing, nil, true, true)
        case .some(400...499) where answer?.status != 429:
            (rules, hash, isCertain, isKnown) = (.everything, nil, true, true)
        default:
            let good = last.flatMap { $0.isKnown ? $0 : nil }
            (rules, hash, isCertain, isKnown) = (good?.rules ?? .nothing, good?.hash, false, good != nil)
        }
    }
}
