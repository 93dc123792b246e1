import Foundation
import SourceSimulation
import TestSupport

/// `swift run SourceSimulator [SEED]` serves the sources on this machine and says where. Lines on standard input move it: `advance HOURS`,
/// `fault SOURCE PREFIX STATUS`, `clear SOURCE`; the end of input ends it.
@main
struct SimulateSources {
    static func main() async throws {
        let seed = CommandLine.arguments.dropFirst().first.flatMap(UInt64.init) ?? 1
        let world = SourceWorld(seed: seed, start: Date())
        try await Simulator.with(world) { @Sendable simulator in
            print("seed \(seed)")
            for source in Simulator.Source.allCases {
                print("\(source.rawValue)  http://127.0.0.1:\(simulator.port(of: source))/")
            }
            while let line = readLine() {
                let words = line.split(separator: " ").map(String.init)
                switch words.first {
                case "advance":
                    simulator.clock.advance(by: (words.dropFirst().first.flatMap { Double($0) } ?? 1) * 3_600)
                    print(simulator.clock.now.formatted(.iso8601))
                case "fault" where words.count == 4:
                    if let source = Simulator.Source(rawValue: words[1]), let status = Int(words[3]) {
                        simulator.faults(of: source).turnOn(.status(status), for: words[2])
                    }
                case "clear": words.last.flatMap(Simulator.Source.init).map { simulator.faults(of: $0).clear() }
                default: print("advance HOURS | fault SOURCE PREFIX STATUS | clear SOURCE")
                }
            }
        }
    }
}
