extension SecretBytes {
    /// The content of a file that only its owner may read, without the line end it may have at its end; at most 16 KiB.
    /// - Throws: `VaultProblem.openToOthers` or `.unreadable`, which name the file and nothing in it.
    package static func read(privateFile path: String) throws(VaultProblem) -> SecretBytes {
        let content = try PrivateFile.read(path)
        defer { content.wipe() }
        return content.withBytes { bytes in
            let lineEnds: [UInt8] = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
            let count = bytes.lastIndex { !lineEnds.contains($0) }.map { $0 + 1 } ?? 0
            return SecretBytes(count: count) { target in
                target.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
            }
        }
    }
}
