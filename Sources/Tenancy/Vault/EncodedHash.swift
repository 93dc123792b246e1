/// The public part of an encoded Argon2id hash: `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>` (PHC string format).
struct EncodedHash: Hashable, Sendable {
    let parameters: HashingParameters
    let saltBytes: Int
    let hashBytes: Int

    /// Bytes of salt in hashes we make (RFC 9106 §3.1 recommends 16).
    static let standardSaltBytes = 16
    /// Bytes of hash in hashes we make.
    static let standardHashBytes = 32

    /// Reads an encoded hash. Nil unless it is Argon2id, version 19, with costs in the allowed ranges.
    init?(_ text: String) {
        guard text.utf8.count <= 512 else { return nil }
        let fields = text.split(separator: "$", omittingEmptySubsequences: false)
        guard fields.count == 6, fields[0].isEmpty, fields[1] == "argon2id", fields[2] == "v=19" else { return nil }
        let costs = fields[3].split(separator: ",", omittingEmptySubsequences: false)
        guard costs.count == 3,
            let memory = Self.number(costs[0], after: "m="),
            let passes = Self.number(costs[1], after: "t="),
            let lanes = Self.number(costs[2], after: "p="),
            let parameters = HashingParameters(memoryKiB: memory, passes: passes, lanes: lanes),
            let saltBytes = Self.decodedCount(fields[4]), (8...64).contains(saltBytes),
            let hashBytes = Self.decodedCount(fields[5]), (16...128).contains(hashBytes)
        else { return nil }
        self.parameters = parameters
        self.saltBytes = saltBytes
        self.hashBytes = hashBytes
    }

    /// A hash nobody has the password of, made without hashing: random salt and random result.
    /// Checking a password against it costs as much as against a real one.
    static func decoy(_ parameters: HashingParameters) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        func field(_ count: Int) -> String {
            String(decoding: Base64URL.encode(randomBytes(count), alphabet: alphabet), as: UTF8.self)
        }
        let costs = "m=\(parameters.memoryKiB),t=\(parameters.passes),p=\(parameters.lanes)"
        return "$argon2id$v=19$\(costs)$\(field(standardSaltBytes))$\(field(standardHashBytes))"
    }

    private static func number(_ field: Substring, after prefix: String) -> UInt32? {
        guard field.hasPrefix(prefix) else { return nil }
        let digits = field.dropFirst(prefix.count)
        guard (1...9).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return UInt32(digits)
    }

    /// How many bytes a text of base 64 without padding stands for; nil if it is none.
    private static func decodedCount(_ field: Substring) -> Int? {
        let plain = field.utf8.allSatisfy { byte in
            switch byte {
            case 48...57, 65...90, 97...122, UInt8(ascii: "+"), UInt8(ascii: "/"): true
            default: false
            }
        }
        let count = field.utf8.count
        return plain && count % 4 != 1 ? count * 3 / 4 : nil
    }
}
