import Foundation
import SimulationSupport
import SourceSimulation

/// `swift run SourceSimulator [SEED]` serves the sources (`libdib`, `vinepair`, `giassi`, `hackernews`, `googletrends`) on this machine and
/// says where, and so it does with providers of models (`openai`, `anthropic`) and their keys. Lines on standard input move it: `advance
/// HOURS`, `fault SOURCE PREFIX STATUS`, `drift CHANGE` (of the shop; `clear giassi` ends it), `clear SOURCE`; the end of input ends it.
/// With `--live` its clock is that of the wall, over a world that began on 1 October 2026; `--groceries N` says how much the shop has,
/// `--latency MS` how long each answer of a source takes.
@main
struct SimulateSources {
    static func main() async throws {
        let seed = CommandLine.arguments.dropFirst().first.flatMap(UInt64.init) ?? 1
        let isLive = CommandLine.arguments.contains("--live")
        func number(_ name: String) -> Int? {
            CommandLine.arguments.firstIndex(of: name).flatMap { place in
                place + 1 < CommandLine.arguments.count ? Int(CommandLine.arguments[place + 1]) : nil
            }
        }
        let beginning = Date(timeIntervalSince1970: 1_790_856_000)
        let world =
            isLive
            ? SourceWorld(seed: seed, start: beginning, groceries: number("--groceries") ?? 900, stories: 3_000)
            : SourceWorld(seed: seed, start: Date())
        let latency = number("--latency") ?? 0
        try await withProviders { @Sendable providers in
            try await serve(world, isLive: isLive, latency: latency, providers)
        }
    }

    /// Runs a provider of models of each kind while `body` does.
    private static func withProviders(_ body: ([SimulatedProvider]) async throws -> Void) async throws {
        try await SimulatedProvider.with(.openai) { one in
            try await SimulatedProvider.with(.anthropic) { other in try await body([one, other]) }
        }
    }

    private static func serve(
        _ world: SourceWorld, isLive: Bool, latency: Int, _ providers: [SimulatedProvider]
    ) async throws {
        try await Simulator.with(world, latency: latency) { @Sendable simulator in
            if isLive {
                Task {
                    while !Task.isCancelled {
                        simulator.clock.advance(by: max(0, Date().timeIntervalSince(simulator.clock.now)))
                        try await Task.sleep(for: .seconds(1))
                    }
                }
                simulator.clock.advance(by: max(0, Date().timeIntervalSince(simulator.clock.now)))
            }
            say("seed\t\(world.seed)")
            for source in Simulator.Source.allCases {
                say("place\t\(source.rawValue)\thttp://127.0.0.1:\(simulator.port(of: source))/")
            }
            say("login\tlibdib\t\(LibDibSite.user)\t\(LibDibSite.password)")
            for provider in providers {
                say(
                    "provider\t\(provider.dialect.rawValue)\t\(try provider.base)\t\(ProviderSite.key)\t\(ProviderSite.model)"
                )
            }
            say("ready")
            while let line = readLine() {
                let words = line.split(separator: " ").map(String.init)
                switch words.first {
                case "advance":
                    simulator.clock.advance(by: (words.dropFirst().first.flatMap { Double($0) } ?? 1) * 3_600)
                    say(simulator.clock.now.formatted(.iso8601))
                case "fault" where words.count == 4:
                    if let source = Simulator.Source(rawValue: words[1]), let status = Int(words[3]) {
                        simulator.faults(of: source).turnOn(.status(status), for: words[2])
                    }
                case "drift": words.last.flatMap(Drift.init).map { simulator.drift(of: .giassi).turnOn($0) }
                case "clear" where words.last == "giassi":
                    simulator.drift(of: .giassi).clear()
                    simulator.faults(of: .giassi).clear()
                case "clear": words.last.flatMap(Simulator.Source.init).map { simulator.faults(of: $0).clear() }
                default: say("advance HOURS | fault SOURCE PREFIX STATUS | drift CHANGE | clear SOURCE")
                }
            }
        }
    }

    /// At once, whoever reads it.
    private static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
