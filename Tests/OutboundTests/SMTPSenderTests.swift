import Foundation
import Outbound
import TestSupport
import Testing
import Vault

/// Handing messages over, against a server that behaves well and badly.
@Suite struct SMTPSenderTests {
    private static let message = Array("Subject: x\r\n\r\nhello\r\n.dot\r\n..\r\n.\r\nend\r\n".utf8)
    private static let password = "PASSWORD-CANARY \"ä"

    private struct Sending {
        let server: MailServer
        let sender: SMTPSender

        func send(_ message: [UInt8] = SMTPSenderTests.message) async throws {
            guard let from = MailAddress("tide@example.org"), let to = MailAddress("ada@example.net") else { return }
            try await sender.send(message, from: from, to: to)
        }

        func failure() async -> SMTPFailure? { await #expect(throws: SMTPFailure.self) { try await send() } }
    }

    private func with(
        _ script: MailServerScript = MailServerScript(), security: SMTPSecurity = .startTLS, signsIn: Bool = false,
        trusts: Bool = true, adjust: @Sendable (inout SMTPServer) -> Void = { _ in },
        _ body: @Sendable (Sending) async throws -> Void
    ) async throws {
        try await MailServer.with(script) { server in
            var settings = try SMTPServer(
                url: "\(security == .tls ? "smtps" : "smtp")://localhost:\(server.port)",
                allowsClear: security == .none, ownName: "client.example.org", user: signsIn ? "tide" : nil,
                password: signsIn ? SecretBytes(copying: Self.password) : nil,
                certificates: trusts ? MailServer.certificatePath : nil
            ).patient
            adjust(&settings)
            try await body(Sending(server: server, sender: SMTPSender(server: settings)))
        }
    }

    private static func answering(_ step: MailServerScript.Step, _ reply: String) -> MailServerScript {
        var script = MailServerScript()
        script.replies[step] = reply
        return script
    }

    @Test(arguments: [SMTPSecurity.startTLS, .tls, .none])
    func a_message_arrives_as_it_was_written(security: SMTPSecurity) async throws {
        var script = MailServerScript()
        script.isEncryptedFromTheStart = security == .tls
        try await with(script, security: security) { sending in
            try await sending.send()
            let letter = try #require(sending.server.letters.first)
            #expect(sending.server.letters.count == 1)
            #expect(letter.text == String(decoding: Self.message, as: UTF8.self))
            #expect(letter.sender == "tide@example.org" && letter.recipient == "ada@example.net")
            let dialogue = try #require(sending.server.dialogues.first)
            #expect(dialogue.lines.first == "EHLO client.example.org")
            #expect(dialogue.isEncrypted == (security != .none))
        }
    }

    @Test func the_password_goes_over_an_encrypted_connection_only() async throws {
        var script = MailServerScript()
        script.credential = ("tide", Self.password)
        try await with(script, signsIn: true) { sending in
            try await sending.send()
            #expect(sending.server.letters.first?.signIn == "tide \(Self.password)")
            let lines = try #require(sending.server.dialogues.first?.lines)
            let encrypted = try #require(lines.firstIndex(of: "STARTTLS"))
            let signIn = try #require(lines.firstIndex { $0.hasPrefix("AUTH") })
            #expect(encrypted < signIn)
        }
        script.offersStartTLS = false
        try await with(script, signsIn: true) { sending in
            let failure = await sending.failure()
            #expect(failure?.kind == .interrupted && failure?.description.contains("no encryption") == true)
            #expect(sending.server.dialogues.allSatisfy { $0.lines.allSatisfy { !$0.hasPrefix("AUTH") } })
            #expect(sending.server.letters.isEmpty)
        }
    }

    @Test func a_certificate_nobody_vouches_for_ends_it() async throws {
        try await with(signsIn: true, trusts: false) { sending in
            let failure = await sending.failure()
            #expect(failure?.kind == .interrupted && failure?.description.contains("certificate") == true)
            #expect(sending.server.letters.isEmpty)
        }
    }

    @Test func a_wrong_password_stops_and_is_in_no_error() async throws {
        var script = MailServerScript()
        script.credential = ("tide", "another")
        try await with(script, signsIn: true) { sending in
            let failure = await sending.failure()
            #expect(failure?.kind == .refused && failure?.replyCode == 535)
            #expect(failure.map { !"\($0)\(String(reflecting: $0))".contains("CANARY") } == true)
        }
        // A server that offers no sign-in is asked without; one that wants one says so.
        script.offersSignIn = false
        script.replies[.sender] = "530 5.7.0 sign in first"
        try await with(script, signsIn: true) { sending in
            #expect(await sending.failure()?.isFinal == true)
        }
    }

    /// Every step, for good and for now. The words of the server are in no error: they may quote the message.
    @Test(arguments: [
        (MailServerScript.Step.greeting, "554 5.3.2 CANARY", 554), (.greeting, "421 4.3.2 CANARY", 421),
        (.sender, "550 5.7.1 CANARY", 550), (.sender, "451 4.3.0 CANARY", 451),
        (.recipient, "550 5.1.1 CANARY", 550), (.recipient, "450 4.2.0 CANARY", 450),
        (.data, "554 5.5.0 CANARY", 554), (.data, "451 4.3.0 CANARY", 451),
        (.message, "554 5.7.1 CANARY", 554), (.message, "452 4.3.1 CANARY", 452),
    ])
    func a_reply_of_5_stops_and_one_of_4_comes_again(_ step: MailServerScript.Step, _ reply: String, _ code: Int)
        async throws
    {
        try await with(Self.answering(step, reply), security: .none) { sending in
            let failure = try #require(await sending.failure())
            #expect(failure.replyCode == code && failure.isFinal == (code >= 500), "\(failure)")
            #expect(failure.kind == (code >= 500 ? .refused : .deferred))
            #expect(failure.status == String(reply.dropFirst(4).prefix(5)))
            #expect(!failure.description.contains("CANARY"))
            #expect(sending.server.letters.isEmpty)
        }
    }

    @Test(arguments: [
        MailServerScript.Step.greeting, .hello, .startTLS, .sender, .recipient, .data, .message,
    ])
    func a_server_that_goes_away_is_tried_again(step: MailServerScript.Step) async throws {
        var script = MailServerScript()
        script.dropsAt = step
        try await with(script) { sending in
            let failure = try #require(await sending.failure())
            #expect(failure.kind == .interrupted, "\(failure)")
            // After the dot nobody knows; the message's id will tell.
            #expect(sending.server.letters.count == (step == .message ? 1 : 0))
        }
    }

    @Test func a_slow_greeting_is_given_up() async throws {
        try await with(
            Self.answering(.greeting, ""), security: .none, adjust: { $0.connectLimit = .milliseconds(200) }
        ) { sending in
            let failure = await sending.failure()
            #expect(failure?.kind == .interrupted && failure?.description.contains("in time") == true)
        }
    }

    @Test func a_server_that_falls_silent_is_given_up() async throws {
        try await with(
            Self.answering(.recipient, ""), security: .none, adjust: { $0.replyLimit = .seconds(1) }
        ) { sending in
            #expect(await sending.failure()?.kind == .interrupted)
        }
        try await with(
            Self.answering(.message, ""), security: .none, adjust: { $0.totalLimit = .milliseconds(300) }
        ) { sending in
            #expect(await sending.failure()?.kind == .interrupted)
        }
    }

    @Test func a_server_that_does_not_say_goodbye_has_taken_the_message() async throws {
        var script = MailServerScript()
        script.saysGoodbye = false
        try await with(script, security: .none) { sending in
            try await sending.send()
            #expect(sending.server.letters.count == 1)
        }
    }

    @Test func nobody_listens() async throws {
        try await with(security: .none, adjust: { _ in }) { sending in
            let gone = try SMTPServer(url: "smtp://127.0.0.1:1", allowsClear: true, ownName: "localhost").patient
            let failure = await Sending(server: sending.server, sender: SMTPSender(server: gone)).failure()
            #expect(failure?.kind == .interrupted && failure?.replyCode == nil)
        }
    }

    @Test func what_is_too_large_is_not_begun() async throws {
        try await with(security: .none, adjust: { $0.mostBytes = 10 }) { sending in
            #expect(await sending.failure()?.isFinal == true)
            #expect(sending.server.dialogues.isEmpty)
        }
    }

    /// Half a message must not become a whole one by being broken off.
    @Test(arguments: [MailServerScript.Step.recipient, .message])
    func a_cancelled_sending_ends_whatever_the_server_still_owes(step: MailServerScript.Step) async throws {
        try await with(Self.answering(step, ""), security: .none) { sending in
            let task = Task { try await sending.send() }
            while sending.server.dialogues.first?.lines.last?.hasPrefix(step == .message ? "DATA" : "RCPT") != true {
                await Task.yield()
            }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(sending.server.letters.count <= (step == .message ? 1 : 0))
        }
    }

    @Test func many_at_once_all_arrive() async throws {
        try await with(security: .none, adjust: { $0.mostConnections = 3 }) { sending in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    group.addTask { try await sending.send(Array("Subject: \(number)\r\n\r\nx\r\n".utf8)) }
                }
                try await group.waitForAll()
            }
            #expect(Set(sending.server.letters.map(\.text)).count == 40)
        }
    }
}
