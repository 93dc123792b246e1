import Catalog

extension RawRecordKey {
    /// Where the record is, for a person.
    var words: String { "line \(line) of run \("\(run)".lowercased())" }
}
