import ArgumentParser

/// How much a run of the drills does.
enum Form: String, ExpressibleByArgument, Sendable {
    /// A minute, inside `make test`.
    case short
    /// A quarter of an hour.
    case full

    /// A time limit: the short form runs beside all other tests, where it only tells minutes from seconds.
    func limit(_ seconds: Double) -> Bound { .atMost(self == .short ? seconds * 10 : seconds) }

    func pick<Value>(_ short: Value, _ full: Value) -> Value { self == .short ? short : full }
}
