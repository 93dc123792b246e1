import ArgumentParser
import Foundation
import Jobs

/// Which jobs a command is about.
struct JobsWhich: ParsableArguments {
    @Option(help: "ready, waiting, running, completed, cancelled or dead.") var state: String?
    @Option(help: "Only jobs of this kind.") var kind: String?
    @Option(help: "Only jobs of this queue.") var queue: String?

    func validate() throws {
        if let state, JobPlace(rawValue: state) == nil {
            throw ValidationError(
                "\(state) is no state; use \(JobPlace.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
    }

    var filter: JobFilter { JobFilter(place: state.flatMap(JobPlace.init(rawValue:)), kind: kind, queue: queue) }

    /// In words, for the record of what was done.
    var words: String {
        let words = [("status", state), ("kind", kind), ("queue", queue)].compactMap { name, value in
            value.map { "\(name)=\($0)" }
        }
        return words.isEmpty ? "all" : words.joined(separator: "&")
    }
}
