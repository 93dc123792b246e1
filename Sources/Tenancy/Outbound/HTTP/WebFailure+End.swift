import CLibcurl

extension WebFailure {
    /// What the end of a transfer that brought no whole answer means.
    ///
    /// - Parameters:
    ///   - refused: the last address that was not connected to because it must not be.
    ///   - wasConnected: whether it came to a connection, encryption included.
    ///   - hasBegun: whether an answer had begun.
    ///   - isBodyBegun: whether its body had.
    init(_ end: TransferEnd, refused: NetworkAddress?, wasConnected: Bool, hasBegun: Bool, isBodyBegun: Bool) {
        self =
            switch CURLcode(rawValue: end.code) {
            case CURLE_COULDNT_CONNECT, CURLE_INTERFACE_FAILED:
                refused.map(WebFailure.forbiddenAddress) ?? .unreachable
            case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .unknownName
            case CURLE_OPERATION_TIMEDOUT: .tooSlow(hasBegun ? .reading : wasConnected ? .waiting : .connecting)
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
                CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
                .untrusted
            case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING, CURLE_HTTP2_STREAM,
                CURLE_HTTP2:
                .broken
            case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING: .malformed
            // What libcurl says of a line that is longer than its own room for one (100 KB).
            case CURLE_OUT_OF_MEMORY where hasBegun && !isBodyBegun: .headersTooLarge
            default: .other(Int(end.code))
            }
    }
}
