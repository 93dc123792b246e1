import Jobs

/// A job that does nothing: what is measured is the queue.
struct NoOp: JobArguments {
    static let kind = "bench.no_op"
    var number: Int
}
