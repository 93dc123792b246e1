import CLibcurl
import Glibc
import Synchronization

/// Listens to one try: one request to a store and its answer.
final class ObjectExchange: TransferListener {
    private struct State {
        var status = 0
        var length: Int?
        var patience: Int?
        var headerBytes = 0
        /// What the store says when it did not do it.
        var words: [UInt8] = []
        var wordBytes = 0
        var problem: ObjectFailure?
        var refused: NetworkAddress?
        var wasConnected = false
        var hasBegun = false
        var isBodyBegun = false
    }

    private static let mostHeaderBytes = 64 * 1_024
    private static let mostWordBytes = 1_024 * 1_024
    private static let busy: Set<Int> = [408, 425, 429, 500, 502, 503, 504]

    private let reach: Reach
    private let target: ReceivedFile?
    private let state = Mutex(State())

    /// - Parameter target: where the object goes; nil where none is wanted.
    init(reach: Reach, target: ReceivedFile?) {
        self.reach = reach
        self.target = target
    }

    /// For how many seconds the store asked to be left alone.
    var patience: Int? { state.withLock(\.patience) }

    // MARK: - What is heard

    func hear(_ line: UnsafeRawBufferPointer, on handle: EasyHandle) -> Bool {
        let text = String(decoding: line.prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self)
        let count = line.count
        return state.withLock { state in
            state.headerBytes += count
            guard state.headerBytes <= Self.mostHeaderBytes else { return Self.stop(&state, .web(.headersTooLarge)) }
            if text.hasPrefix("HTTP/"), !state.isBodyBegun { return Self.beginAnswer(text, &state) }
            Self.takeField(text, &state)
            return true
        }
    }

    private static func beginAnswer(_ line: String, _ state: inout State) -> Bool {
        let parts = line.split(separator: " ", maxSplits: 2)
        guard parts.count >= 2, let status = Int(parts[1]), (100...599).contains(status) else {
            return stop(&state, .web(.malformed))
        }
        state.status = status
        state.length = nil
        state.patience = nil
        // A store that lets us go on (100) has not answered yet.
        state.hasBegun = status >= 200
        return true
    }

    private static func takeField(_ line: String, _ state: inout State) {
        guard let colon = line.firstIndex(of: ":") else { return }
        let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        switch line[..<colon].lowercased() {
        case "content-length": state.length = Int(value)
        case "retry-after": state.patience = Int(value)
        default: break
        }
    }

    func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let bytes = Array(bytes)
        let isObject = state.withLock { state in
            state.isBodyBegun = true
            return state.status == 200 && target != nil
        }
        guard isObject, let target else { return state.withLock { Self.takeWords(bytes, &$0) } }
        do throws(ObjectFailure) {
            try target.append(bytes)
            return true
        } catch {
            return state.withLock { Self.stop(&$0, error) }
        }
    }

    private static func takeWords(_ bytes: [UInt8], _ state: inout State) -> Bool {
        state.wordBytes += bytes.count
        state.words += bytes.prefix(ObjectErrorCode.mostBytes - state.words.count)
        return state.wordBytes <= mostWordBytes || stop(&state, .web(.bodyTooLarge))
    }

    private static func stop(_ state: inout State, _ problem: ObjectFailure) -> Bool {
        state.problem = state.problem ?? problem
        return false
    }

    // MARK: - What is allowed

    func mayConnect(to address: NetworkAddress) -> Bool {
        if reach.allows(address) { return true }
        state.withLock { $0.refused = address }
        return false
    }

    /// A store that is silent moves no bytes, which the limit for a stall ends.
    func mayGoOn(on handle: EasyHandle) -> Bool { true }

    // MARK: - The end

    func end(_ code: CURLcode, on handle: EasyHandle) {
        let wasConnected = handle.number(CURLINFO_PRETRANSFER_TIME_T) > 0
        state.withLock { $0.wasConnected = wasConnected }
    }

    /// What came of it, once the transfer has ended.
    func result(_ end: TransferEnd) throws(ObjectFailure) -> ObjectAnswer {
        let (failure, length) = state.withLock { (Self.failure(end, $0), $0.length) }
        if let failure { throw failure }
        return ObjectAnswer(length: length, hash: target?.finish())
    }

    private static func failure(_ end: TransferEnd, _ state: State) -> ObjectFailure? {
        if let problem = state.problem { return problem }
        // A store that says no may end the connection while we still send.
        if state.hasBegun, state.status >= 300 { return answer(state.status, ObjectErrorCode.read(state.words)) }
        guard end.isComplete, state.hasBegun else {
            // Nobody else ends a transfer this way: what was to be sent is not there any more.
            if end.code == CURLE_ABORTED_BY_CALLBACK.rawValue { return .file(EIO) }
            return .web(
                WebFailure(
                    end, refused: state.refused, wasConnected: state.wasConnected, hasBegun: state.hasBegun,
                    isBodyBegun: state.isBodyBegun))
        }
        return nil
    }

    private static func answer(_ status: Int, _ code: String?) -> ObjectFailure {
        if busy.contains(status) || code.map(ObjectErrorCode.transient.contains) == true {
            return .busy(status: status, code: code)
        }
        return status == 404 && code != "NoSuchBucket" ? .missing : .refused(status: status, code: code)
    }
}
