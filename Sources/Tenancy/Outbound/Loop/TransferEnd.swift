import CLibcurl

/// How a transfer ended.
struct TransferEnd: Sendable {
    /// libcurl's own code; 0 is success.
    let code: CURLcode.RawValue

    init(_ code: CURLcode) {
        self.code = code.rawValue
    }

    var isComplete: Bool { code == CURLE_OK.rawValue }

    /// The end of what was withdrawn before anything happened.
    static let withdrawn = TransferEnd(CURLE_ABORTED_BY_CALLBACK)
}
