import Testing
import Vault

@testable import Outbound

@Suite struct WebProxyTests {
    private static func text(_ secret: SecretBytes?) -> String? {
        secret?.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        ("http://proxy.example:3128", "proxy.example", 3_128, nil, nil),
        ("HTTP://10.0.0.5:80", "10.0.0.5", 80, nil, nil), ("http://[::1]:8080", "::1", 8_080, nil, nil),
        ("http://tide:sea@proxy.example:3128", "proxy.example", 3_128, "tide", "sea"),
        ("http://tide:@Proxy.example:1", "proxy.example", 1, "tide", ""),
        ("http://t%40x:p%3Aa%2fs%25:s@@proxy.example:3128", "proxy.example", 3_128, "t@x", "p:a/s%:s@"),
    ]) func a_proxy_is_named_with_host_and_port(
        setting: String, host: String, port: Int, user: String?, password: String?
    ) throws {
        let proxy = try WebProxy(SecretBytes(copying: setting))
        #expect(proxy.host == host && proxy.port == port)
        #expect(Self.text(proxy.user) == user && Self.text(proxy.password) == password)
    }

    @Test(arguments: [
        ("", WebProxyProblem.form), ("proxy.example:3128", .form), ("https://proxy.example:3128", .form),
        ("socks5://proxy.example:1080", .form), ("http://proxy.example", .form), ("http://proxy.example:", .form),
        ("http://:3128", .form), ("http://proxy.example:0", .form), ("http://proxy.example:65536", .form),
        ("http://proxy.example:+3128", .form), ("http://proxy.example:3128/", .form), ("http://::1:3128", .form),
        ("http://[10.0.0.5]:3128", .form), ("http://[proxy.example]:3128", .form), ("http://pro xy:3128", .form),
        ("http://a\nb:3128", .form), ("http://tide@proxy.example:3128", .halfCredential),
        ("http://:sea@proxy.example:3128", .halfCredential), ("http://t%3Ax:sea@proxy.example:1", .credentialForm),
        ("http://tide:s%0@proxy.example:3128", .credentialForm), ("http://tide:s%zz@proxy.example:1", .credentialForm),
        ("http://tide:s%00@proxy.example:3128", .credentialForm), ("http://tide:s%0D@proxy.example:1", .credentialForm),
    ]) func what_is_no_proxy_is_refused(setting: String, problem: WebProxyProblem) {
        #expect(throws: problem) { try WebProxy(SecretBytes(copying: setting)) }
    }

    @Test func neither_user_nor_password_is_ever_shown() throws {
        let proxy = try WebProxy(SecretBytes(copying: "http://USER-CANARY:PASSWORD-CANARY@proxy.example:3128"))
        var shown = "\(proxy) \(String(reflecting: proxy))"
        dump(proxy, to: &shown)
        #expect(!shown.contains("CANARY"))
    }
}
