import Foundation

/// A signing key as it lies in its file: sealed under a root key, like a company key.
struct WrappedSigningKey: Sendable, Codable {
    let format: Int
    let id: UUID
    let madeAt: Date
    let rootKey: String
    /// The box, in base 64 for URLs.
    private let sealed: String

    init(_ key: SigningKey, under root: RootKey) {
        format = Int(SealedBox.format)
        id = key.id
        madeAt = key.madeAt
        rootKey = root.id.rawValue
        let place = Self.place(key.id, key.madeAt, root.id)
        sealed = Base64URL.encode(SealedBox(sealing: key.secret, under: root.secret, for: place).bytes)
    }

    /// The key itself; nil for a file that was changed or is of another root key.
    func open(with root: RootKey) -> SigningKey? {
        let place = Self.place(id, madeAt, RootKeyID(rawValue: rootKey))
        guard format == Int(SealedBox.format), root.id.rawValue == rootKey, let bytes = Base64URL.decode(sealed),
            let secret = SealedBox(bytes: bytes)?.open(under: root.secret, for: place)
        else { return nil }
        return SigningKey(id: id, madeAt: madeAt, secret: secret)
    }

    private static func place(_ id: UUID, _ madeAt: Date, _ rootKey: RootKeyID) -> AssociatedData {
        var data = AssociatedData(layer: "signing key")
        data.add(rootKey.rawValue)
        data.add(id)
        // Whole seconds, as the file has them.
        data.add("\(Int(madeAt.timeIntervalSince1970))")
        return data
    }
}
