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
            var words = "it did not come to pass that \(what)"
            do {
                if try await holds() { return }
            } catch {
                // A server that is just restarting answers the next time.
                words += " (\(error))"
            }
            guard ContinuousClock.now < deadline else { throw DrillProblem(words) }
            try await Task.sleep(for: pause)
        }
    }
}
