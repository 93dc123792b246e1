import CLibcurl
import Vault

/// One of the four things a store is asked. `WebRequest` knows nothing that changes or deletes, so these are words of their own.
enum ObjectRequest: Sendable {
    /// - Parameter hash: the SHA-256 of the file, which the store holds what comes there against.
    case put(SentFile, hash: [UInt8])
    /// - Parameter size: bytes the object has.
    case get(file: String, size: Int)
    case delete
    case size

    /// Where the answer goes; begun anew for each try.
    func target() throws(ObjectFailure) -> ReceivedFile? {
        guard case .get(let file, let size) = self else { return nil }
        return try ReceivedFile(path: file, most: size)
    }

    /// Says on a handle what is wanted. libcurl would sign an upload without its bytes, so the hash is always ours.
    func prepare(_ handle: EasyHandle) {
        var hash = sha256([])
        switch self {
        case .put(let file, let own):
            hash = own
            handle.upload(file)
        case .get: handle.set(CURLOPT_HTTPGET, 1)
        case .delete: handle.set(CURLOPT_CUSTOMREQUEST, "DELETE")
        case .size: handle.set(CURLOPT_NOBODY, 1)
        }
        let digits = hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        // No field may be taken away here, such as `Expect:`: libcurl 7.88 signs it all the same (curl issue 11664).
        handle.set(CURLOPT_HTTPHEADER, list: ["x-amz-content-sha256: \(digits)"])
    }
}
