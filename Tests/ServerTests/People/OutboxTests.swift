import Companies
import Foundation
import Hummingbird
import HummingbirdTesting
import Mail
import Outbound
import TestSupport
import Testing

/// Mails that were written into a folder, for operators in development.
@Suite struct OutboxTests {
    @Test func operators_read_mails_as_text_and_nobody_else_finds_them() async throws {
        let message = MailMessage(
            id: MailID(), from: Mailbox(name: "", address: try #require(MailAddress("tide@example.org"))),
            to: try #require(MailAddress("ada@example.net")), subject: "<b>Hello</b>",
            text: "<script>alert(1)</script> {{csrf}}\nhttps://tide.example.com/x\n", date: Date())
        try await WebFixture.with { fixture in
            try fixture.outbox.write(try message.bytes(), id: message.id)
            let opal = try await fixture.join("opal", .viewer, of: fixture.companies.harbor, staff: .operator)
            let list = try await opal.get("/staff/outbox")
            #expect(list.status == .ok && list.body.contains("&lt;b&gt;Hello&lt;/b&gt;"))
            #expect(list.headers[.cacheControl] == "no-store")
            let mail = try await opal.get("/staff/outbox/\(message.id)")
            #expect(mail.status == .ok && mail.body.contains("&lt;script&gt;") && !mail.body.contains("<script>alert"))
            #expect(mail.body.contains("https://tide.example.com/x"))
            for id in [UUID().uuidString.lowercased(), "..%2F..%2Fetc%2Fpasswd", "x"] {
                #expect(try await opal.get("/staff/outbox/\(id)").status == .notFound)
            }
            let owner = try await fixture.join("olga", .owner, of: fixture.companies.harbor)
            let reviewer = try await fixture.join("rita", .viewer, of: fixture.companies.harbor, staff: .reviewer)
            for browser in [owner, reviewer, Browser(client: fixture.client)] {
                #expect(try await browser.get("/staff/outbox").status == .notFound)
                #expect(try await browser.get("/staff/outbox/\(message.id)").status == .notFound)
            }
        }
        try await WebFixture.with(hasOutbox: false) { fixture in
            let opal = try await fixture.join("opal", .viewer, of: fixture.companies.harbor, staff: .operator)
            #expect(try await opal.get("/staff/outbox").status == .notFound)
        }
    }
}
