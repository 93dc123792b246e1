import Foundation
import Outbound
import Testing

@testable import Mail

/// Mails as they are written.
@Suite struct MailMessageTests {
    private static let id = MailID()

    private func message(
        subject: String = "A subject", text: String = "Hello.\nBye.\n", name: String = "Tidemark"
    ) throws -> MailMessage {
        MailMessage(
            id: Self.id, from: Mailbox(name: name, address: try #require(MailAddress("tide@example.org"))),
            to: try #require(MailAddress("ada@example.net")), subject: subject, text: text,
            date: Date(timeIntervalSince1970: 1_772_439_330))
    }

    private func lines(_ message: MailMessage) throws -> [Substring] {
        String(decoding: try message.bytes(), as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
    }

    @Test func a_plain_mail_has_these_headers() throws {
        let lines = try lines(message())
        #expect(
            lines.prefix(10) == [
                "Date: Mon, 02 Mar 2026 08:15:30 +0000", "From: \"Tidemark\" <tide@example.org>", "To: ada@example.net",
                "Message-ID: <\(Self.id)@example.org>", "Subject: A subject", "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
                "Auto-Submitted: auto-generated", "",
            ])
        #expect(lines.dropFirst(10) == ["Hello.", "Bye.", ""])
    }

    @Test func a_mail_without_a_name_is_from_the_address() throws {
        #expect(try lines(message(name: "")).contains("From: tide@example.org"))
        #expect(try lines(message(name: "A \"B\" \\C")).contains("From: \"A \\\"B\\\" \\\\C\" <tide@example.org>"))
    }

    /// S-074: whoever writes a line end into a header means to write a header.
    @Test(arguments: [
        "a\r\nBcc: x@y.z", "a\nb", "a\rb", "a\0b", "a\u{0085}b", "a\u{2028}b", "a\u{2029}b", "\t", "\u{7F}", "ä\r\n b",
    ])
    func a_control_character_in_a_header_is_refused_S_074(_ text: String) throws {
        for message in [try message(subject: text), try message(name: text)] {
            let problem = #expect(throws: MailProblem.self) { try message.bytes() }
            #expect(problem.map { !"\($0)".contains("Bcc") } == true)
        }
        #expect(Mailbox("\(text) <a@b.c>") == nil)
    }

    @Test(arguments: [
        "Größe", "Всё готово, осталось подтвердить адрес электронной почты", "日本酒の値段が変わりました。詳しくはこちらをご覧ください。",
        "👩🏽‍🚀 up", String(repeating: "long words ", count: 20), "=?UTF-8?B?eA==?=", "",
    ])
    func any_other_subject_comes_back(_ subject: String) throws {
        let message = try message(subject: subject, name: subject.isEmpty ? "x" : subject)
        let lines = try lines(message)
        #expect(
            lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } }, "\(lines)")
        let read = try #require(ReadMessage(String(decoding: try message.bytes(), as: UTF8.self)))
        #expect(read.subject == subject)
    }

    @Test(arguments: [
        "", "x", "\n", "a\r\nb\rc\nd", "trailing \nspaces\t\n", "=3D = ==", "..\n.\n.dot", "From here",
        String(repeating: "x", count: 500),
        String(repeating: "x", count: 76) + "\n" + String(repeating: "y", count: 75),
        String(repeating: "ö", count: 60) + String(repeating: "o", count: 600), "Größe: 5 €", "Всё готово\nда",
        "https://example.org/reset-password/" + String(repeating: "A", count: 43) + "\n", "\0\u{1}\u{7F}",
    ])
    func any_text_comes_back(_ text: String) throws {
        let body = BodyText(text)
        #expect(body.encoded.hasSuffix("\r\n"))
        for line in body.encoded.split(separator: "\r\n", omittingEmptySubsequences: false) {
            #expect(line.utf8.count <= 76 && line.utf8.allSatisfy { $0 == 9 || (0x20...0x7E).contains($0) }, "\(line)")
            #expect(line.last != " " && line.last != "\t")
        }
        var expected = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        if !expected.hasSuffix("\n") { expected += "\n" }
        #expect(BodyText.decode(body.encoded, body.encoding) == expected)
    }

    @Test func much_that_is_not_ASCII_goes_as_base_64() {
        #expect(BodyText("Всё готово").encoding == .base64)
        #expect(BodyText("A long English text with one ö in it").encoding == .quotedPrintable)
        #expect(BodyText.decode("a=ZZ", .quotedPrintable) == nil)
        #expect(BodyText.decode("a=F", .quotedPrintable) == nil)
        #expect(BodyText.decode("=FF", .quotedPrintable) == nil)
    }

    @Test func mailboxes_are_read_as_people_write_them() throws {
        #expect(Mailbox("tide@example.org")?.name == "")
        #expect(Mailbox("Tide mark <tide@example.org>")?.name == "Tide mark")
        #expect(Mailbox("\"Tide, mark\" <tide@example.org>")?.name == "Tide, mark")
        for text in ["", "Tide", "<>", "Tide <tide>", "Tide <a@b.c> x", "a@b.c, d@e.f"] {
            #expect(Mailbox(text) == nil)
        }
    }
}
