import Catalog
import Companies
import Demo
import Forecasting
import Foundation
import Ingestion
import Vault

/// Fills an empty installation with two companies whose data went the way all data goes: price books, import, match,
/// score.
enum DemoLoader {
    private static let seed: UInt64 = 2_026

    static func catalogue(lastDay: CalendarDay) -> DemoCatalogue { DemoCatalogue(seed: seed, lastDay: lastDay) }

    /// The company that has a distributor.
    static var firstSlug: String { catalogue(lastDay: .today()).companies.first?.slug ?? "" }

    /// Loads what is missing and answers the lines that say how to sign in.
    static func load(_ settings: Settings) async throws -> [String] {
        let memory = DemoMemory(root: settings.root)
        var note =
            memory.read() ?? DemoMemory.Note(lastDay: CalendarDay.today().description, passwords: [:], loaded: [])
        let lastDay = CalendarDay(iso: note.lastDay) ?? .today()
        let workplace = Workplace(settings: settings, purpose: "demo")
        return try await workplace.database.whileOpen {
            let present = try await workplace.database.system(reason: "demo") { try await $0.companies() }
            let catalogue = catalogue(lastDay: lastDay)
            var lines: [String] = []
            for demo in catalogue.companies {
                let email = "demo@\(demo.slug).example"
                if !present.contains(where: { $0.slug == demo.slug }) {
                    // The note may be of a database that was reset since.
                    note.loaded.removeAll { $0 == demo.slug }
                    note.passwords[email] = nil
                }
                let company = try await ensure(demo, present: present, workplace)
                if note.passwords[email] == nil {
                    let password = String(SecretToken().text.prefix(16))
                    try await admit(email, password: password, to: company, workplace)
                    note.passwords[email] = password
                    try memory.write(note)
                }
                if !note.loaded.contains(demo.slug) {
                    try await importBooks(catalogue.files(company: demo), of: company, title: demo.title, workplace)
                    try await forecast(company, lastDay: lastDay, workplace)
                    note.loaded.append(demo.slug)
                    try memory.write(note)
                }
                lines.append("  \(demo.title): \(email)  password \(note.passwords[email] ?? "")")
            }
            // The note may be of a database that was reset since.
            if present.isEmpty { for email in reviewers { note.passwords[email] = nil } }
            for email in reviewers {
                if note.passwords[email] == nil {
                    let password = String(SecretToken().text.prefix(16))
                    try await admitReviewer(email, password: password, workplace)
                    note.passwords[email] = password
                    try memory.write(note)
                }
                lines.append("  Review queue: \(email)  password \(note.passwords[email] ?? "")")
            }
            return lines
        }
    }

    /// Staff who decide about pairs; two, so that there are second readers.
    private static let reviewers = ["rita@tidemark.example", "sam@tidemark.example"]

    /// They belong to the platform's own company, whose prices are everybody's, and to no customer's.
    private static func admitReviewer(_ email: String, password: String, _ workplace: Workplace) async throws {
        let hash = try PasswordHasher().hash(try Password(password))
        let registry = CompanyRegistry(database: workplace.database)
        let name = email.prefix { $0 != "@" }.capitalized
        let person = try await registry.addMember(
            to: .house, email: email, displayName: name, role: .viewer, passwordHash: hash,
            identity: IdentityID(rawValue: UUID()), at: Date())
        try await registry.setPassword(of: person, hash: hash)
        _ = try await Schema.asOwner(workplace.settings, for: "demo") { owner in
            try await StaffRegister.set(.reviewer, email: email, as: owner)
        }
    }

    private static func ensure(
        _ demo: DemoCompany, present: [Company], _ workplace: Workplace
    ) async throws -> Company {
        if let known = present.first(where: { $0.slug == demo.slug }) { return known }
        let company = Company(
            id: CompanyID(rawValue: UUID()), slug: demo.slug, name: demo.title, homeCurrency: demo.currency,
            timeZone: demo.timeZone)
        try await CompanyRegistry(database: workplace.database).create(company, at: Date())
        return company
    }

    /// A new person, or a new password for the one of an earlier installation whose note was lost.
    private static func admit(
        _ email: String, password: String, to company: Company, _ workplace: Workplace
    ) async throws {
        let hash = try PasswordHasher().hash(try Password(password))
        let registry = CompanyRegistry(database: workplace.database)
        let person = try await registry.addMember(
            to: company.id, email: email, displayName: "Demo owner", role: .owner, passwordHash: hash,
            identity: IdentityID(rawValue: UUID()), at: Date())
        try await registry.setPassword(of: person, hash: hash)
    }

    private static func importBooks(
        _ files: some Sequence<DemoFile>, of company: Company, title: String, _ workplace: Workplace
    ) async throws {
        let folder = workplace.settings.root + "/.tidemark/demo"
        let files = Array(files)
        let bar = ProgressBar("Demo \(title)")
        var mappings: [String: Mapping] = [:]
        var rows = 0
        for (number, file) in files.enumerated() {
            let mapping = try mappings[file.mapping] ?? parse(file.mapping)
            mappings[file.mapping] = mapping
            let path = try file.write(into: folder)
            let work = PriceBookImport(
                database: workplace.database, company: company.id, sourceSlug: file.source,
                sourceTitle: file.sourceTitle)
            // The demo's shops close and launch freely; nothing of it has to wait for a person.
            let report = try await work.run(
                path: path, mapping: mapping, options: PriceBookOptions(date: file.day, today: .today()),
                confirmed: true, moment: .init(run: UUID(), source: UUID(), now: Date()))
            rows += report.rowsGood
            bar.show(Double(number + 1) / Double(files.count), "\(Console.count(rows)) rows")
        }
        bar.finish()
        Console.say("Demo \(title): \(Console.count(files.count)) price books, \(Console.count(rows)) rows.")
        try await Refresh.run(workplace, company: company, quiet: false)
        try await workplace.database.transaction(in: company.id) { try await ReviewWork.requestFilling(in: $0) }
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Days before the newest list of which is said what could have been said then, so that a newcomer sees how right it would have been.
    private static let backcastDays = [98, 42, 14]
    /// Products of each such day.
    private static let backcastProducts = 150

    private static func forecast(_ company: Company, lastDay: CalendarDay, _ workplace: Workplace) async throws {
        for days in backcastDays {
            let request = ProductForecastRun.Request(asOf: lastDay.adding(days: -days), top: backcastProducts)
            try await Refresh.forecast(workplace, company: company, request, quiet: true)
        }
        try await Refresh.forecast(workplace, company: company, quiet: false)
    }

    private static func parse(_ name: String) throws -> Mapping {
        guard let text = DemoMappings.text(named: name) else {
            throw SettingsProblem("The demo lacks mapping \(name).")
        }
        return try Mapping.parse(Array(text.utf8), file: name)
    }
}
