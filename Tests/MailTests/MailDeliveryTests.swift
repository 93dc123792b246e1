import Companies
import Foundation
import Jobs
import Outbound
import Postgres
import TestSupport
import Testing

@testable import Mail

/// Mails on the queue, against a real server.
@Suite struct MailDeliveryTests {
    private static func draft(_ mail: QueuedMail) -> MailDraft? {
        MailDraft(subject: "About \(mail.kind.rawValue)", text: "TOKEN-CANARY\n")
    }

    @Test func a_mail_is_sent_once_and_its_text_is_kept_nowhere() async throws {
        try await MailFixture.with { fixture in
            let id = try await fixture.post()
            let composer = MailFixture.Composer(Self.draft)
            try await fixture.work(composer)
            let letter = try #require(fixture.server.letters.first)
            #expect(fixture.server.letters.count == 1 && letter.recipient == "ada@example.net")
            #expect(letter.text.contains("Message-ID: <\(id)@example.org>") && letter.text.contains("TOKEN-CANARY"))
            #expect(try await fixture.count("mails", "state = 'sent' AND attempts = 1 AND sent_at IS NOT NULL") == 1)
            #expect(try await fixture.count("job_outcomes", "state = 'completed'") == 1)
            for table in ["mails", "jobs", "job_events", "job_outcomes"] {
                #expect(try await fixture.count("\(table) t", "t::text LIKE '%CANARY%'") == 0)
            }
            // Somebody who has the job done again sends nothing again.
            try await fixture.companies.database.transaction(in: fixture.companies.harbor.id) {
                _ = try await $0.enqueue(SendMail(mail: id.rawValue))
            }
            try await fixture.work(composer)
            #expect(fixture.server.letters.count == 1 && composer.count == 1)
        }
    }

    @Test func what_a_server_does_not_take_now_is_written_anew_and_sent_later() async throws {
        var script = MailServerScript()
        script.replies[.recipient] = "450 4.2.0 greylisted"
        try await MailFixture.with(script) { fixture in
            let id = try await fixture.post()
            let composer = MailFixture.Composer(Self.draft)
            try await fixture.work(composer)
            #expect(try await fixture.count("mails", "state = 'queued' AND last_problem LIKE '%450 4.2.0'") == 1)
            #expect(
                try await fixture.count(
                    "waiting_jobs", "reason = 'retry' AND due_at > now() + interval '4 minutes 30 seconds'") == 1)
            fixture.server.behave(MailServerScript())
            try await fixture.hurry()
            try await fixture.work(composer)
            #expect(composer.count == 2)
            let ids = fixture.server.letters.map { $0.text.contains("Message-ID: <\(id)@example.org>") }
            #expect(ids == [true])
            #expect(
                try await fixture.count("mails", "state = 'sent' AND attempts = 2 AND last_problem IS NULL") == 1)
        }
    }

    @Test func what_a_server_refuses_is_a_dead_letter_that_a_person_may_replay() async throws {
        var script = MailServerScript()
        script.replies[.recipient] = "550 5.1.1 no such user CANARY"
        try await MailFixture.with(script) { fixture in
            _ = try await fixture.post()
            try await fixture.work(MailFixture.Composer(Self.draft))
            #expect(try await fixture.count("mails", "state = 'failed' AND last_problem LIKE '%550 5.1.1'") == 1)
            #expect(try await fixture.count("job_outcomes", "state = 'dead'") == 1)
            #expect(try await fixture.count("job_events t", "t::text LIKE '%CANARY%'") == 0)
        }
    }

    /// The server took the mail and the connection broke before it said so: it comes a second time, under the same id.
    @Test func a_connection_that_breaks_after_the_dot_keeps_the_message_id() async throws {
        var script = MailServerScript()
        script.dropsAt = .message
        try await MailFixture.with(script) { fixture in
            let id = try await fixture.post()
            let composer = MailFixture.Composer(Self.draft)
            try await fixture.work(composer)
            fixture.server.behave(MailServerScript())
            try await fixture.hurry()
            try await fixture.work(composer)
            let line = "Message-ID: <\(id)@example.org>"
            #expect(fixture.server.letters.map { $0.text.contains(line) } == [true, true])
            #expect(try await fixture.count("mails", "state = 'sent'") == 1)
        }
    }

    @Test func without_a_mail_server_the_dead_letter_says_so() async throws {
        try await MailFixture.with { fixture in
            _ = try await fixture.post()
            let composer = MailFixture.Composer(Self.draft)
            try await fixture.work(composer, transport: .nowhere)
            #expect(
                try await fixture.count("mails", "state = 'failed' AND last_problem LIKE '%TIDEMARK_SMTP_URL%'") == 1)
            #expect(try await fixture.count("job_events", "event = 'dead' AND detail LIKE '%TIDEMARK_SMTP_URL%'") == 1)
            #expect(composer.count == 0)
        }
    }

    @Test func a_mail_with_nothing_to_say_leaves_nothing_behind() async throws {
        try await MailFixture.with { fixture in
            _ = try await fixture.post(.passwordReset, in: .house)
            try await fixture.work(MailFixture.Composer { _ in nil }, in: .house)
            #expect(fixture.server.dialogues.isEmpty)
            #expect(try await fixture.count("mails", in: .house) == 0)
            #expect(try await fixture.count("job_outcomes", "state = 'completed'", in: .house) == 1)
        }
    }

    @Test func what_comes_too_late_and_what_cannot_be_written_is_not_sent_S_074() async throws {
        try await MailFixture.with { fixture in
            _ = try await fixture.post()
            try await fixture.companies.database.transaction(in: fixture.companies.harbor.id) {
                _ = try await $0.execute("UPDATE mails SET queued_at = now() - interval '4 days'")
            }
            let composer = MailFixture.Composer { _ in MailDraft(subject: "a\r\nBcc: eve@example.com", text: "x") }
            try await fixture.work(composer)
            #expect(composer.count == 0)
            #expect(try await fixture.count("mails", "state = 'failed' AND last_problem LIKE '%too late%'") == 1)
            _ = try await fixture.post(to: "bob@example.net")
            try await fixture.work(composer)
            #expect(composer.count == 1 && fixture.server.dialogues.isEmpty)
            #expect(try await fixture.count("mails", "state = 'failed' AND last_problem LIKE '%control%'") == 1)
            #expect(try await fixture.count("mails t", "t::text LIKE '%Bcc%'") == 0)
        }
    }

    @Test func another_company_sees_no_mails() async throws {
        try await MailFixture.with { fixture in
            let (harbor, kestrel) = (fixture.companies.harbor.id, fixture.companies.kestrel.id)
            let id = try await fixture.post(in: harbor)
            #expect(try await fixture.count("mails", in: harbor) == 1)
            for other in [kestrel, CompanyID.house] { #expect(try await fixture.count("mails", in: other) == 0) }
            // A job of one company with the id of another's mail sends nothing.
            let composer = MailFixture.Composer(Self.draft)
            try await fixture.work(composer, in: harbor)
            #expect(fixture.server.letters.count == 1 && composer.count == 1)
            try await fixture.companies.database.transaction(in: kestrel) {
                _ = try await $0.enqueue(SendMail(mail: id.rawValue))
            }
            try await fixture.work(composer, in: kestrel)
            #expect(fixture.server.letters.count == 1 && composer.count == 1)
            #expect(try await fixture.count("job_outcomes", in: kestrel) == 1)
        }
    }

    @Test func words_in_code_and_in_the_database_are_the_same() async throws {
        try await TestDatabase.with { test in
            let kinds = try await test.words(of: "mails_kind_known")
            #expect(kinds == Set(MailKind.allCases.map(\.rawValue)))
            let states = try await test.words(of: "mails_state_known")
            #expect(states == Set(MailState.allCases.map(\.rawValue)))
        }
    }

    @Test func waits_grow_and_greylisting_gets_its_five_minutes() {
        for fraction in [0, 0.5, 1] {
            var last = Duration.zero
            for attempt in 1...12 {
                let deferred = MailRetry.wait(after: .deferred, attempt: attempt, fraction: fraction)
                let broken = MailRetry.wait(after: .interrupted, attempt: attempt, fraction: fraction)
                #expect(deferred >= .seconds(300) && deferred <= .seconds(10_800) && deferred >= last)
                #expect(broken >= .seconds(10) && broken <= .seconds(1_800))
                last = deferred
            }
        }
    }
}
