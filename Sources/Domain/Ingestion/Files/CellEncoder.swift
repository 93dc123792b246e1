/// Copies a record into a batch with its cells as UTF-8.
struct CellEncoder {
    private let encoding: TextEncoding
    /// Records that were not UTF-8 under `.auto`.
    private(set) var foreignRecords = 0

    init(encoding: TextEncoding) { self.encoding = encoding }

    /// - Returns: the index of the first cell that is not valid in the declared encoding, in which case nothing was
    ///   appended; `nil` when all is well.
    mutating func append(
        _ bytes: UnsafeBufferPointer<UInt8>, spans: [DelimitedScanner.Span], hasHighBytes: Bool, line: Int,
        to batch: inout RecordBatch
    ) -> Int? {
        var isForeign = false
        if hasHighBytes {
            switch encoding {
            case .windows1252, .latin1: isForeign = true
            case .auto: isForeign = !UTF8Check.isValid(bytes)
            case .utf8, .utf16:
                if !UTF8Check.isValid(bytes) {
                    return spans.firstIndex {
                        !UTF8Check.isValid(UnsafeBufferPointer(rebasing: bytes[$0.start..<$0.end]))
                    } ?? 0
                }
            }
            if isForeign, encoding == .auto { foreignRecords += 1 }
        }
        let base = batch.bytes.count
        batch.bytes.append(contentsOf: bytes)
        let record = RecordBatch.Record(
            line: line, rawStart: Int32(base), rawEnd: Int32(base + bytes.count), firstCell: Int32(batch.cells.count),
            cellCount: Int32(spans.count))
        for span in spans {
            let isPlain = !span.needsUnquoting && !isForeign
            batch.cells.append(
                isPlain
                    ? RecordBatch.Cell(start: Int32(base + span.start), end: Int32(base + span.end))
                    : appendText(
                        UnsafeBufferPointer(rebasing: bytes[span.start..<span.end]),
                        needsUnquoting: span.needsUnquoting, isForeign: isForeign, to: &batch.bytes))
        }
        batch.records.append(record)
        return nil
    }

    private func appendText(
        _ bytes: UnsafeBufferPointer<UInt8>, needsUnquoting: Bool, isForeign: Bool, to output: inout [UInt8]
    ) -> RecordBatch.Cell {
        let start = output.count
        if needsUnquoting, isForeign {
            var text: [UInt8] = []
            DelimitedCell.appendText(of: bytes, to: &text)
            SingleByteText.appendUTF8(of: text, to: &output)
        } else if needsUnquoting {
            DelimitedCell.appendText(of: bytes, to: &output)
        } else {
            SingleByteText.appendUTF8(of: bytes, to: &output)
        }
        return RecordBatch.Cell(start: Int32(start), end: Int32(output.count))
    }
}
