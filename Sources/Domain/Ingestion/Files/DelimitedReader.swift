/// Reads comma, semicolon or tab separated values.
struct DelimitedReader {
    private let window: ByteWindow
    private var scanner: DelimitedScanner
    private var encoder: CellEncoder
    private var line = 1
    private var rewindsLeft = ReadingLimits.rewinds
    /// True while the rest of a line that was too long is dropped.
    private var isSkipping = false
    private var hasEnded = false
    private let headerBytes: [UInt8]

    /// The names of the first line, trimmed; two of the same name are told apart as in `ColumnNames`.
    let header: [String]
    /// Records that were not UTF-8 under `.auto`.
    var foreignRecords: Int { encoder.foreignRecords }
    /// Set at the end: the file has no line end after its last record.
    private(set) var lacksFinalLineEnd = false

    /// Reads the header.
    init(window: ByteWindow, separator: UInt8) throws(PriceBookProblem) {
        var scanner = DelimitedScanner(separator: separator)
        var encoder = CellEncoder(encoding: window.encoding)
        var length = 0
        var next = 0
        search: while true {
            let outcome = window.withBytes { scanner.scan($0, isComplete: window.isComplete) }
            switch outcome {
            case .record(let recordLength, let recordNext):
                length = recordLength
                next = recordNext
                break search
            case .tooManyCells:
                throw PriceBookProblem(
                    .tooManyColumns,
                    "The header has more than \(ReadingLimits.columns) columns; this is not a price book.")
            case .incomplete(let inQuotes):
                if window.isComplete || window.count > ReadingLimits.record {
                    throw Self.headerProblem(inQuotes: inQuotes, isComplete: window.isComplete)
                }
                try window.fill()
            }
        }
        guard length <= ReadingLimits.record else { throw Self.headerProblem(inQuotes: false, isComplete: false) }
        var batch = RecordBatch()
        let raw = window.withBytes { Array($0[..<length]) }
        let spans = scanner.spans
        let names: [String] = raw.withUnsafeBufferPointer { bytes in
            _ = encoder.append(bytes, spans: spans, hasHighBytes: scanner.hasHighBytes, line: 1, to: &batch)
            return batch.cells.map { cell in
                String(decoding: batch.bytes[Int(cell.start)..<Int(cell.end)], as: UTF8.self)
            }
        }
        self.window = window
        self.scanner = scanner
        self.encoder = encoder
        header = names
        headerBytes = raw
        line += scanner.innerLines + 1
        window.consume(next)
    }

    /// Appends records and rejects until the batch has `maximum` of them or is large.
    /// - Returns: false at the end of the file.
    mutating func read(into batch: inout RecordBatch, maximum: Int) throws(PriceBookProblem) -> Bool {
        while batch.count < maximum, batch.bytes.count < RecordBatch.softLimit {
            if hasEnded { return false }
            try step(into: &batch)
        }
        return true
    }

    private mutating func step(into batch: inout RecordBatch) throws(PriceBookProblem) {
        if isSkipping {
            try skip()
            return
        }
        if window.isComplete, window.count == 0 {
            hasEnded = true
            return
        }
        switch window.withBytes({ scanner.scan($0, isComplete: window.isComplete) }) {
        case .record(let length, let next): take(length: length, next: next, into: &batch)
        case .tooManyCells:
            reject("has more than \(ReadingLimits.columns) cells", into: &batch)
            isSkipping = true
        case .incomplete(let inQuotes):
            if window.count > ReadingLimits.record {
                giveUp(inQuotes: inQuotes, reason: "is longer than 1 MiB", into: &batch)
            } else if window.isComplete {
                giveUp(
                    inQuotes: inQuotes,
                    reason: "opens a quotation mark that is never closed; the file seems to be cut off", into: &batch)
            } else {
                try window.fill()
            }
        }
    }

    private mutating func take(length: Int, next: Int, into batch: inout RecordBatch) {
        defer {
            line += scanner.innerLines + 1
            window.consume(next)
        }
        let isLast = next == length
        if isLast { lacksFinalLineEnd = true }
        if length == 0 || isBlank(length) { return }
        if length > ReadingLimits.record {
            reject("is longer than 1 MiB", into: &batch, length: length)
            return
        }
        if scanner.hasNul {
            let column = columnOfNul()
            reject("holds a NUL byte", into: &batch, length: length, column: column)
            return
        }
        if let reason = countProblem(isLast: isLast) {
            reject(reason, into: &batch, length: length)
            return
        }
        if length == headerBytes.count, window.withBytes({ $0[..<length].elementsEqual(headerBytes) }) {
            reject("repeats the header", into: &batch, length: length)
            return
        }
        let badSpan = window.withBytes { bytes in
            encoder.append(
                UnsafeBufferPointer(rebasing: bytes[..<length]), spans: scanner.spans,
                hasHighBytes: scanner.hasHighBytes, line: line, to: &batch)
        }
        if let badSpan {
            let column = badSpan < header.count ? header[badSpan] : nil
            reject("is not valid UTF-8", into: &batch, length: length, column: column)
        }
    }

    /// Nothing but spaces in the only cell.
    private func isBlank(_ length: Int) -> Bool {
        scanner.spans.count == 1 && header.count > 1 && window.withBytes { $0[..<length].allSatisfy { $0 <= 0x20 } }
    }

    private func countProblem(isLast: Bool) -> String? {
        let spans = scanner.spans
        if spans.count == header.count { return nil }
        if spans.count > header.count {
            let extra = spans[header.count...]
            if extra.allSatisfy({ $0.start == $0.end }) { return nil }
        }
        let ending = isLast && spans.count < header.count ? "; the file seems to be cut off" : ""
        let cells = spans.count == 1 ? "1 cell" : "\(spans.count) cells"
        return "has \(cells) where the header has \(header.count)\(ending)"
    }

    private func columnOfNul() -> String? {
        let index = window.withBytes { bytes in
            scanner.spans.firstIndex { bytes[$0.start..<$0.end].contains(0) }
        }
        return index.flatMap { $0 < header.count ? header[$0] : nil }
    }

    /// A record without an end in reach: its first line is rejected and reading goes on after that line. Only when
    /// that happens too often, or there is no line end in reach, everything up to the next line end is dropped.
    private mutating func giveUp(inQuotes: Bool, reason: String, into batch: inout RecordBatch) {
        let lineEnd = window.withBytes { $0.firstIndex(of: 0x0A) }
        if inQuotes, let lineEnd, rewindsLeft > 0 {
            rewindsLeft -= 1
            let isLong = lineEnd > ReadingLimits.record
            let why =
                isLong || window.isComplete
                ? reason : "opens a quotation mark that is not closed within 1 MiB"
            reject(why, into: &batch, length: lineEnd)
            window.consume(lineEnd + 1)
            line += 1
            return
        }
        reject(reason, into: &batch)
        if window.isComplete {
            line += scanner.innerLines
            window.consume(window.count)
        } else {
            line += scanner.innerLines
            isSkipping = true
            if inQuotes { window.consume(window.count) }
        }
    }

    private mutating func skip() throws(PriceBookProblem) {
        if let lineEnd = window.withBytes({ $0.firstIndex(of: 0x0A) }) {
            window.consume(lineEnd + 1)
            line += 1
            isSkipping = false
            return
        }
        window.consume(window.count)
        if window.isComplete { hasEnded = true } else { try window.fill() }
    }

    private mutating func reject(
        _ reason: String, into batch: inout RecordBatch, length: Int? = nil, column: String? = nil
    ) {
        let raw = window.withBytes { Array($0.prefix(min(length ?? $0.count, RowReject.rawLimit))) }
        batch.rejects.append(RowReject(line: line, column: column, reason: "Line \(line) \(reason).", raw: raw))
    }

    private static func headerProblem(inQuotes: Bool, isComplete: Bool) -> PriceBookProblem {
        let detail =
            !isComplete ? "is longer than 1 MiB" : inQuotes ? "opens a quotation mark that is never closed" : "is empty"
        return PriceBookProblem(.headerTooLong, "The first line \(detail); this is not a price book.")
    }
}
