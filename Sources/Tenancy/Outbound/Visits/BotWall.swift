package import HTTPTypes

/// Who stands at the door and asks whether we are a person. Told apart so that people know whom to ask for permission; we neither
/// answer for a person nor go around.
package enum BotWall: String, Sendable, Hashable, CaseIterable {
    case cloudflare, akamai, dataDome, human, imperva, awsWAF, google, vtexEdge

    /// Recognises a wall by what it is known to send.
    /// - Parameter body: the answer's body; its first 64 KB are looked at.
    /// - Returns: nil for an answer that is none, also for a refusal without a wall.
    package init?(status: Int, fields: HTTPFields, body: [UInt8]) {
        func field(_ name: String) -> String? { HTTPField.Name(name).flatMap { fields[$0]?.lowercased() } }
        func says(_ mark: String) -> Bool { body.prefix(65_536).contains(mark) }
        let isRefusal = [202, 403, 405, 409, 418, 420, 429, 430, 503, 999].contains(status)
        if field("cf-mitigated") == "challenge" || status == 530
            || isRefusal && says("/cdn-cgi/challenge-platform/") || status == 200 && says("_cf_chl_opt")
            || isRefusal && field("server") == "cloudflare" && says("error code: 10")
        {
            self = .cloudflare
        } else if status == 403, field("server") == "akamaighost" || says("errors.edgesuite.net") {
            self = .akamai
        } else if isRefusal, field("x-datadome") != nil || says("captcha-delivery.com") {
            self = .dataDome
        } else if isRefusal, says("px-captcha") {
            self = .human
        } else if says("_Incapsula_Resource") {
            self = .imperva
        } else if field("x-amzn-waf-action") != nil {
            self = .awsWAF
        } else if status == 429, field("rate-limit-reason") == "bot" {
            self = .vtexEdge
        } else if isRefusal, says("/sorry/index") {
            self = .google
        } else {
            return nil
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether these bytes hold those of a mark, letter by letter.
    fileprivate func contains(_ mark: String) -> Bool {
        let mark = Array(mark.utf8)
        guard let first = mark.first, count >= mark.count else { return false }
        var place = startIndex
        while let found = self[place...].firstIndex(of: first), endIndex - found >= mark.count {
            if self[found..<found + mark.count].elementsEqual(mark) { return true }
            place = found + 1
        }
        return false
    }
}
