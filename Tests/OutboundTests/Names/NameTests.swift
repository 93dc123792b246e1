import Foundation
import TestSupport
import Testing

/// Name servers that answer badly, late, or differently each time (F-29), as far as an ordinary machine can show it.
///
/// libcurl looks names up with the machine's `getaddrinfo` on threads of its own (Debian's is built without c-ares, so that it takes no name
/// server from us), and what that asks stands in a file of the machine that a test must not change. So the program `NameProbe` puts its
/// own `getaddrinfo` in the place of the C library's: libcurl, its threads and all of our code are the real ones, and are told no such
/// name (NXDOMAIN), that it cannot be found out (SERVFAIL), nothing at all for ever, and a private address after another one. What is not
/// shown is how the C library makes these answers of what a name server sends; of the two that fail it tells libcurl, and libcurl tells
/// us, the same: the name cannot be looked up.
@Suite struct NameTests {
    @Test(.timeLimit(.minutes(60))) func a_name_server_that_answers_badly_is_no_way_in_and_no_hold_up() async throws {
        let probe = URL(fileURLWithPath: ChildProcess.ownPath).deletingLastPathComponent().appending(path: "NameProbe")
            .path
        try #require(FileManager.default.isExecutableFile(atPath: probe), "it is built beside the tests")
        let log = FileManager.default.temporaryDirectory.appending(path: "names.\(UUID().uuidString).txt").path
        defer { try? FileManager.default.removeItem(atPath: log) }
        let result = try await ChildProcess.start(probe, [], log: log).result()
        let words = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        #expect(result == 0)
        #expect(
            words.split(separator: "\n") == [
                "unknown.test the name of the server is not known",
                "failing.test the name of the server is not known",
                "rebound.test the server cannot be reached",
                "rebound.test 10.0.0.7:443 is not an address of the public internet",
                "mixed.test 10.0.0.7:443 is not an address of the public internet",
                // While the answer that never comes is awaited, and after it was given up.
                "meanwhile the name of the server is not known",
                "silent.test no connection came about in time",
                "afterwards the name of the server is not known",
                "called off CancellationError()",
            ])
    }
}
