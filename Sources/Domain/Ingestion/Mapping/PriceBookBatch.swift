/// The next rows of a price book, in the order of the file.
package struct PriceBookBatch: Sendable {
    package var rows: [PriceBookRow] = []
    package var rejects: [RowReject] = []
}
