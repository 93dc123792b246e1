/// A row type that reads its columns in the order the statement lists them.
package protocol RowDecodable: Sendable {
    init(row: inout RowReader) throws
}
