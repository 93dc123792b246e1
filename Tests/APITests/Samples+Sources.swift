import API
import Foundation

extension Samples {
    private static func run(_ state: String, isBare: Bool) -> SourceFacts.Run {
        SourceFacts.Run(
            id: id(33), state: state, cause: isBare ? nil : "looks_wrong", verdict: isBare ? nil : "site",
            sentence: isBare ? nil : nasty, isComplete: isBare, startedAt: moment, finishedAt: isBare ? nil : moment,
            items: 3,
            new: 1, changed: 1, rejects: 0)
    }

    private static func connection(_ run: SourceFacts.Run?, isBare: Bool) -> SourceFacts {
        SourceFacts(
            id: id(31), name: nasty, source: "libdib", health: "changed", note: isBare ? nil : nasty,
            checkedAt: isBare ? nil : moment, everyMinutes: 60, isPaused: isBare, stop: isBare ? nil : nasty,
            lastRun: run)
    }

    static let sources = SourcesAnswer(
        connections: [
            connection(run("held", isBare: false), isBare: false),
            connection(run("applied", isBare: true), isBare: true),
            connection(nil, isBare: true),
        ]
    ).bytes
}
