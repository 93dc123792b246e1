import Postgres

/// Somebody who has nothing to do with jobs and reads the same database, fifty times a second.
actor Bystander {
    private let connection: Connection
    private var times: [Duration] = []

    init(_ addresses: Addresses) async throws { connection = try await addresses.connect() }

    /// Reads until cancelled. A time counts from the moment the read was due.
    func read() async throws {
        var due = ContinuousClock.now
        while !Task.isCancelled {
            due += .milliseconds(20)
            try await Task.sleep(until: due)
            let shelf = Int.random(in: 0..<1_000)
            _ = try await connection.fetch(
                Query<Pair<Int, String>>(
                    """
                    SELECT product_id, name FROM bench_catalogue WHERE shelf = \(shelf) ORDER BY name LIMIT 20
                    """))
            times.append(.now - due)
        }
    }

    /// The times since the last call.
    func take() -> [Duration] {
        defer { times = [] }
        return times
    }
}
