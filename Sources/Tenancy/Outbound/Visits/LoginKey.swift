package import Vault

/// Which login a visit is made with, without saying whose. All connections that use a login have the same one, whoever they belong to,
/// so that a site sees each of its accounts in one place at a time.
package struct LoginKey: Sendable, Hashable {
    /// A SHA-256. Not for logs: a name can be guessed and compared.
    package let bytes: [UInt8]

    /// - Parameters:
    ///   - source: whose login it is.
    ///   - user: the name it begins with; small and capital letters are one to most sites, and blanks around it a slip.
    package init(source: String, user: SecretBytes) {
        bytes = user.withBytes { bytes in
            let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
            var digest = SHA256Stream()
            digest.update(Array("\(source)\0".utf8))
            let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
            let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
            var name = [UInt8](bytes[start..<end])
            let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
            for place in name.indices where capitals.contains(name[place]) { name[place] |= 0x20 }
            digest.update(name)
            cleanse(&name)
            return digest.finish()
        }
    }

    /// - Returns: nil for anything but what `bytes` was.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }
}

extension LoginKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "[a login]" }
    package var debugDescription: String { "[a login]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
