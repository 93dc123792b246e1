import CLibcurl
import Synchronization

/// The thread's side of `TransferThread`: a libcurl multi handle and what it is at work on.
final class TransferLoop: Sendable {
    private struct State {
        var arrivals: [Transfer] = []
        var isStopped = false
        /// The address of the multi handle while the thread has one, for waking it.
        var multi: UInt = 0
    }

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    /// The longest wait of the thread in milliseconds; everything that happens wakes it.
    private static let patience: Int32 = 60_000

    private let state = Mutex(State())
    private let mostAtOnce: Int

    /// - Parameter mostAtOnce: connections at once, 1 or more; what comes beyond waits in line.
    init(mostAtOnce: Int) {
        precondition(Self.isReady, "libcurl could not be initialised")
        self.mostAtOnce = mostAtOnce
    }

    func add(_ transfer: Transfer) {
        let isLate = state.withLock { state in
            if !state.isStopped { state.arrivals.append(transfer) }
            return state.isStopped
        }
        if isLate { transfer.finish(.withdrawn) } else { wake() }
    }

    /// Has the thread look at what was withdrawn.
    func wake() {
        state.withLock { state in
            // Under the lock, so that the handle is not freed meanwhile.
            if let multi = UnsafeMutableRawPointer(bitPattern: state.multi) { curl_multi_wakeup(multi) }
        }
    }

    func stop() {
        state.withLock { $0.isStopped = true }
        wake()
    }

    /// Runs until `stop`; what is under way then is broken off.
    func run() {
        guard let multi = curl_multi_init() else { return abandon() }
        state.withLock { $0.multi = UInt(bitPattern: multi) }
        var waiting: [Transfer] = []
        var active: [UnsafeMutableRawPointer: (handle: EasyHandle, transfer: Transfer)] = [:]
        while true {
            let (arrivals, isStopped) = state.withLock { state in
                defer { state.arrivals = [] }
                return (state.arrivals, state.isStopped)
            }
            waiting += arrivals
            let dropped = waiting.filter { isStopped || $0.withdrawal.isRequested }
            waiting.removeAll { isStopped || $0.withdrawal.isRequested }
            for transfer in dropped { transfer.finish(.withdrawn) }
            if isStopped {
                if active.isEmpty { break }
                for (_, transfer) in active.values { transfer.withdrawal.request() }
            }
            while active.count < mostAtOnce, !waiting.isEmpty {
                let transfer = waiting.removeFirst()
                if let handle = Self.start(transfer, on: multi) { active[handle.pointer] = (handle, transfer) }
            }
            var running: Int32 = 0
            curl_multi_perform(multi, &running)
            if !Self.collect(from: multi, &active), !isStopped {
                curl_multi_poll(multi, nil, 0, Self.patience, nil)
            }
        }
        state.withLock { $0.multi = 0 }
        curl_multi_cleanup(multi)
    }

    /// - Returns: nil when it could not begin and has ended.
    private static func start(_ transfer: Transfer, on multi: UnsafeMutableRawPointer) -> EasyHandle? {
        guard let handle = EasyHandle(withdrawal: transfer.withdrawal, listener: transfer.listener) else {
            transfer.finish(TransferEnd(CURLE_OUT_OF_MEMORY))
            return nil
        }
        transfer.prepare(handle)
        var code = handle.refusal ?? CURLE_OK
        if code == CURLE_OK, curl_multi_add_handle(multi, handle.pointer) != CURLM_OK { code = CURLE_FAILED_INIT }
        guard code == CURLE_OK else {
            transfer.finish(TransferEnd(code))
            return nil
        }
        return handle
    }

    /// Tells the ends of what has ended.
    /// - Returns: whether anything has, which makes room for what waits.
    private static func collect(
        from multi: UnsafeMutableRawPointer,
        _ active: inout [UnsafeMutableRawPointer: (handle: EasyHandle, transfer: Transfer)]
    ) -> Bool {
        var hasEnded = false
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let pointer = message.pointee.easy_handle else { continue }
            // The message is gone with the handle.
            let code = message.pointee.data.result
            curl_multi_remove_handle(multi, pointer)
            guard let (handle, transfer) = active.removeValue(forKey: pointer) else { continue }
            hasEnded = true
            transfer.listener.end(code, on: handle)
            transfer.finish(TransferEnd(code))
        }
        return hasEnded
    }

    private func abandon() {
        let left = state.withLock { state in
            state.isStopped = true
            defer { state.arrivals = [] }
            return state.arrivals
        }
        for transfer in left { transfer.finish(TransferEnd(CURLE_OUT_OF_MEMORY)) }
    }
}
