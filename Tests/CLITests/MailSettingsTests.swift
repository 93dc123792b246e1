import Foundation
import TestSupport
import Testing

/// How the program is told to send mail, and what it refuses.
@Suite struct MailSettingsTests {
    @Test("Production sends mail over TLS only, says where its links lead, and names everything that is missing")
    func refusals() async throws {
        try await TestDatabase.with { test in
            let open = FileManager.default.temporaryDirectory.appending(path: "tidemark-\(UUID().uuidString)").path
            defer { try? FileManager.default.removeItem(atPath: open) }
            try Data("PASSWORD-CANARY\n".utf8).write(to: URL(fileURLWithPath: open))
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: open)
            let whole = [
                "TIDEMARK_ENV": "production", "TIDEMARK_SMTP_URL": "smtp://mail.example.com",
                "TIDEMARK_MAIL_FROM": "Tidemark <tide@example.com>", "TIDEMARK_PUBLIC_URL": "https://tide.example.com",
                "TIDEMARK_SMTP_USER": "tide", "TIDEMARK_SMTP_PASSWORD": "PASSWORD-CANARY",
            ]
            let cases: [([String: String], String)] = [
                (["TIDEMARK_SMTP_TLS": "off"], "over TLS only"),
                (["TIDEMARK_SMTP_TLS": "perhaps"], "TIDEMARK_SMTP_TLS"),
                (["TIDEMARK_PUBLIC_URL": "http://tide.example.com"], "TIDEMARK_PUBLIC_URL is not https"),
                (["TIDEMARK_PUBLIC_URL": "https://tide.example.com/path"], "TIDEMARK_PUBLIC_URL"),
                (
                    ["TIDEMARK_PUBLIC_URL": "", "TIDEMARK_MAIL_FROM": ""],
                    "TIDEMARK_MAIL_FROM and TIDEMARK_PUBLIC_URL is missing"
                ),
                (["TIDEMARK_MAIL_FROM": "Tide\nBcc: x@y.z <tide@example.com>"], "TIDEMARK_MAIL_FROM is no address"),
                (
                    ["TIDEMARK_SMTP_URL": "smtp://tide:PASSWORD-CANARY@mail.example.com"],
                    "without user, password or path"
                ),
                (["TIDEMARK_SMTP_USER": ""], "user and password belong together"),
                (["TIDEMARK_SMTP_PASSWORD_FILE": open], "a password comes from one place"),
                (
                    ["TIDEMARK_SMTP_PASSWORD": "", "TIDEMARK_SMTP_PASSWORD_FILE": open],
                    "can be read or written by others"
                ),
                (["TIDEMARK_SIGN_UP": "perhaps"], "TIDEMARK_SIGN_UP"),
            ]
            for (change, sentence) in cases {
                let found = try await DoctorFinding.all(whole.merging(change) { $1 }, test)
                #expect(
                    found.contains { $0.check == "settings" && !$0.ok && $0.detail.contains(sentence) },
                    "\(change): \(found.map(\.detail))")
            }
            let good = try await DoctorFinding.all(whole, test)
            #expect(good.contains { $0.check == "mail" && $0.ok && $0.detail.contains("mail.example.com:587") })
        }
    }

    @Test("Development needs nothing for mail; production says that there is none")
    func defaults() async throws {
        try await TestDatabase.with { test in
            let development = try await DoctorFinding.all([:], test)
            #expect(development.contains { $0.check == "mail" && $0.ok && $0.detail.contains(".tidemark/outbox") })
            let production = try await DoctorFinding.all(["TIDEMARK_ENV": "production"], test)
            #expect(production.contains { $0.check == "mail" && !$0.ok })
        }
    }
}
