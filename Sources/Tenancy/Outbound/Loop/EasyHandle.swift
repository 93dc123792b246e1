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
    private let withdrawal: Withdrawal
    private let listener: any TransferListener
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private var source: any TransferSource = [] as [UInt8]
    private var position = 0

    /// Whether everything that was to be uploaded has been.
    var hasUploaded: Bool { source.count > 0 && position == source.count }

    /// - Returns: nil when there is no memory.
    init?(withdrawal: Withdrawal, listener: any TransferListener) {
        guard let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
        self.withdrawal = withdrawal
        self.listener = listener
        let context = Unmanaged.passUnretained(self).toOpaque()
        note(tidemark_easy_set_headers(pointer, Self.hear, context))
        note(tidemark_easy_set_writing(pointer, Self.take, context))
        note(tidemark_easy_set_sockets(pointer, Self.open, context))
        note(tidemark_easy_set_progress(pointer, Self.goOn, context))
        // What it would tell to standard error has passwords in it.
        set(CURLOPT_VERBOSE, 0)
        set(CURLOPT_NOSIGNAL, 1)
        // Without it libcurl waits for a look-up it has given up, for as long as the resolver takes, and with it the whole loop.
        set(CURLOPT_QUICK_EXIT, 1)
        // The variables of proxies are not ours.
        set(CURLOPT_PROXY, "")
        set(CURLOPT_NOPROXY, "")
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
    func upload(_ source: any TransferSource) {
        self.source = source
        let context = Unmanaged.passUnretained(self).toOpaque()
        set(CURLOPT_UPLOAD, 1)
        note(tidemark_easy_set_size(pointer, CURLOPT_INFILESIZE_LARGE, curl_off_t(source.count)))
        note(tidemark_easy_set_reading(pointer, Self.read, context))
        // A connection that was kept may be gone when it is used again; libcurl then begins anew on another.
        note(tidemark_easy_set_seeking(pointer, Self.seek, context))
    }

    /// A form or a document that is posted. libcurl keeps a copy.
    func post(_ bytes: [UInt8]) {
        set(CURLOPT_POST, 1)
        note(bytes.withUnsafeBytes { tidemark_easy_set_body(pointer, $0.baseAddress, curl_off_t($0.count)) })
    }

    private func note(_ code: CURLcode) {
        if code != CURLE_OK, refusal == nil { refusal = code }
    }

    private func read(into target: UnsafeMutablePointer<CChar>, most: Int) -> Int {
        let count = min(most, source.count - position)
        guard count > 0 else { return 0 }
        let room = UnsafeMutableRawBufferPointer(start: target, count: count)
        guard let copied = source.copy(from: position, into: room) else { return Int(CURL_READFUNC_ABORT) }
        position += copied
        return copied
    }

    private func seek(to offset: Int) -> Bool {
        guard (0...source.count).contains(offset) else { return false }
        position = offset
        return true
    }

    /// What libcurl knows of the transfer. Nil where it knows nothing.
    func text(_ info: CURLINFO) -> String? {
        var value: UnsafePointer<CChar>?
        guard tidemark_easy_get_text(pointer, info, &value) == CURLE_OK, let value else { return nil }
        return String(cString: value)
    }

    /// Bytes or microseconds, depending on the question; 0 where it knows nothing.
    func number(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return tidemark_easy_get_size(pointer, info, &value) == CURLE_OK ? Int(value) : 0
    }

    /// A status, 0 where it knows none.
    func status(_ info: CURLINFO) -> Int {
        var value = 0
        return tidemark_easy_get_number(pointer, info, &value) == CURLE_OK ? value : 0
    }

    /// Whether the other side ended an encrypted connection by saying so, and did not just hang up. Known only while the transfer has
    /// its connection, to whoever is asked by it.
    var hasHeardGoodbye: Bool { tidemark_easy_goodbye_came(pointer) != 0 }

    func list(_ info: CURLINFO) -> [String] {
        var head: UnsafeMutablePointer<curl_slist>?
        guard tidemark_easy_get_list(pointer, info, &head) == CURLE_OK else { return [] }
        defer { curl_slist_free_all(head) }
        var texts: [String] = []
        var next = head
        while let item = next {
            texts.append(String(cString: item.pointee.data))
            next = item.pointee.next
        }
        return texts
    }

    /// Opens a socket for an address if the listener allows it.
    private func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return CURL_SOCKET_BAD }
        let bytes = UnsafeRawBufferPointer(
            start: UnsafeRawPointer(address) + offset, count: Int(address.pointee.addrlen))
        guard let target = NetworkAddress(socketAddress: bytes), listener.mayConnect(to: target) else {
            return CURL_SOCKET_BAD
        }
        return socket(
            address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
            address.pointee.protocol)
    }

    private static func handle(_ context: UnsafeMutableRawPointer?) -> EasyHandle? {
        context.map { Unmanaged<EasyHandle>.fromOpaque($0).takeUnretainedValue() }
    }

    private static let read: curl_read_callback = { target, size, count, context in
        guard let target, let handle = EasyHandle.handle(context) else { return Int(CURL_READFUNC_ABORT) }
        return handle.read(into: target, most: size * count)
    }

    private static let seek: curl_seek_callback = { context, offset, origin in
        guard origin == SEEK_SET, let handle = EasyHandle.handle(context), handle.seek(to: Int(offset)) else {
            return CURL_SEEKFUNC_CANTSEEK
        }
        return CURL_SEEKFUNC_OK
    }

    private static let hear: curl_write_callback = { line, size, count, context in
        guard let line, let handle = EasyHandle.handle(context) else { return 0 }
        let bytes = UnsafeRawBufferPointer(start: line, count: size * count)
        return handle.listener.hear(bytes, on: handle) ? size * count : 0
    }

    private static let take: curl_write_callback = { bytes, size, count, context in
        guard let bytes, let handle = EasyHandle.handle(context) else { return 0 }
        return handle.listener.take(UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
    }

    private static let open: curl_opensocket_callback = { context, _, address in
        guard let address, let handle = EasyHandle.handle(context) else { return CURL_SOCKET_BAD }
        return handle.open(address)
    }

    /// Asked at least once a second, also while libcurl waits for a reply by itself, and once more at the end.
    private static let goOn: curl_xferinfo_callback = { context, _, _, _, _ in
        guard let handle = EasyHandle.handle(context) else { return 1 }
        return handle.withdrawal.isRequested || !handle.listener.mayGoOn(on: handle) ? 1 : 0
    }
}
