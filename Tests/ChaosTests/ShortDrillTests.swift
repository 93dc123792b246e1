import Foundation
import TestSupport
import Testing

/// The short form of the fault drills (docs/jobs.md): the built `JobDrill`, on a server of its own that it crashes.
@Suite struct ShortDrillTests {
    @Test(.timeLimit(.minutes(10))) func the_queue_survives_the_short_form_of_all_drills() async throws {
        let cluster = TestCluster.shared
        let drill = URL(fileURLWithPath: ChildProcess.ownPath).deletingLastPathComponent().appending(path: "JobDrill")
            .path
        try #require(FileManager.default.isExecutableFile(atPath: drill), "it is built beside the tests")
        let log = FileManager.default.temporaryDirectory.appending(path: "chaos.\(UUID().uuidString).txt").path
        defer { try? FileManager.default.removeItem(atPath: log) }
        let child = try ChildProcess.start(
            TestCluster.root + "/scripts/with-database",
            ["--tests", "--cluster", "chaos", "--version", cluster.version, drill, "run", "--form", "short"], log: log)
        let result = try await child.result()
        let words = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        #expect(result == 0, "\(words)")
    }
}
