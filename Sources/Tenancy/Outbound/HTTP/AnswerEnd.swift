import HTTPTypes

/// How the end of an answer is told (RFC 9112 §6.3), so that a part of one is not taken for the whole.
///
/// libcurl 7.88 calls a transfer complete when the connection ends in the middle of the header, and when a body without a length was cut
/// off below its encryption. So it is looked at here once more.
struct AnswerEnd: Sendable, Hashable {
    /// The header has come to its empty line.
    private(set) var isHeaderComplete = false
    /// HTTP/2 frames everything, and libcurl holds it against that.
    private var isFramed = false
    private var isChunked = false
    private var length: Int?
    /// Some statuses never have a body, whatever their fields say.
    private var hasNoBody = false
    /// The status says no, or not now. That stands in a header that is whole, and the body is no more than words about it.
    private var saysNo = false

    /// - Parameter version: the first word of the status line.
    init(version: some Collection<UInt8>) {
        isFramed = version.elementsEqual("HTTP/2".utf8) || version.elementsEqual("HTTP/3".utf8)
    }

    /// Takes note of a field.
    /// - Returns: false for a length that is none, or another one than before: that is how one answer is smuggled into another
    ///   (RFC 9110 §8.6).
    mutating func read(_ name: HTTPField.Name, _ value: String) -> Bool {
        switch name {
        case .contentLength:
            guard !value.isEmpty, value.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
                let number = Int(value), length == nil || length == number
            else { return false }
            length = number
        case .transferEncoding:
            let last = value.split(separator: ",").last ?? ""
            isChunked = last.lowercased().filter { $0 != " " && $0 != "\t" } == "chunked"
        default: break
        }
        return true
    }

    /// The empty line after the fields.
    mutating func endHeader(status: Int) {
        isHeaderComplete = true
        hasNoBody = status == 204 || status == 304
        saysNo = status >= 400
    }

    /// Nothing but the end of the connection tells where the body ends.
    var isByHangingUp: Bool { isHeaderComplete && !hasNoBody && !isFramed && !isChunked && length == nil }

    /// Whether everything has come.
    /// - Parameters:
    ///   - bytes: of the body, as they were sent.
    ///   - heardGoodbye: whether the connection was ended by the one who answered, as far as that can be known.
    func isWhole(bytes: Int, heardGoodbye: Bool) -> Bool {
        guard isHeaderComplete else { return false }
        if hasNoBody || isFramed || isChunked { return true }
        return length.map { $0 == bytes } ?? (heardGoodbye || saysNo)
    }
}
