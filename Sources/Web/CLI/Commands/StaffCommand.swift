import ArgumentParser
import Companies

struct StaffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "Say who looks after the platform.",
        subcommands: [Grant.self, Revoke.self, List.self])

    struct Grant: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a person staff, or change their role. They must be a member of some company.")
        @Argument(help: "The person's e-mail address.") var email: String
        @Option(help: "reviewer or operator.") var role: String

        func run() async throws {
            guard let role = StaffRole(rawValue: role) else {
                throw ValidationError("\(role) is no staff role; it may be reviewer or operator.")
            }
            try await StaffProblem.set(role, email: email)
            Console.say("\(email) is now \(role.rawValue) of the platform.")
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a person's staff role back, at once.")
        @Argument(help: "The person's e-mail address.") var email: String

        func run() async throws {
            try await StaffProblem.set(nil, email: email)
            Console.say("\(email) has no staff role any more.")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List staff.")
        @Flag(help: "Answer as JSON.") var json = false

        private struct Line: Encodable {
            let email: String
            let name: String
            let role: String
        }

        func run() async throws {
            try await Workplace.open(purpose: "staff") { workplace in
                let staff = try await StaffRegister(database: workplace.database).all()
                if json {
                    return try Console.json(
                        staff.map { Line(email: $0.email, name: $0.displayName, role: $0.role.rawValue) })
                }
                if staff.isEmpty { Console.say("Nobody is staff; tidemark staff grant changes that.") }
                for person in staff { Console.say("\(person.email)\t\(person.role.rawValue)\t\(person.displayName)") }
            }
        }
    }
}

/// What can go wrong with staff, for a person to read.
enum StaffProblem: Error, CustomStringConvertible {
    case unknown(String)

    var description: String {
        switch self {
        case .unknown(let email): "Nobody with the address \(email) is known."
        }
    }

    /// Sets a role as the schema's owner, the only one who may.
    fileprivate static func set(_ role: StaffRole?, email: String) async throws {
        let isKnown = try await Schema.asOwner(try Settings.load(), for: "staff") { owner in
            try await StaffRegister.set(role, email: email, as: owner)
        }
        guard isKnown else { throw unknown(email) }
    }
}
