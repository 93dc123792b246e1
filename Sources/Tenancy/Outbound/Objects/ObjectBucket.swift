import Foundation
package import Vault

/// A bucket of an S3-compatible store and what opens it, as the operator names them.
package struct ObjectBucket: Sendable {
    package let endpoint: WebAddress
    package let region: String
    package let name: String
    /// Before every key; empty, or with a slash at its end.
    package let prefix: String
    /// Who asks. Known to the store, and in no word of ours.
    let keyID: Redacted<String>
    let secret: SecretBytes
    /// A file of certificates to trust instead of the machine's; nil for those.
    let certificates: String?
    /// An address instead of a name was chosen by the operator, so it need not be public.
    let reach: Reach

    /// - Parameters:
    ///   - endpoint: `https://host`, with another port if wanted and nothing else; `http` only for an address of this machine.
    ///   - name: of the bucket, by the rules all stores have in common.
    ///   - region: as the store calls the place; part of every signature.
    ///   - prefix: a folder of the bucket for everything of ours; empty for the bucket itself.
    /// - Throws: a sentence that names neither key nor secret.
    package init(
        endpoint: String, name: String, region: String, prefix: String = "", keyID: String, secret: SecretBytes,
        certificates: String? = nil
    ) throws(ObjectBucketProblem) {
        guard let address = try? WebAddress(endpoint), address.pathAndQuery == "/" else { throw .endpoint }
        let literal = NetworkAddress(address.host.trimmingCharacters(in: ["[", "]"]), port: address.port)
        guard address.scheme == "https" || literal?.isLoopback == true else { throw .endpoint }
        guard Self.isName(name) else { throw .name }
        guard Self.isWord(region, "-_", most: 64) else { throw .region }
        let folder = prefix.trimmingCharacters(in: ["/"])
        guard folder.isEmpty || ObjectPath.isKey(folder) && folder.utf8.count <= 512 else { throw .prefix }
        guard Self.isWord(keyID, "-_.+@", most: 256) else { throw .keyID }
        let isWhole = secret.withBytes { bytes in
            (1...256).contains(bytes.count) && bytes.allSatisfy { (0x21...0x7E).contains($0) }
        }
        guard isWhole else { throw .secret }
        self.endpoint = address
        self.region = region
        self.name = name
        self.prefix = folder.isEmpty ? "" : folder + "/"
        self.keyID = Redacted(keyID)
        self.secret = secret
        self.certificates = certificates
        reach = Reach(named: literal.map { [$0] } ?? [])
    }

    private static func isName(_ text: String) -> Bool {
        let isEnd = { (byte: UInt8?) in byte.map { isDigit($0) || isSmall($0) } ?? false }
        return (3...63).contains(text.utf8.count) && isEnd(text.utf8.first) && isEnd(text.utf8.last)
            && !text.contains("..") && text.utf8.allSatisfy { isDigit($0) || isSmall($0) || "-.".utf8.contains($0) }
    }

    /// What would end a field of the signature early must not stand in one.
    private static func isWord(_ text: String, _ marks: String, most: Int) -> Bool {
        (1...most).contains(text.utf8.count)
            && text.utf8.allSatisfy { isDigit($0) || isSmall($0 | 0x20) || marks.utf8.contains($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isSmall(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
}
