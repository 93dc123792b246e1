/// Why a call to the database came to nothing.
enum CallFailure: Error {
    case refused(ModelRefusal)
    /// The connection broke; what became of the request is not known. The server notices after some microseconds.
    case lost(noticedAfter: Int)
}
