import CLibcurl
import Glibc

/// Looks names up as the machine does. It takes as long as the machine's resolver does, so it is for a thread of its own.
enum SystemNames {
    /// Glibc's `AI_IDN`, which is not among what Swift sees of it.
    private static let understandsAllScripts: Int32 = 0x40

    /// - Parameter name: as it is written; what is beyond ASCII is understood as a name of the web (IDNA).
    /// - Returns: everything the name stands for; nothing for a name that is not known, or cannot be looked up.
    static func addresses(of name: String, port: Int) -> [NetworkAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_NUMERICSERV | understandsAllScripts
        var head: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, String(port), &hints, &head) == 0 else { return [] }
        defer { freeaddrinfo(head) }
        var addresses: [NetworkAddress] = []
        var next = head
        while let entry = next {
            let bytes = UnsafeRawBufferPointer(start: entry.pointee.ai_addr, count: Int(entry.pointee.ai_addrlen))
            if let address = NetworkAddress(socketAddress: bytes), !addresses.contains(address) {
                addresses.append(address)
            }
            next = entry.pointee.ai_next
        }
        return addresses
    }
}
