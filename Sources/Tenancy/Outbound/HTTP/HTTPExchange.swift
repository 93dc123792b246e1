import CLibcurl
import Compression
import HTTPTypes
import Synchronization

/// Listens to one hop: one request and its answer, without redirects. Takes the answer in while holding it against the limits.
final class HTTPExchange: TransferListener {
    private struct State {
        var status = 0
        var fields = HTTPFields()
        var headerBytes = 0
        var packedBytes = 0
        var body: [UInt8] = []
        var inflater: Inflater?
        var problem: WebFailure?
        var facts = HopFacts()
        /// How the answer ends; nil until its status line has come.
        var end: AnswerEnd?
        var isBodyBegun = false
        /// Without encryption nothing tells an end from a cut.
        var hasHeardGoodbye: Bool

        var hasBegun: Bool { end != nil }
    }

    private let limits: TransferLimits
    private let isAllowed: @Sendable (NetworkAddress) -> Bool
    private let isProxied: Bool
    private let started = ContinuousClock.now
    private let state: Mutex<State>

    /// - Parameters:
    ///   - isEncrypted: whether the answer comes over TLS, whose goodbye tells an end from a cut.
    ///   - isProxied: whether a proxy stands between us and the server.
    init(
        limits: TransferLimits, isEncrypted: Bool, isProxied: Bool = false,
        mayConnect: @escaping @Sendable (NetworkAddress) -> Bool
    ) {
        self.limits = limits
        self.isProxied = isProxied
        isAllowed = mayConnect
        state = Mutex(State(hasHeardGoodbye: !isEncrypted))
    }

    // MARK: - What is heard

    func hear(_ line: UnsafeRawBufferPointer, on handle: EasyHandle) -> Bool {
        let text = Array(line.prefix { $0 != 0x0D && $0 != 0x0A })
        let count = line.count
        return state.withLock { state in
            state.headerBytes += count
            guard state.headerBytes <= limits.headerBytes else { return Self.stop(&state, .headersTooLarge) }
            if text.isEmpty { return Self.endHeader(&state) }
            // Fields after the body (trailers) say nothing that is wanted.
            if state.end?.isHeaderComplete == true { return true }
            if text.starts(with: Array("HTTP/".utf8)) { return Self.beginAnswer(text, &state) }
            return Self.takeField(text, &state)
        }
    }

    private static func beginAnswer(_ line: [UInt8], _ state: inout State) -> Bool {
        let parts = line.split(separator: 0x20, maxSplits: 2)
        guard parts.count >= 2, let status = Int(String(decoding: parts[1], as: UTF8.self)),
            (100...599).contains(status) || status == 999
        else { return stop(&state, .malformed) }
        state.status = status
        state.fields = [:]
        state.end = AnswerEnd(version: parts[0])
        return true
    }

    private static func takeField(_ line: [UInt8], _ state: inout State) -> Bool {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
            let name = HTTPField.Name(String(decoding: line[..<colon], as: UTF8.self))
        else { return stop(&state, .malformed) }
        let value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed
        guard state.end?.read(name, value) != false else { return stop(&state, .malformed) }
        state.fields.append(HTTPField(name: name, value: value))
        return true
    }

    private static func endHeader(_ state: inout State) -> Bool {
        guard state.status >= 200, state.end?.isHeaderComplete == false else { return true }
        state.end?.endHeader(status: state.status)
        switch state.fields[.contentEncoding]?.lowercased() {
        case nil, "", "identity", "gzip", "x-gzip": return true
        // Nothing else was offered.
        default: return stop(&state, .malformed)
        }
    }

    func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let bytes = Array(bytes)
        return state.withLock { state in
            if !state.isBodyBegun {
                state.isBodyBegun = true
                if state.fields[.contentEncoding]?.lowercased().hasSuffix("gzip") == true {
                    guard let inflater = try? Inflater(limits: inflation) else { return Self.stop(&state, .broken) }
                    state.inflater = inflater
                }
            }
            state.packedBytes += bytes.count
            guard state.packedBytes <= limits.bodyBytes else { return Self.stop(&state, .bodyTooLarge) }
            guard let inflater = state.inflater else {
                state.body.append(contentsOf: bytes)
                return true
            }
            do throws(InflateProblem) {
                try inflater.inflate(bytes, into: &state.body)
                return true
            } catch {
                return Self.stop(&state, Self.failure(error))
            }
        }
    }

    private var inflation: InflateLimits {
        InflateLimits(
            maximumOutput: Int64(limits.inflatedBytes), maximumRatio: Int64(limits.inflationRatio),
            ratioGrace: 1 << 20)
    }

    private static func failure(_ problem: InflateProblem) -> WebFailure {
        switch problem {
        case .tooLarge, .suspiciousRatio: .inflatesTooMuch
        case .truncated, .corrupt, .outOfMemory: .broken
        }
    }

    private static func stop(_ state: inout State, _ problem: WebFailure) -> Bool {
        state.problem = state.problem ?? problem
        return false
    }

    // MARK: - What is allowed

    func mayConnect(to address: NetworkAddress) -> Bool {
        if isAllowed(address) { return true }
        state.withLock { $0.facts.refused = address }
        return false
    }

    func mayGoOn(on handle: EasyHandle) -> Bool {
        state.withLock { state in
            if state.end?.isByHangingUp == true, !state.hasHeardGoodbye {
                state.hasHeardGoodbye = handle.hasHeardGoodbye
            }
            if state.hasBegun || ContinuousClock.now - started < limits.firstByte { return true }
            return Self.stop(&state, .tooSlow(.waiting))
        }
    }

    // MARK: - The end

    func end(_ code: CURLcode, on handle: EasyHandle) {
        let facts = HopFacts(
            refused: nil, location: handle.text(CURLINFO_REDIRECT_URL),
            peer: handle.text(CURLINFO_PRIMARY_IP).flatMap { NetworkAddress($0, port: 0) },
            wasConnected: handle.number(CURLINFO_PRETRANSFER_TIME_T) > 0,
            tunnelStatus: handle.status(CURLINFO_HTTP_CONNECTCODE), cookies: handle.list(CURLINFO_COOKIELIST))
        state.withLock { state in
            let refused = state.facts.refused
            state.facts = facts
            state.facts.refused = refused
            guard code == CURLE_OK, state.problem == nil else { return }
            let isWhole = state.end?.isWhole(bytes: state.packedBytes, heardGoodbye: state.hasHeardGoodbye)
            guard isWhole != false else {
                state.problem = .broken
                return
            }
            guard let inflater = state.inflater else { return }
            do throws(InflateProblem) { try inflater.finish() } catch { state.problem = Self.failure(error) }
        }
    }

    /// What came of it, once the transfer has ended.
    func result(_ end: TransferEnd) throws(WebFailure) -> Hop {
        let outcome: Result<Hop, WebFailure> = state.withLock { state in
            if let failure = proxyFailure(CURLcode(rawValue: end.code), state.facts, state.problem) {
                return .failure(failure)
            }
            if let problem = state.problem { return .failure(problem) }
            guard end.isComplete, state.status >= 200 else {
                return .failure(
                    WebFailure(
                        end, refused: state.facts.refused, wasConnected: state.facts.wasConnected,
                        hasBegun: state.hasBegun, isBodyBegun: state.isBodyBegun))
            }
            defer { state.body = [] }
            return .success(
                Hop(
                    status: state.status, fields: state.fields, body: state.body, packedBytes: state.packedBytes,
                    facts: state.facts))
        }
        return try outcome.get()
    }

    /// What went wrong before the proxy had built a way to the server; nil for everything else.
    /// - Parameter problem: why we broke it off.
    private func proxyFailure(_ code: CURLcode, _ facts: HopFacts, _ problem: WebFailure?) -> WebFailure? {
        guard isProxied, !facts.wasConnected, !(200...299).contains(facts.tunnelStatus) else { return nil }
        switch (code, facts.tunnelStatus) {
        case (CURLE_COULDNT_CONNECT, 0) where facts.refused != nil: return nil
        case (CURLE_COULDNT_CONNECT, 0), (CURLE_RECV_ERROR, 0), (CURLE_SEND_ERROR, 0), (CURLE_GOT_NOTHING, 0),
            (CURLE_OPERATION_TIMEDOUT, 0):
            return .proxyFailed(nil)
        // Broken off by us, since nothing came: what never got past the proxy says nothing about the server.
        case (_, 0) where problem == .tooSlow(.waiting): return .proxyFailed(nil)
        // It could not get there, or not in time.
        case (_, 502), (_, 504): return .unreachable
        case (_, 100...): return .proxyFailed(facts.tunnelStatus)
        default: return nil
        }
    }
}

extension String {
    /// Without spaces and tabs around it (RFC 9110 §5.5).
    fileprivate var trimmed: String {
        let isSpace = { (character: Character) in character == " " || character == "\t" }
        let start = drop(while: isSpace)
        guard let last = start.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(start[...last])
    }
}
