import ArgumentParser
import Companies
import Foundation

/// Which run a command is about.
struct RunWhich: ParsableArguments {
    @OptionGroup var who: SourcesWho
    @Argument(help: "The run's id.") var run: String

    func validate() throws {
        guard UUID(uuidString: run) != nil else { throw ValidationError("\(run) is not an id.") }
    }

    /// Works on the run of a company.
    func open(_ body: (Workplace, Company, UUID) async throws -> Void) async throws {
        guard let id = UUID(uuidString: run) else { return }
        try await Workplace.open(purpose: "source") { workplace in
            try await body(workplace, try await who.find(workplace), id)
        }
    }
}
