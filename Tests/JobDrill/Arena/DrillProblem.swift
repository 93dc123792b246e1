/// A drill that could not go on.
struct DrillProblem: Error, CustomStringConvertible {
    let description: String

    init(_ sentence: String) { description = sentence }

    /// Asks again until something is so.
    static func unless(
        _ what: String, within limit: Duration, every pause: Duration = .milliseconds(100),
        _ holds: () async throws -> Bool
    ) async throws {
        let deadline = ContinuousClock.now + limit
        while true {
            // A server that is just restarting answers the next time.
            let isSo = (try? await holds()) ?? false
            if isSo { return }
            guard ContinuousClock.now < deadline else { throw DrillProblem("it did not come to pass that \(what)") }
            try await Task.sleep(for: pause)
        }
    }
}
