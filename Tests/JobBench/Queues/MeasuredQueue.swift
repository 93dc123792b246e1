/// A queue that jobs without effects go through.
protocol MeasuredQueue: Sendable {
    /// Jobs whose handler has run.
    var done: Counter { get }

    /// Adds jobs in one transaction of one company.
    func add(_ count: Int, to company: Int) async throws

    /// Works while `body` does, and until what was begun is acknowledged.
    func working<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result

    /// Jobs the database knows as done.
    func finished() async throws -> Int
}

extension MeasuredQueue {
    /// Adds jobs to companies in turn.
    func fill(_ jobs: Int, companies: Int, batch: Int = 2_000) async throws {
        var (left, company) = (jobs, 0)
        while left > 0 {
            try await add(min(batch, left), to: company)
            left -= batch
            company = (company + 1) % companies
        }
    }
}
