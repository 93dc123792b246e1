import CLibcurl

/// The way a request takes.
enum WebRoute: Sendable {
    /// To what the address stands for, looked up by libcurl and vetted at the socket.
    case straight
    /// By the proxy at `gate` to `target`, which was looked up and vetted by us. The proxy is told the address and never the name, so
    /// that it cannot be led elsewhere.
    case through(WebProxy, gate: NetworkAddress, target: NetworkAddress)

    /// The machine that answers, where that is known before.
    var target: NetworkAddress? {
        switch self {
        case .straight: nil
        case .through(_, _, let target): target
        }
    }

    /// The only address a socket may be connected to; nil where that is for others to say.
    var gate: NetworkAddress? {
        switch self {
        case .straight: nil
        case .through(_, let gate, _): gate
        }
    }

    func prepare(_ handle: EasyHandle) {
        guard case .through(let proxy, let gate, let target) = self else { return }
        handle.set(CURLOPT_PROXY, "http://\(gate)")
        handle.set(CURLOPT_HTTPPROXYTUNNEL, 1)
        // Name, certificate and Host stay those of the address that is asked.
        handle.set(CURLOPT_CONNECT_TO, list: ["::\(target)"])
        // What the proxy says is no part of the answer, and what is said to the server is not for the proxy.
        handle.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        handle.set(CURLOPT_HEADEROPT, Int(CURLHEADER_SEPARATE))
        if let user = proxy.user, let password = proxy.password {
            handle.set(CURLOPT_PROXYUSERNAME, secret: user)
            handle.set(CURLOPT_PROXYPASSWORD, secret: password)
        }
    }
}
