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
        /// An answer has begun: its status line has come.
        var hasBegun = false
        var isBodyBegun = false
    }

    private let limits: TransferLimits
    private let isAllowed: @Sendable (NetworkAddress) -> Bool
    private let started = ContinuousClock.now
    private let state = Mutex(State())

    init(limits: TransferLimits, mayConnect: @escaping @Sendable (NetworkAddress) -> Bool) {
        self.limits = limits
        isAllowed = mayConnect
    }

    // MARK: - What is heard

    func hear(_ line: UnsafeRawBufferPointer, on handle: EasyHandle) -> Bool {
        let text = Array(line.prefix { $0 != 0x0D && $0 != 0x0A })
        let count = line.count
        return state.withLock { state in
            state.headerBytes += count
            guard state.headerBytes <= limits.headerBytes else { return Self.stop(&state, .headersTooLarge) }
            if text.isEmpty { return Self.endHeader(&state) }
            if text.starts(with: Array("HTTP/".utf8)), !state.isBodyBegun { return Self.beginAnswer(text, &state) }
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
        state.hasBegun = true
        return true
    }

    private static func takeField(_ line: [UInt8], _ state: inout State) -> Bool {
        // Fields after the body (trailers) say nothing that is wanted.
        if state.isBodyBegun { return true }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
            let name = HTTPField.Name(String(decoding: line[..<colon], as: UTF8.self))
        else { return stop(&state, .malformed) }
        let value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed
        // Two lengths are how one answer is smuggled into another (RFC 9110 §8.6).
        if name == .contentLength, let earlier = state.fields[.contentLength], earlier != value {
            return stop(&state, .malformed)
        }
        state.fields.append(HTTPField(name: name, value: value))
        return true
    }

    private static func endHeader(_ state: inout State) -> Bool {
        guard state.status >= 200, !state.isBodyBegun else { return true }
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

    var mayGoOn: Bool {
        state.withLock { state in
            if state.hasBegun || ContinuousClock.now - started < limits.firstByte { return true }
            return Self.stop(&state, .tooSlow(.waiting))
        }
    }

    // MARK: - The end

    func end(_ code: CURLcode, on handle: EasyHandle) {
        let facts = HopFacts(
            refused: nil, location: handle.text(CURLINFO_REDIRECT_URL),
            peer: handle.text(CURLINFO_PRIMARY_IP).flatMap { NetworkAddress($0, port: 0) },
            wasConnected: handle.number(CURLINFO_PRETRANSFER_TIME_T) > 0, cookies: handle.list(CURLINFO_COOKIELIST))
        state.withLock { state in
            let refused = state.facts.refused
            state.facts = facts
            state.facts.refused = refused
            if code == CURLE_OK, state.problem == nil, let inflater = state.inflater {
                do throws(InflateProblem) { try inflater.finish() } catch { state.problem = Self.failure(error) }
            }
        }
    }

    /// What came of it, once the transfer has ended.
    func result(_ end: TransferEnd) throws(WebFailure) -> Hop {
        let outcome: Result<Hop, WebFailure> = state.withLock { state in
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
