import ArgumentParser
import Companies
import Foundation
import Vault

struct CompanyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "company", abstract: "Make and list companies and their members.",
        subcommands: [Create.self, List.self, AddMember.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make a company.")
        @Argument(help: "Its name in commands: lower-case letters, digits and hyphens.") var slug: String
        @Option(help: "Its name for people.") var name: String
        @Option(help: "ISO 4217 code of the currency it counts in.") var currency = "USD"
        @Option(help: "IANA time zone of its days.") var timeZone = "UTC"

        func run() async throws {
            guard TimeZone(identifier: timeZone) != nil else {
                throw ValidationError("\(timeZone) is not a time zone; an example is Europe/Helsinki.")
            }
            try await Workplace.open(purpose: "company") { workplace in
                let company = Company(
                    id: CompanyID(rawValue: UUID()), slug: slug, name: name, homeCurrency: currency, timeZone: timeZone)
                try await CompanyRegistry(database: workplace.database).create(company, at: Date())
                try await workplace.database.transaction(in: company.id) { transaction in
                    try await CatalogUpkeep.plan(for: company, in: transaction, now: Date())
                }
                Console.say("Made the company \(slug).")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List companies.")
        @Flag(help: "Answer as JSON.") var json = false

        private struct Line: Encodable {
            let slug: String
            let name: String
            let homeCurrency: String
            let timeZone: String
        }

        func run() async throws {
            try await Workplace.open(purpose: "company") { workplace in
                let companies = try await workplace.database.system(reason: "company list") { try await $0.companies() }
                if json {
                    return try Console.json(
                        companies.map {
                            Line(slug: $0.slug, name: $0.name, homeCurrency: $0.homeCurrency, timeZone: $0.timeZone)
                        })
                }
                if companies.isEmpty { Console.say("There are no companies yet; tidemark company create makes one.") }
                for company in companies { Console.say("\(company.slug)\t\(company.name)") }
            }
        }
    }

    struct AddMember: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add-member",
            abstract: "Let a person into a company. The password is read from standard input, one line.")
        @Argument(help: "The company's slug.") var slug: String
        @Option(help: "The person's e-mail address.") var email: String
        @Option(help: "The person's name.") var name: String
        @Option(help: "viewer, analyst, admin or owner.") var role = "viewer"

        func run() async throws {
            guard let role = Role(rawValue: role) else { throw ValidationError("\(role) is not a role.") }
            guard let text = readLine(strippingNewline: true) else {
                throw ValidationError("Give a password of at least 12 characters on standard input.")
            }
            if let weakness = PasswordPolicy.weakness(of: text, words: [name, email, slug]) {
                let sentence =
                    switch weakness {
                    case .tooShort: "Give a password of at least \(PasswordPolicy.fewest) characters on standard input."
                    case .tooLong: "A password has \(Password.allowedBytes.upperBound) bytes at most."
                    case .guessable:
                        "This password would be guessed: it is common, or made of the name, address or company. "
                            + "A few words that do not belong together are good."
                    }
                throw ValidationError(sentence)
            }
            let hash = try PasswordHasher().hash(try Password(text))
            try await Workplace.open(purpose: "company") { workplace in
                let company = try await workplace.company(slug)
                try await CompanyRegistry(database: workplace.database).addMember(
                    to: company.id, email: email, displayName: name, role: role, passwordHash: hash,
                    identity: IdentityID(rawValue: UUID()), at: Date())
                Console.say("\(email) is now \(role.rawValue) of \(slug).")
            }
        }
    }
}
