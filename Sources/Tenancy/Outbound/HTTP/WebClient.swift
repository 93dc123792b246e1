import CLibcurl
import Foundation
import HTTPTypes

/// Asks web servers. The one place that speaks HTTP to the outside: vets addresses, follows redirects itself and keeps to limits.
/// Knows nothing of manners (robots, pace, retries); `Visitor` does.
package struct WebClient: Sendable {
    /// Who we say we are, the same everywhere: a name, a version, and where to complain.
    package let userAgent: String
    package let reach: Reach
    /// Redirects that are followed.
    package static let mostRedirects = 3

    private let thread: TransferThread
    private let certificates: String?
    private let names: [String]
    private let proxy: WebProxy?
    private let book: NameBook
    private let mayConnect: @Sendable (NetworkAddress) -> Bool
    /// Whether addresses are looked at before names are resolved. Only a test that watches the sockets has it off.
    private let vetsFirst: Bool

    /// - Parameters:
    ///   - mostAtOnce: transfers at once over all hosts; what comes beyond waits.
    ///   - certificates: a file of certificates to trust instead of the machine's.
    ///   - names: addresses for names that are not looked up, as libcurl's `CURLOPT_RESOLVE` takes them (`host:port:address`).
    ///   - proxy: stands between us and everything but the addresses that `reach` names; nil for none.
    package init(
        userAgent: String, reach: Reach = Reach(), mostAtOnce: Int = 64, certificates: String? = nil,
        names: [String] = [], proxy: WebProxy? = nil
    ) {
        self.init(
            userAgent: userAgent, reach: reach, mostAtOnce: mostAtOnce, certificates: certificates, names: names,
            proxy: proxy, mayConnect: reach.allows, vetsFirst: true)
    }

    /// - Parameter book: what names stand for, where we look them up ourselves.
    init(
        userAgent: String, reach: Reach, mostAtOnce: Int = 64, certificates: String?, names: [String] = [],
        proxy: WebProxy? = nil, book: NameBook = NameBook(),
        mayConnect: @escaping @Sendable (NetworkAddress) -> Bool, vetsFirst: Bool
    ) {
        self.userAgent = userAgent
        self.reach = reach
        self.certificates = certificates
        self.names = names
        self.proxy = proxy
        self.book = book
        self.mayConnect = mayConnect
        self.vetsFirst = vetsFirst
        thread = TransferThread(name: "web", mostAtOnce: mostAtOnce)
    }

    /// Asks, follows where it is sent, and answers whatever the status is.
    ///
    /// - Parameters:
    ///   - scope: hosts that may be asked.
    ///   - jar: cookies to send and to keep; nil for none.
    /// - Throws: `WebFailure`; `CancellationError` when the task is cancelled.
    package func fetch(
        _ request: WebRequest, within scope: HostScope, jar: CookieJar? = nil,
        limits: TransferLimits = TransferLimits(), mostRedirects: Int = Self.mostRedirects
    ) async throws -> WebAnswer {
        let started = ContinuousClock.now
        var request = request
        var hops: [WebAddress] = []
        while true {
            try Task.checkCancellation()
            if vetsFirst { try vet(request.address, scope) }
            let hop = try await exchange(request, jar, limits)
            guard Self.isRedirect(hop.status), let location = hop.facts.location else {
                return WebAnswer(
                    address: request.address, status: hop.status, fields: hop.fields, body: hop.body,
                    packedBytes: hop.packedBytes, peer: hop.facts.peer, duration: .now - started, hops: hops)
            }
            guard hops.count < mostRedirects else { throw WebFailure.tooManyRedirects }
            hops.append(request.address)
            request = try Self.following(location, after: hop.status, from: request)
        }
    }

    /// What is known of an address before anything is looked up. What it stands for is vetted at the socket.
    private func vet(_ address: WebAddress, _ scope: HostScope) throws(WebFailure) {
        guard scope.contains(address.host) else { throw .strangeHost(address.host) }
        let literal = Self.literal(address)
        if let literal, reach.named.contains(literal) { return }
        if let literal, !reach.allows(literal) { throw .forbiddenAddress(literal) }
        guard address.scheme == "https", address.port == 443 else { throw .unencrypted }
    }

    /// The address that stands in the place of a name.
    private static func literal(_ address: WebAddress) -> NetworkAddress? {
        NetworkAddress(address.host.trimmingCharacters(in: ["[", "]"]), port: address.port)
    }

    /// How a server is reached. Behind a proxy the socket says nothing about it, so that everything its name stands for must be
    /// public before the proxy is asked for one of them.
    /// - Parameter limits: lose the time that looking names up takes.
    private func route(to address: WebAddress, _ limits: inout TransferLimits) async throws -> WebRoute {
        // What is named stands on this side of the proxy.
        guard let proxy, !(Self.literal(address).map(reach.named.contains) ?? false) else { return .straight }
        let started = ContinuousClock.now
        let targets = try await book.addresses(of: address.host, port: address.port, within: limits.connect)
        if let inside = targets.first(where: { !Reach.isPublic($0) }) { throw WebFailure.forbiddenAddress(inside) }
        let gates: [NetworkAddress]
        do {
            gates = try await book.addresses(of: proxy.host, port: proxy.port, within: limits.connect)
        } catch WebFailure.unknownName, WebFailure.tooSlow(_) {
            throw WebFailure.proxyFailed(nil)
        }
        limits.take(.now - started)
        // Whether the proxy gets about in version 6 is not known here.
        guard let gate = gates.first, let target = targets.first(where: \.isIPv4) ?? targets.first else {
            throw WebFailure.unknownName
        }
        return .through(proxy, gate: gate, target: target)
    }

    private func exchange(_ request: WebRequest, _ jar: CookieJar?, _ limits: TransferLimits) async throws -> Hop {
        var limits = limits
        let route = try await route(to: request.address, &limits)
        let (gate, mayConnect) = (route.gate, mayConnect)
        let exchange = HTTPExchange(
            limits: limits, isEncrypted: request.address.scheme == "https", isProxied: gate != nil
        ) { address in
            if let gate { gate == address } else { mayConnect(address) }
        }
        let cookies = jar?.contents
        let (userAgent, certificates, names, patience) = (userAgent, certificates, names, limits)
        let end = await thread.perform(exchange) { handle in
            Self.prepare(handle, request, patience, cookies)
            route.prepare(handle)
            handle.set(CURLOPT_USERAGENT, userAgent)
            if let certificates { handle.set(CURLOPT_CAINFO, certificates) }
            if !names.isEmpty { handle.set(CURLOPT_RESOLVE, list: names) }
        }
        try Task.checkCancellation()
        var hop = try exchange.result(end)
        // To libcurl it is the proxy.
        if let target = route.target { hop.facts.peer = target }
        if let jar, let cookies { jar.merge(hop.facts.cookies, before: cookies, now: time(nil)) }
        return hop
    }

    private static func prepare(
        _ handle: EasyHandle, _ request: WebRequest, _ limits: TransferLimits, _ cookies: [String]?
    ) {
        handle.set(CURLOPT_PROTOCOLS_STR, "https,http")
        handle.set(CURLOPT_URL, request.address.description)
        // What is not normalised must not become another address on the way.
        handle.set(CURLOPT_PATH_AS_IS, 1)
        handle.set(CURLOPT_FOLLOWLOCATION, 0)
        handle.set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
        // A handshake says whether a connection can be shared. Without one the first answer does: whoever waited for it would wait
        // for a site that does not answer somebody else.
        if request.address.scheme == "https" { handle.set(CURLOPT_PIPEWAIT, 1) }
        handle.set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        handle.set(CURLOPT_SSL_VERIFYPEER, 1)
        handle.set(CURLOPT_SSL_VERIFYHOST, 2)
        handle.set(milliseconds: CURLOPT_CONNECTTIMEOUT_MS, limits.connect)
        handle.set(milliseconds: CURLOPT_TIMEOUT_MS, limits.total)
        handle.set(CURLOPT_LOW_SPEED_LIMIT, limits.stallBytes)
        handle.set(seconds: CURLOPT_LOW_SPEED_TIME, limits.stall)
        handle.set(seconds: CURLOPT_MAXAGE_CONN, limits.idle)
        // We unpack ourselves: libcurl does not notice a packed body that ends too early.
        handle.set(CURLOPT_HTTP_CONTENT_DECODING, 0)
        if let cookies {
            // An empty name switches cookies on without reading a file.
            handle.set(CURLOPT_COOKIEFILE, "")
            for line in cookies { handle.set(CURLOPT_COOKIELIST, line) }
        }
        var lines = (Array(request.fields) + Array(request.secretFields)).map { "\($0.name.rawName): \($0.value)" }
        lines.append("Accept-Encoding: gzip")
        if request.fields[.accept] == nil { lines.append("Accept: */*") }
        // Waiting for 100 Continue is of no use to anybody here.
        lines.append("Expect:")
        if case .post(let body) = request.kind { handle.post(body) }
        handle.set(CURLOPT_HTTPHEADER, list: lines)
    }

    private static func isRedirect(_ status: Int) -> Bool {
        [301, 302, 303, 307, 308].contains(status)
    }

    /// The next request (RFC 9110 §15.4): a form is not posted again unless the status says so, and what is secret stays with the
    /// origin it was meant for.
    private static func following(
        _ location: String, after status: Int, from request: WebRequest
    ) throws(WebFailure) -> WebRequest {
        var next = request
        do { next.address = try WebAddress(location) } catch { throw .address(error) }
        if status <= 303, case .post = request.kind {
            next.kind = .get
            next.fields[.contentType] = nil
        }
        if next.address.origin != request.address.origin {
            next.secretFields = [:]
            // A body may hold a password as well.
            if case .post = next.kind { throw .strangeHost(next.address.host) }
        }
        return next
    }
}
