/// Records of a file in flat storage, so that a record costs no allocation. Cells are valid UTF-8.
struct RecordBatch {
    /// Where a cell's text lies in `bytes`.
    struct Cell {
        var start: Int32
        var end: Int32
    }

    struct Record {
        var line: Int
        var rawStart: Int32
        var rawEnd: Int32
        var firstCell: Int32
        var cellCount: Int32
    }

    /// Bytes after which a batch is handed on whatever its number of records.
    static let softLimit = 4 * 1024 * 1024

    /// Raw records, and behind each the text of those of its cells that differ from their raw bytes.
    var bytes: [UInt8] = []
    var cells: [Cell] = []
    var records: [Record] = []
    var rejects: [RowReject] = []

    var count: Int { records.count + rejects.count }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
        records.removeAll(keepingCapacity: true)
        rejects.removeAll(keepingCapacity: true)
    }
}
