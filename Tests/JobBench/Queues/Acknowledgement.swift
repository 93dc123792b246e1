import ArgumentParser

/// How the end of a job reaches the database.
enum Acknowledgement: String, ExpressibleByArgument, Codable {
    /// In the transaction of the job's effects.
    case single
    /// Many ends at once.
    case batched
}
