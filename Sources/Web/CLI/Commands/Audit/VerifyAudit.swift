import ArgumentParser
import Companies

struct VerifyAudit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove that the records are what was written. Ends with 1 if one is not.",
        discussion: """
            Finds events that were changed, removed, put in, put elsewhere or cut off, by the proofs in the database and by the
            notes of TIDEMARK_AUDIT_DIRECTORY. Needs DATABASE_OWNER_URL.
            """)

    @Option(help: "Only the company with this slug; house for what belongs to no company.") var company: String?
    @Flag(help: "Answer as JSON.") var json = false

    private struct Line: Encodable {
        let company: String
        let events: Int
        let faults: [String]
    }

    func run() async throws {
        var lines: [Line] = []
        var isStrange = false
        try await Workplace.open(purpose: "audit") { workplace in
            let verifier = try await Schema.asOwner(workplace.settings, for: "audit") { owner in
                try await AuditVerifier(database: workplace.database, owner: owner)
            }
            let notes = try notes(workplace.settings, of: verifier)
            // Somebody may have taken the database's first key away, so that its notes are not found.
            isStrange = notes.heads.isEmpty && notes.others > 0
            let bar = ProgressBar("Events")
            defer { bar.finish() }
            var before = 0
            for (slug, id) in try await chains(workplace) {
                let outcome = try await verifier.verify(id, anchors: notes.heads) { count in
                    let done = before + count
                    bar.show(
                        Double(done) / Double(max(1, verifier.expected)),
                        "\(Console.count(done)) of \(Console.count(verifier.expected)) events")
                }
                before += outcome.events
                lines.append(Line(company: slug, events: outcome.events, faults: outcome.faults.map(\.description)))
            }
        }
        if json {
            try Console.json(lines)
        } else {
            for line in lines {
                Console.say(
                    "\(line.faults.isEmpty ? "ok  " : "FAIL") \(line.company): \(Console.count(line.events)) events")
                for fault in line.faults { Console.say("     \(fault)") }
            }
        }
        if isStrange || lines.contains(where: { !$0.faults.isEmpty }) { throw ExitCode.failure }
    }

    /// What is noted outside of the database, with a word about what is not.
    private func notes(_ settings: Settings, of verifier: AuditVerifier) throws -> AuditAnchors.Notes {
        guard let folder = settings.auditFolder, let installation = verifier.installation else { return .init() }
        let notes = try AuditAnchors(folder: folder).read(of: installation)
        if notes.unreadable > 0 { Console.warn("\(notes.unreadable) notes outside of the database cannot be read.") }
        if notes.heads.isEmpty {
            Console.warn(
                notes.others == 0
                    ? "There are no notes outside of the database: a record that was cut off is not noticed."
                    : "There are notes of other databases in \(folder) and none of this one.")
        }
        return notes
    }

    private func chains(_ workplace: Workplace) async throws -> [(slug: String, id: CompanyID)] {
        if let slug = company, slug != Self.house { return [(slug, try await workplace.company(slug).id)] }
        let house = [(slug: Self.house, id: CompanyID.house)]
        guard company == nil else { return house }
        let companies = try await workplace.database.system(reason: "audit verify") { try await $0.companies() }
        return house + companies.map { ($0.slug, $0.id) }
    }

    private static let house = "house"
}
