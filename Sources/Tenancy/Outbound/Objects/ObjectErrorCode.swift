/// The short code in what a store says of an error (`SlowDown`). Everything else it says is left out.
enum ObjectErrorCode {
    /// Bytes of such an answer that are kept.
    static let mostBytes = 16_384
    private static let longest = 64

    /// - Returns: nil where there is none.
    static func read(_ body: [UInt8]) -> String? {
        let text = String(decoding: body.prefix(mostBytes), as: UTF8.self)
        guard let start = text.firstRange(of: "<Code>")?.upperBound,
            let end = text[start...].firstRange(of: "</Code>")?.lowerBound
        else { return nil }
        let code = text[start..<end]
        guard (1...longest).contains(code.utf8.count),
            code.utf8.allSatisfy({ byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            })
        else { return nil }
        return String(code)
    }

    /// What a store means by "not now", whatever status it gives.
    static let transient: Set<String> = [
        "InternalError", "OperationAborted", "RequestTimeout", "ServiceUnavailable", "SlowDown", "Throttling",
        "ThrottlingException", "TooManyRequests", "RequestLimitExceeded",
    ]
}
