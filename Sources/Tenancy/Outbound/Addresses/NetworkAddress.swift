import Glibc

/// An address of the network and a port, as a socket is about to be connected to it.
package struct NetworkAddress: Sendable, Hashable, CustomStringConvertible {
    /// Four bytes or sixteen, in network order.
    package let bytes: [UInt8]
    /// 0 to 65,535.
    package let port: Int

    package var isIPv4: Bool { bytes.count == 4 }

    /// - Parameter text: as `inet_pton` reads it: four decimals, or a version 6 address without brackets and zone.
    /// - Returns: nil for anything else.
    package init?(_ text: String, port: Int) {
        guard (0...65_535).contains(port) else { return nil }
        var room = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &room) == 1 {
            bytes = Array(room.prefix(4))
        } else if inet_pton(AF_INET6, text, &room) == 1 {
            bytes = room
        } else {
            return nil
        }
        self.port = port
    }

    /// - Parameter bytes: a `sockaddr` of any family.
    /// - Returns: nil for a family that is not of the internet.
    init?(socketAddress bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= MemoryLayout<sa_family_t>.size else { return nil }
        switch Int32(bytes.loadUnaligned(as: sa_family_t.self)) {
        case AF_INET where bytes.count >= MemoryLayout<sockaddr_in>.size:
            let address = bytes.loadUnaligned(as: sockaddr_in.self)
            port = Int(UInt16(bigEndian: address.sin_port))
            self.bytes = withUnsafeBytes(of: address.sin_addr) { Array($0) }
        case AF_INET6 where bytes.count >= MemoryLayout<sockaddr_in6>.size:
            let address = bytes.loadUnaligned(as: sockaddr_in6.self)
            port = Int(UInt16(bigEndian: address.sin6_port))
            self.bytes = withUnsafeBytes(of: address.sin6_addr) { Array($0) }
        default: return nil
        }
    }

    /// Whether it is of this machine alone.
    package var isLoopback: Bool {
        isIPv4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
    }

    /// The address without its port.
    package var host: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(isIPv4 ? AF_INET : AF_INET6, bytes, &text, socklen_t(text.count)) != nil else { return "?" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    package var description: String { isIPv4 ? "\(host):\(port)" : "[\(host)]:\(port)" }
}
