/// One record of a batch, valid only while the batch's storage is.
struct RecordView {
    let bytes: UnsafeBufferPointer<UInt8>
    let cells: UnsafeBufferPointer<RecordBatch.Cell>
    let line: Int
    let raw: UnsafeBufferPointer<UInt8>

    /// The trimmed text of a cell; empty when there is no such cell.
    @inline(__always)
    func cell(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        guard index >= 0, index < cells.count else { return UnsafeBufferPointer(rebasing: bytes[0..<0]) }
        let cell = cells[index]
        return CellTrim.trimmed(UnsafeBufferPointer(rebasing: bytes[Int(cell.start)..<Int(cell.end)]))
    }
}
