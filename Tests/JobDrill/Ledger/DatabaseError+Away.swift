import Postgres

extension DatabaseError {
    /// Whether there was no connection to be had.
    var isServerAway: Bool { state == .cannotConnect || state == .poolTimeout }
}
