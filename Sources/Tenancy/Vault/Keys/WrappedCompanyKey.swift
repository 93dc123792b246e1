package import Foundation

/// A company key as it lies in its file: sealed under a root key. Nothing in it is secret, yet without it nothing
/// opens.
package struct WrappedCompanyKey: Sendable, Hashable, Codable {
    package let format: Int
    package let company: UUID
    package let id: UUID
    /// 1, 2, 3 … in the order they were made; the highest seals what is written now.
    package let number: Int
    package let madeAt: Date
    /// The rotation that made it, so that a rotation that goes on later does not make another.
    package let rotation: UUID?
    /// Which root key it is sealed under.
    package let rootKey: String
    /// The box, in base 64 for URLs.
    private let sealed: String

    package var keyID: CompanyKeyID { CompanyKeyID(rawValue: id) }
    package var rootKeyID: RootKeyID { RootKeyID(rawValue: rootKey) }

    /// A new key of a company.
    init(company: UUID, number: Int, rotation: UUID?, madeAt: Date, under root: RootKey) {
        let secret = SecretBytes(count: AESGCM.keyBytes, filling: fillWithRandomBytes)
        defer { secret.wipe() }
        self.init(
            company: company, id: UUID(), number: number, madeAt: madeAt, rotation: rotation, secret: secret,
            under: root)
    }

    private init(
        company: UUID, id: UUID, number: Int, madeAt: Date, rotation: UUID?, secret: SecretBytes, under root: RootKey
    ) {
        format = Int(SealedBox.format)
        self.company = company
        self.id = id
        self.number = number
        // Whole seconds, as the file has them.
        self.madeAt = Date(timeIntervalSince1970: madeAt.timeIntervalSince1970.rounded(.down))
        self.rotation = rotation
        rootKey = root.id.rawValue
        let place = Self.place(company: company, id: id, number: number, rootKey: root.id)
        sealed = Base64URL.encode(SealedBox(sealing: secret, under: root.secret, for: place).bytes)
    }

    /// The key itself.
    /// - Throws: `VaultProblem.cannotOpen` for a file that was changed, moved to another company or is of another root
    ///   key.
    func open(with root: RootKey) throws(VaultProblem) -> CompanyKey {
        let place = Self.place(company: company, id: id, number: number, rootKey: rootKeyID)
        guard format == Int(SealedBox.format), root.id == rootKeyID, let bytes = Base64URL.decode(sealed),
            let secret = SealedBox(bytes: bytes)?.open(under: root.secret, for: place),
            secret.count == AESGCM.keyBytes
        else { throw .cannotOpen }
        return CompanyKey(id: keyID, company: company, secret: secret)
    }

    /// The same key under another root key.
    func rewrapped(from old: RootKey, to new: RootKey) throws(VaultProblem) -> WrappedCompanyKey {
        let key = try open(with: old)
        defer { key.secret.wipe() }
        return WrappedCompanyKey(
            company: company, id: id, number: number, madeAt: madeAt, rotation: rotation, secret: key.secret, under: new
        )
    }

    private static func place(company: UUID, id: UUID, number: Int, rootKey: RootKeyID) -> AssociatedData {
        var data = AssociatedData(layer: "company key")
        data.add(rootKey.rawValue)
        data.add(company)
        data.add(id)
        data.add("\(number)")
        return data
    }
}
