import CLibcurl
import Glibc
import Vault

/// One libcurl transfer with everything that must live as long. Belongs to the loop's thread.
///
/// The way to stop one that is under way is its progress callback: libcurl 7.88 ends a mail whose handle is taken out of the
/// multi handle with the final dot, so that half a message would be delivered.
final class EasyHandle {
    let pointer: UnsafeMutableRawPointer
    /// The first option that libcurl did not take.
    private(set) var refusal: CURLcode?
    /// The last reply that was not goodbye.
    private(set) var reply: ServerReply?
    private let withdrawal: Withdrawal
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private var bytes: [UInt8] = []
    private var position = 0
    /// When the other side had answered everything but our goodbye.
    private var saidAll: ContinuousClock.Instant?

    /// How long a server may take over the goodbye. The thread waits for it, and the mail is delivered by then.
    private static let farewell = Duration.seconds(3)
    /// The answer to QUIT (RFC 5321): says nothing about the transfer.
    private static let goodbye = 221

    /// - Returns: nil when there is no memory.
    init?(withdrawal: Withdrawal) {
        guard let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
        self.withdrawal = withdrawal
        let context = Unmanaged.passUnretained(self).toOpaque()
        note(tidemark_easy_set_headers(pointer, Self.hear, context))
        note(tidemark_easy_set_progress(pointer, Self.goOn, context))
        // What it would tell to standard error has passwords in it.
        set(CURLOPT_VERBOSE, 0)
        set(CURLOPT_NOSIGNAL, 1)
        // The variables of proxies are not ours.
        set(CURLOPT_PROXY, "")
        set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
    }

    deinit {
        curl_easy_cleanup(pointer)
        for list in lists { curl_slist_free_all(list) }
    }

    func set(_ option: CURLoption, _ text: String) { note(tidemark_easy_set_text(pointer, option, text)) }

    func set(_ option: CURLoption, _ number: Int) { note(tidemark_easy_set_number(pointer, option, number)) }

    /// Milliseconds, at least one: to libcurl zero means no limit.
    func set(milliseconds option: CURLoption, _ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        set(option, max(1, Int(clamping: seconds * 1_000 + attoseconds / 1_000_000_000_000_000)))
    }

    /// Whole seconds, rounded up.
    func set(seconds option: CURLoption, _ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        set(option, max(1, Int(clamping: seconds + (attoseconds > 0 ? 1 : 0))))
    }

    /// Hands a secret over without a `String`. libcurl keeps a copy until the handle is freed.
    func set(_ option: CURLoption, secret: SecretBytes) {
        let code = secret.withBytes { bytes in
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count + 1, alignment: 1)
            defer {
                if let start = copy.baseAddress { explicit_bzero(start, copy.count) }
                copy.deallocate()
            }
            copy.copyMemory(from: bytes)
            copy[bytes.count] = 0
            return tidemark_easy_set_text(pointer, option, copy.bindMemory(to: CChar.self).baseAddress).rawValue
        }
        note(CURLcode(rawValue: code))
    }

    func set(_ option: CURLoption, list: [String]) {
        var head: UnsafeMutablePointer<curl_slist>?
        for item in list {
            guard let next = curl_slist_append(head, item) else { return note(CURLE_OUT_OF_MEMORY) }
            head = next
        }
        if let head { lists.append(head) }
        note(tidemark_easy_set_list(pointer, option, head))
    }

    /// What is sent.
    func upload(_ bytes: [UInt8]) {
        self.bytes = bytes
        set(CURLOPT_UPLOAD, 1)
        note(tidemark_easy_set_size(pointer, CURLOPT_INFILESIZE_LARGE, curl_off_t(bytes.count)))
        note(tidemark_easy_set_reading(pointer, Self.read, Unmanaged.passUnretained(self).toOpaque()))
    }

    private func note(_ code: CURLcode) {
        if code != CURLE_OK, refusal == nil { refusal = code }
    }

    private func read(into target: UnsafeMutablePointer<CChar>, most: Int) -> Int {
        let count = min(most, bytes.count - position)
        guard count > 0 else { return 0 }
        bytes.withUnsafeBytes { source in
            guard let start = source.baseAddress else { return }
            UnsafeMutableRawPointer(target).copyMemory(from: start + position, byteCount: count)
        }
        position += count
        return count
    }

    private func hear(_ line: UnsafeRawBufferPointer) {
        guard let reply = ServerReply(line: line), reply.code != Self.goodbye else { return }
        self.reply = reply
        let isOver = reply.code >= 400 || (!bytes.isEmpty && position == bytes.count && reply.code < 300)
        saidAll = isOver ? .now : nil
    }

    /// Asked at least once a second, also while libcurl waits for a reply by itself.
    private var shallStop: Bool {
        withdrawal.isRequested || saidAll.map { .now - $0 > Self.farewell } ?? false
    }

    private static func handle(_ context: UnsafeMutableRawPointer?) -> EasyHandle? {
        context.map { Unmanaged<EasyHandle>.fromOpaque($0).takeUnretainedValue() }
    }

    private static let read: curl_read_callback = { target, size, count, context in
        guard let target, let handle = EasyHandle.handle(context) else { return Int(CURL_READFUNC_ABORT) }
        return handle.read(into: target, most: size * count)
    }

    private static let hear: curl_write_callback = { line, size, count, context in
        if let line { EasyHandle.handle(context)?.hear(UnsafeRawBufferPointer(start: line, count: size * count)) }
        return size * count
    }

    private static let goOn: curl_xferinfo_callback = { context, _, _, _, _ in
        EasyHandle.handle(context)?.shallStop == true ? 1 : 0
    }
}
