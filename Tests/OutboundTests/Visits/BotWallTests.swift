import HTTPTypes
import Outbound
import Testing

@Suite struct BotWallTests {
    private static func fields(_ pairs: [(String, String)]) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in pairs { if let name = HTTPField.Name(name) { fields[name] = value } }
        return fields
    }

    @Test(arguments: [
        (403, [("cf-mitigated", "challenge"), ("server", "cloudflare")], "", BotWall.cloudflare),
        (429, [("CF-Mitigated", "challenge")], "", .cloudflare),
        (503, [], "<script src=\"/cdn-cgi/challenge-platform/h/b\">", .cloudflare),
        (403, [("server", "cloudflare")], "error code: 1020", .cloudflare),
        (200, [], "window._cf_chl_opt={}", .cloudflare), (530, [], "", .cloudflare),
        (403, [("server", "AkamaiGHost")], "Access Denied Reference #18.2f", .akamai),
        (403, [("x-datadome", "protected")], "", .dataDome),
        (403, [], "{\"url\":\"https://geo.captcha-delivery.com/captcha/\"}", .dataDome),
        (403, [], "<div id=\"px-captcha\">", .human), (200, [], "src=\"/_Incapsula_Resource?x\"", .imperva),
        (202, [("x-amzn-waf-action", "challenge")], "", .awsWAF),
        (429, [("rate-limit-reason", "bot"), ("rate-limit-threshold", "45")], "", .vtexEdge),
        (429, [], "href=\"/sorry/index?continue\"", .google),
    ])
    func walls_are_told_by_what_they_send(status: Int, pairs: [(String, String)], body: String, wall: BotWall) {
        #expect(BotWall(status: status, fields: Self.fields(pairs), body: Array(body.utf8)) == wall)
    }

    @Test(arguments: [
        (200, [("server", "cloudflare"), ("cf-ray", "8f1e2d")], "<h1>Wine</h1> error code: 1020"),
        (403, [], "You must sign in"), (429, [("retry-after", "5")], "slow down"), (404, [], "px-captcha"),
        (200, [], "an article about captcha-delivery.com and /sorry/index"), (503, [], ""),
    ])
    func other_answers_are_none(status: Int, pairs: [(String, String)], body: String) {
        #expect(BotWall(status: status, fields: Self.fields(pairs), body: Array(body.utf8)) == nil)
    }
}
