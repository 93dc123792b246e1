import Glibc

/// A TCP client that can hang up in the middle of a request.
struct RawClient {
    private let descriptor: Int32

    init?(port: Int) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        // A sockaddr_in, written out: family, port and address. Its members belong to one of two modules, as the compiler
        // happens to read them.
        let (family, port) = (UInt16(AF_INET), UInt16(truncatingIfNeeded: port))
        let bytes: [UInt8] =
            withUnsafeBytes(of: family) { Array($0) } + [UInt8(port >> 8), UInt8(port & 0xFF), 127, 0, 0, 1]
            + Array(repeating: 0, count: 8)
        let connected = bytes.withUnsafeBytes { raw in
            raw.withMemoryRebound(to: sockaddr.self) { connect(descriptor, $0.baseAddress, socklen_t(bytes.count)) }
        }
        guard connected == 0 else {
            close(descriptor)
            return nil
        }
    }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }

    func hangUp() { close(descriptor) }
}
