/// The part of a file's text a reader looks at: grows at the end by `fill`, shrinks at the front by `consume`.
/// UTF-16 arrives here as UTF-8; other encodings keep their bytes, since their separators are ASCII.
final class ByteWindow {
    private static let chunk = 256 * 1024

    private let source: ByteSource
    private var transcoder: UTF16Transcoder?
    private var scratch: [UInt8] = []
    private var bytes = [UInt8](repeating: 0, count: 2 * ByteWindow.chunk)
    private var start = 0
    private var end = 0
    /// True once the last byte of the file is in the window.
    private(set) var isComplete = false
    /// The encoding, after a look at the byte order mark.
    private(set) var encoding: TextEncoding

    init(source: ByteSource, encoding: TextEncoding) throws(PriceBookProblem) {
        self.source = source
        self.encoding = encoding
        while end < 4, !isComplete { try readPlain() }
        skipByteOrderMark()
    }

    var count: Int { end - start }
    var progress: PriceBookProgress {
        PriceBookProgress(bytesRead: source.bytesRead, totalBytes: source.totalBytes)
    }

    /// The bytes in the window, for the length of `body`.
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    /// Drops bytes at the front.
    func consume(_ count: Int) { start = min(start + count, end) }

    /// Adds more of the file at the end, or sets `isComplete`.
    func fill() throws(PriceBookProblem) {
        guard !isComplete else { return }
        if transcoder == nil { try readPlain() } else { try readTranscoded() }
    }

    private func readPlain() throws(PriceBookProblem) {
        makeRoom(Self.chunk)
        let count = try bytes.withUnsafeMutableBufferPointer { room throws(PriceBookProblem) in
            try source.read(into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: room[end...])))
        }
        end += count
        if count == 0 { isComplete = true }
    }

    private func readTranscoded() throws(PriceBookProblem) {
        if scratch.isEmpty { scratch = [UInt8](repeating: 0, count: Self.chunk / 4) }
        let count = try scratch.withUnsafeMutableBufferPointer { room throws(PriceBookProblem) in
            try source.read(into: UnsafeMutableRawBufferPointer(room))
        }
        if count == 0 { isComplete = true }
        transcode(scratch[..<count])
    }

    private func transcode(_ piece: ArraySlice<UInt8>) {
        var text: [UInt8] = []
        text.reserveCapacity(piece.count * 3 / 2 + 4)
        piece.withUnsafeBytes { transcoder?.append($0, to: &text) }
        if isComplete { transcoder?.finish(into: &text) }
        makeRoom(text.count)
        bytes.replaceSubrange(end..<(end + text.count), with: text)
        end += text.count
    }

    /// Moves the window to the front of its storage, and enlarges the storage only when that is not enough.
    private func makeRoom(_ count: Int) {
        if bytes.count - end >= count { return }
        if start > 0 {
            bytes.withUnsafeMutableBytes { room in
                guard let base = room.baseAddress else { return }
                base.copyMemory(from: base + start, byteCount: end - start)
            }
            end -= start
            start = 0
        }
        let missing = count - (bytes.count - end)
        if missing > 0 { bytes.append(contentsOf: repeatElement(0, count: max(missing, bytes.count / 2))) }
    }

    private func skipByteOrderMark() {
        let first = Array(bytes[start..<min(start + 3, end)])
        if first == [0xEF, 0xBB, 0xBF] {
            start += 3
            if encoding != .auto { encoding = .utf8 }
            return
        }
        let littleEndian = first.starts(with: [0xFF, 0xFE])
        let bigEndian = first.starts(with: [0xFE, 0xFF])
        guard littleEndian || bigEndian || encoding == .utf16 else { return }
        transcoder = UTF16Transcoder(isBigEndian: bigEndian)
        let plain = bytes[(start + (littleEndian || bigEndian ? 2 : 0))..<end]
        start = 0
        end = 0
        transcode(plain)
        encoding = .utf8
    }
}
