/// Why a record cannot be a row, for a person.
struct UnusableRecord: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
}
