import Outbound
import Testing
import Vault

@Suite struct SMTPServerTests {
    private static let secret = "PASSWORD-CANARY"

    @Test func an_address_says_where_and_how() throws {
        let plain = try SMTPServer(url: "smtp://mail.example.com", ownName: "tide.example.com")
        #expect(plain.host == "mail.example.com" && plain.port == 587 && plain.security == .startTLS)
        let encrypted = try SMTPServer(url: "SMTPS://mail.example.com:2465", ownName: "tide.example.com")
        #expect(encrypted.port == 2465 && encrypted.security == .tls)
        #expect(try SMTPServer(url: "smtp://localhost:25", allowsClear: true, ownName: "localhost").security == .none)
    }

    @Test(arguments: [
        "", "mail.example.com", "http://mail.example.com", "smtp://", "smtp://a b", "smtp://host:0",
        "smtp://host:65536",
        "smtp://host:x", "smtp://host:25:25", "smtp://user@host", "smtp://user:PASSWORD-CANARY@host",
        "smtp://host/path",
        "smtp://host?x", "smtp://ho\r\nst",
    ])
    func another_address_is_refused_without_being_repeated(_ url: String) {
        let problem = #expect(throws: SMTPSettingProblem.self) { try SMTPServer(url: url, ownName: "localhost") }
        #expect(problem.map { !"\($0)".contains("CANARY") } == true)
    }

    @Test func a_password_never_goes_without_a_user_or_in_the_clear() {
        let password = SecretBytes(copying: Self.secret)
        for (user, secret, clear) in [
            ("u", nil, false), (nil, password, false), ("u", password, true),
        ] as [(String?, SecretBytes?, Bool)] {
            let problem = #expect(throws: SMTPSettingProblem.self) {
                try SMTPServer(
                    url: "smtp://localhost", allowsClear: clear, ownName: "localhost", user: user, password: secret)
            }
            #expect(problem.map { !"\($0)".contains(Self.secret) } == true)
        }
        #expect(throws: SMTPSettingProblem.self) { try SMTPServer(url: "smtp://localhost", ownName: "a b") }
    }
}
