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
        try await Workplace.open(purpose: "audit") { workplace in
            let (anchors, unreadable) =
                try workplace.settings.auditFolder.map { try AuditAnchors(folder: $0).read() } ?? ([], 0)
            if unreadable > 0 { Console.warn("\(unreadable) notes outside of the database cannot be read.") }
            if anchors.isEmpty {
                Console.warn(
                    "There are no notes outside of the database: a record that was cut off and written anew is not noticed."
                )
            }
            let verifier = try await Schema.asOwner(workplace.settings, for: "audit") { owner in
                try await AuditVerifier(database: workplace.database, owner: owner)
            }
            let bar = ProgressBar("Events")
            defer { bar.finish() }
            var before = 0
            for (slug, id) in try await chains(workplace) {
                let outcome = try await verifier.verify(id, anchors: anchors) { count in
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
        if lines.contains(where: { !$0.faults.isEmpty }) { throw ExitCode.failure }
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
