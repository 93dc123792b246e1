import Pages
import Routes

/// The pages about a company.
extension Samples {
    static func companyPages(_ word: String) -> [any Page] {
        let frame = frame(word)
        var query = AuditQuery()
        query.area = "session"
        query.person = word
        query.from = word
        query.before = 51
        let line = AuditLine(
            number: 7, moment: now, action: "session.opened", actor: .member(word), subject: ("session", word),
            facts: [(word, word)], request: word, frame: frame)
        let linked = AuditLine(
            number: 6, moment: now, action: word, actor: .member(nil), subject: ("connection", word), facts: [],
            request: nil, frame: frame)
        let bare = AuditLine(
            number: 5, moment: now, action: "jobs.cancel", actor: .staff, subject: nil, facts: [], request: nil,
            frame: frame)
        let values = CompanyPage.Values(name: word, currency: word, timeZone: word)
        let connection = ConnectionLine(
            id: word, name: word, source: word, health: .refused, note: word, checkedAt: now, expiresAt: now,
            frame: frame)
        let fresh = ConnectionLine(
            id: word, name: word, source: word, health: .untested, note: nil, checkedAt: nil, expiresAt: nil,
            frame: frame)
        let source = SourceChoice(code: word, title: word, what: word)
        let fields = [
            LoginFieldInput(name: word, label: word, isPassword: false),
            LoginFieldInput(name: word + "2", label: word, isPassword: true),
        ]
        let use = UseLine(moment: now, reason: "fetch", who: .job, frame: frame)
        func facts(revoked: Bool) -> ConnectionPage.Facts {
            ConnectionPage.Facts(
                id: word, name: word, sourceTitle: word, health: revoked ? .revoked : .refused, healthNote: word,
                checkedAt: now, expiresAt: revoked ? nil : now, fields: revoked ? [] : [word],
                writtenAt: revoked ? nil : now,
                createdAt: now, createdBy: word, confirmedAt: now, confirmedBy: nil, revokedAt: revoked ? now : nil,
                isTestable: !revoked)
        }
        return [
            CompanyPage(frame: frame, values: values, slug: word, isOwner: true, asksJudge: false, problem: .timeZone),
            CompanyPage(frame: frame, values: values, slug: word, isOwner: false, asksJudge: true, note: .changed),
            AuditPage(
                frame: frame, query: query, areas: ["session"], people: [(word, word)], lines: [line, linked, bare],
                next: 5, isBadDate: true),
            AuditPage(
                frame: frame, query: AuditQuery(), areas: [], people: [], lines: [], next: nil, isBadDate: false),
            ConnectionsPage(frame: frame, note: .connected, lines: [connection, fresh], sources: [source]),
            ConnectionsPage(frame: frame, note: nil, lines: [], sources: [source]),
            NewConnectionPage(
                frame: frame, source: (word, word), name: word, fields: fields, terms: word, version: 1,
                problem: .notConfirmed),
            NewConnectionPage(
                frame: frame, source: (word, word), name: word, fields: fields, terms: word, version: 1, canTry: true,
                trial: NewConnectionPage.Trial(
                    isGood: true, sentence: word,
                    samples: [
                        RecordSample(
                            name: word, millilitres: 750, price: MoneyAmount(minorUnits: 1, currency: word), stock: 1,
                            seen: day(0), text: .english)
                    ])),
            NewConnectionPage(
                frame: frame, source: (word, word), name: word, fields: fields, terms: word, version: 1, canTry: true,
                trial: NewConnectionPage.Trial(isGood: false, sentence: word, samples: [])),
            ConnectionPage(
                frame: frame, facts: facts(revoked: false), fields: fields, terms: word, version: 1, uses: [use],
                note: .tested, problem: .keys),
            ConnectionPage(
                frame: frame, facts: facts(revoked: true), fields: [], terms: word, version: 1, uses: []),
            StaffCompaniesPage(
                frame: frame,
                lines: [StaffCompanyLine(name: word, slug: word, members: 3, zone: word, made: now, frame: frame)],
                hasOutbox: true),
        ]
    }
}
