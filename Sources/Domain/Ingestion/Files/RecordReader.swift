/// Reads records of whatever format a file has.
enum RecordReader {
    case delimited(DelimitedReader)
    case json(JSONReader)

    /// Appends records and rejects to the batch. False at the end of the file.
    mutating func read(into batch: inout RecordBatch, maximum: Int) throws(PriceBookProblem) -> Bool {
        switch self {
        case .delimited(var reader):
            defer { self = .delimited(reader) }
            return try reader.read(into: &batch, maximum: maximum)
        case .json(var reader):
            defer { self = .json(reader) }
            return try reader.read(into: &batch, maximum: maximum)
        }
    }

    /// The names found in the file.
    var header: [String] {
        switch self {
        case .delimited(let reader): reader.header
        case .json(let reader): reader.header
        }
    }

    /// Records that were not UTF-8 under `.auto`.
    var foreignRecords: Int {
        switch self {
        case .delimited(let reader): reader.foreignRecords
        case .json(let reader): reader.foreignRecords
        }
    }

    var lacksFinalLineEnd: Bool {
        if case .delimited(let reader) = self { reader.lacksFinalLineEnd } else { false }
    }
}
