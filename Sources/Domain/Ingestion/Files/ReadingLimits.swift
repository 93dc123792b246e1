/// Bounds on what a reader takes in, so that memory stays flat whatever the file holds.
enum ReadingLimits {
    /// Longest record in bytes, line end not counted.
    static let record = 1024 * 1024
    /// Most columns of a header and most cells of a record.
    static let columns = 2_000
    /// How often a reader goes back after a quotation mark that never closes; more would let a hostile file make
    /// reading slow.
    static let rewinds = 64
}
