import Documents

/// Reads an array of JSON objects, or JSON Lines. Each object becomes one record with a cell per path.
struct JSONReader {
    private let window: ByteWindow
    private let paths: [JSONPath]
    private let isArray: Bool
    private var line = 1
    private var foreign = 0
    private var hasEnded = false
    /// True while bytes up to the next line that starts an object are dropped.
    private var isSkipping = false
    private var hasSeenEndOfArray = false

    /// The names of the first object, for the sentence that tells which columns are missing.
    private(set) var header: [String] = []
    /// Which paths the first object has.
    private(set) var pathsInFirst: [Bool] = []
    var foreignRecords: Int { foreign }

    /// Reads up to the first object.
    init(window: ByteWindow, paths: [JSONPath], isArray: Bool) throws(PriceBookProblem) {
        self.window = window
        self.paths = paths
        self.isArray = isArray
        try skipSpace()
        if isArray {
            guard first() == UInt8(ascii: "[") else {
                throw PriceBookProblem(.wrongFormat, "The file is not a JSON list of objects.")
            }
            window.consume(1)
            try skipSpace()
        }
        if !isArray || first() != UInt8(ascii: "]") {
            guard first() == UInt8(ascii: "{") else {
                throw PriceBookProblem(.wrongFormat, "The file is not JSON with one object per price.")
            }
        }
        try examineFirst()
    }

    mutating func read(into batch: inout RecordBatch, maximum: Int) throws(PriceBookProblem) -> Bool {
        while batch.count < maximum, batch.bytes.count < RecordBatch.softLimit {
            if hasEnded { return false }
            try step(into: &batch)
        }
        return true
    }

    private mutating func step(into batch: inout RecordBatch) throws(PriceBookProblem) {
        if isSkipping { try skipToLineStart() }
        try skipSpace()
        guard let byte = first() else {
            hasEnded = true
            if isArray, !hasSeenEndOfArray {
                reject("is where the list stops without an end; the file seems to be cut off", [], &batch)
            }
            return
        }
        if byte == UInt8(ascii: ",") {
            window.consume(1)
            return
        }
        if isArray, byte == UInt8(ascii: "]") {
            hasSeenEndOfArray = true
            window.consume(1)
            return
        }
        guard byte == UInt8(ascii: "{"), !hasSeenEndOfArray else {
            let reason = hasSeenEndOfArray ? "follows the end of the list" : "does not start an object"
            reject(reason, window.withBytes { Array($0.prefix(200)) }, &batch)
            isSkipping = true
            return
        }
        try takeObject(into: &batch)
    }

    private mutating func takeObject(into batch: inout RecordBatch) throws(PriceBookProblem) {
        var scanner = JSONScanner()
        while true {
            if !isArray, let lineEnd = window.withBytes({ $0.firstIndex(of: 0x0A) }), lineEnd <= ReadingLimits.record {
                // One object per line: a broken line must not swallow the next.
                let length = window.withBytes { scanner.scan(UnsafeBufferPointer(rebasing: $0[..<lineEnd])) }
                take(length: length ?? lineEnd, into: &batch)
                return
            }
            if isArray, let length = window.withBytes({ scanner.scan($0) }), length <= ReadingLimits.record {
                take(length: length, into: &batch)
                return
            }
            if window.count > ReadingLimits.record {
                reject("is longer than 1 MiB", window.withBytes { Array($0.prefix(RowReject.rawLimit)) }, &batch)
                isSkipping = true
                window.consume(1)
                return
            }
            if window.isComplete {
                let length = window.withBytes { bytes in
                    var fresh = JSONScanner()
                    return fresh.scan(bytes)
                }
                if let length {
                    take(length: length, into: &batch)
                    return
                }
                reject(
                    "is not complete; the file seems to be cut off",
                    window.withBytes { Array($0.prefix(RowReject.rawLimit)) }, &batch)
                hasSeenEndOfArray = true
                isSkipping = true
                window.consume(window.count)
                return
            }
            try window.fill()
        }
    }

    private mutating func take(length: Int, into batch: inout RecordBatch) {
        let raw = window.withBytes { Array($0[..<length]) }
        var text = raw
        if raw.contains(where: { $0 >= 0x80 }), !raw.withUnsafeBufferPointer(UTF8Check.isValid) {
            guard window.encoding != .utf8 else {
                reject("is not valid UTF-8", raw, &batch)
                finish(raw)
                return
            }
            foreign += 1
            text = []
            SingleByteText.appendUTF8(of: raw, to: &text)
        }
        do throws(JSONProblem) {
            let value = try text.withUnsafeBufferPointer { bytes throws(JSONProblem) in try JSONParser.parse(bytes) }
            append(value, raw: raw, to: &batch)
        } catch {
            reject("is not a JSON object: \(error.reason)", raw, &batch)
        }
        finish(raw)
    }

    private mutating func finish(_ raw: [UInt8]) {
        line += raw.count { $0 == 0x0A }
        window.consume(raw.count)
    }

    private func append(_ value: JSONValue, raw: [UInt8], to batch: inout RecordBatch) {
        let texts = paths.map { path in path.value(in: value)?.cellText ?? "" }
        if let nul = texts.firstIndex(where: { $0.utf8.contains(0) }) {
            batch.rejects.append(
                RowReject(line: line, column: paths[nul].text, reason: "Line \(line) holds a NUL byte.", raw: raw))
            return
        }
        let base = batch.bytes.count
        batch.bytes.append(contentsOf: raw)
        batch.records.append(
            RecordBatch.Record(
                line: line, rawStart: Int32(base), rawEnd: Int32(base + raw.count), firstCell: Int32(batch.cells.count),
                cellCount: Int32(paths.count)))
        for text in texts {
            let start = Int32(batch.bytes.count)
            batch.bytes.append(contentsOf: text.utf8)
            batch.cells.append(RecordBatch.Cell(start: start, end: Int32(batch.bytes.count)))
        }
    }

    /// Looks at the first object without consuming it.
    private mutating func examineFirst() throws(PriceBookProblem) {
        var scanner = JSONScanner()
        while true {
            if let length = window.withBytes({ scanner.scan($0) }) {
                let value = window.withBytes { bytes in
                    try? JSONParser.parse(UnsafeBufferPointer(rebasing: bytes[..<length]))
                }
                guard let value, case .object(let members) = value else { break }
                header = members.map(\.key)
                pathsInFirst = paths.map { $0.value(in: value) != nil }
                return
            }
            if window.isComplete || window.count > ReadingLimits.record { break }
            try window.fill()
        }
        pathsInFirst = paths.map { _ in true }
    }

    private mutating func skipSpace() throws(PriceBookProblem) {
        while true {
            let (spaces, lines) = window.withBytes { bytes in
                let spaces = bytes.prefix { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
                return (spaces.count, spaces.count { $0 == 0x0A })
            }
            line += lines
            window.consume(spaces)
            if window.count > 0 || window.isComplete { return }
            try window.fill()
        }
    }

    /// Goes to the next line whose first byte past spaces starts an object or ends the list.
    private mutating func skipToLineStart() throws(PriceBookProblem) {
        while let lineEnd = try nextLineEnd() {
            window.consume(lineEnd + 1)
            line += 1
            try skipSpace()
            let byte = first()
            if byte == UInt8(ascii: "{") || (isArray && byte == UInt8(ascii: "]")) { break }
            if byte == nil { break }
        }
        isSkipping = false
    }

    private mutating func nextLineEnd() throws(PriceBookProblem) -> Int? {
        while true {
            if let lineEnd = window.withBytes({ $0.firstIndex(of: 0x0A) }) { return lineEnd }
            window.consume(window.count)
            if window.isComplete { return nil }
            try window.fill()
        }
    }

    private func first() -> UInt8? { window.withBytes { $0.first } }

    private func reject(_ reason: String, _ raw: [UInt8], _ batch: inout RecordBatch) {
        batch.rejects.append(RowReject(line: line, column: nil, reason: "Line \(line) \(reason).", raw: raw))
    }
}
