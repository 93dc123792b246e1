import CLibcurl

/// How a transfer ended.
struct TransferEnd: Sendable {
    /// libcurl's own code; 0 is success.
    let code: CURLcode.RawValue
    /// What the other side said last, beside goodbye; nil if it said nothing.
    let reply: ServerReply?

    var isComplete: Bool { code == CURLE_OK.rawValue }

    /// The end of what was withdrawn before anything happened.
    static let withdrawn = TransferEnd(code: CURLE_ABORTED_BY_CALLBACK.rawValue, reply: nil)
}
