/// A five-character SQLSTATE. Only states the code acts on have names.
package struct SQLState: RawRepresentable, Sendable, Hashable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package static let uniqueViolation = SQLState(rawValue: "23505")
    package static let foreignKeyViolation = SQLState(rawValue: "23503")
    package static let checkViolation = SQLState(rawValue: "23514")
    package static let insufficientPrivilege = SQLState(rawValue: "42501")
    package static let undefinedParameter = SQLState(rawValue: "42704")
    package static let invalidText = SQLState(rawValue: "22P02")
    package static let serializationFailure = SQLState(rawValue: "40001")
    package static let deadlockDetected = SQLState(rawValue: "40P01")
    package static let lockNotAvailable = SQLState(rawValue: "55P03")
    package static let queryCanceled = SQLState(rawValue: "57014")
    package static let diskFull = SQLState(rawValue: "53100")
    /// "cached plan must not change result type" after DDL.
    package static let stalePlan = SQLState(rawValue: "0A000")
    /// The prepared statement does not exist on this server connection.
    package static let unknownStatement = SQLState(rawValue: "26000")
    /// The transaction waited for its client longer than the server lets it; the session is over.
    package static let idleTooLong = SQLState(rawValue: "25P03")
    package static let connectionFailure = SQLState(rawValue: "08006")
    package static let cannotConnect = SQLState(rawValue: "08001")
    package static let protocolViolation = SQLState(rawValue: "08P01")
    /// Ours: a row that does not have the shape the code reads.
    package static let unreadableRow = SQLState(rawValue: "TM001")
    /// Ours: no connection became free in time.
    package static let poolTimeout = SQLState(rawValue: "TM002")
    /// Ours: the pool is closed.
    package static let poolClosed = SQLState(rawValue: "TM003")
    /// Ours: a migration problem.
    package static let migration = SQLState(rawValue: "TM004")
    /// Ours: no company was set, or one that the application did not seal.
    package static let scopeRefused = SQLState(rawValue: "TM005")

    /// Class 08, and the server saying goodbye.
    package var isConnectionLoss: Bool {
        rawValue.hasPrefix("08") || rawValue == "57P01" || rawValue == "57P02" || rawValue == "57P03"
            || self == .idleTooLong
    }
}
