import Foundation

/// Seals secrets for their places and opens them there.
///
/// The keys: the root key seals company keys, a company key seals data keys, a data key seals one secret once.
package struct SecretVault: Sendable {
    package let keys: CompanyKeyRing
    private let isLeftBehind: Bool

    /// - Parameter leavingPlaintextForATestToFind: switches wiping off; for the test that shows a scan finds what is
    ///   left.
    package init(keys: CompanyKeyRing, leavingPlaintextForATestToFind isLeftBehind: Bool = false) {
        self.keys = keys
        self.isLeftBehind = isLeftBehind
    }

    /// Seals a secret under the newest key of the place's company, with a new data key.
    /// - Throws: `VaultProblem.tooLong` above 65,536 bytes, and what the key ring throws.
    package func seal(_ secret: SecretBytes, for place: SecretPlace) throws(VaultProblem) -> SealedSecret {
        guard secret.count <= SealedSecret.mostBytes else { throw .tooLong(bytes: secret.count) }
        let companyKey = try keys.current(of: place.company)
        let dataKey = SecretBytes(count: AESGCM.keyBytes, filling: fillWithRandomBytes)
        defer { dataKey.wipe() }
        let id = UUID()
        let box = SealedBox(sealing: secret, under: dataKey, for: Self.content(place, dataKey: id))
        let sealedKey = SealedBox(
            sealing: dataKey, under: companyKey.secret, for: Self.wrap(place, dataKey: id, under: companyKey.id))
        return SealedSecret(
            companyKey: companyKey.id, dataKey: id, sealedDataKey: sealedKey.bytes, ciphertext: box.bytes)
    }

    /// Opens a secret. The caller wipes it.
    /// - Throws: `VaultProblem.cannotOpen` whatever is wrong with ciphertext, key or place.
    package func open(
        _ sealed: SealedSecret, of place: SecretPlace, with companyKey: CompanyKey
    ) throws(VaultProblem) -> SecretBytes {
        let dataKey = try dataKey(of: sealed, place, with: companyKey)
        defer { dataKey.wipe() }
        guard let box = SealedBox(bytes: sealed.ciphertext),
            let secret = box.open(
                under: dataKey, for: Self.content(place, dataKey: sealed.dataKey), isLeftBehind: isLeftBehind)
        else { throw .cannotOpen }
        return secret
    }

    /// The same secret with its data key sealed under another company key. The secret itself stays shut.
    /// - Throws: `VaultProblem.cannotOpen`; nothing that cannot be opened any more is carried over.
    package func rewrap(
        _ sealed: SealedSecret, of place: SecretPlace, from old: CompanyKey, to new: CompanyKey
    ) throws(VaultProblem) -> SealedSecret {
        let dataKey = try dataKey(of: sealed, place, with: old)
        defer { dataKey.wipe() }
        guard old.company == new.company, SealedBox(bytes: sealed.ciphertext)?.isCommitted(to: dataKey) == true else {
            throw .cannotOpen
        }
        var result = sealed
        result.companyKey = new.id
        result.sealedDataKey =
            SealedBox(
                sealing: dataKey, under: new.secret, for: Self.wrap(place, dataKey: sealed.dataKey, under: new.id)
            ).bytes
        return result
    }

    private func dataKey(
        of sealed: SealedSecret, _ place: SecretPlace, with companyKey: CompanyKey
    ) throws(VaultProblem) -> SecretBytes {
        guard companyKey.id == sealed.companyKey, companyKey.company == place.company,
            let box = SealedBox(bytes: sealed.sealedDataKey),
            let key = box.open(
                under: companyKey.secret, for: Self.wrap(place, dataKey: sealed.dataKey, under: companyKey.id)),
            key.count == AESGCM.keyBytes
        else { throw .cannotOpen }
        return key
    }

    private static func content(_ place: SecretPlace, dataKey: UUID) -> AssociatedData {
        var data = AssociatedData(layer: "secret")
        data.add(dataKey)
        data.add(place)
        return data
    }

    private static func wrap(_ place: SecretPlace, dataKey: UUID, under companyKey: CompanyKeyID) -> AssociatedData {
        var data = AssociatedData(layer: "data key")
        data.add(companyKey.rawValue)
        data.add(dataKey)
        data.add(place)
        return data
    }
}
