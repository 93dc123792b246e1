package import Foundation

/// A secret as it is stored: encrypted with a data key of its own, and that data key encrypted with a company key.
/// Nothing in it is secret.
package struct SealedSecret: Sendable, Hashable {
    /// The format of both boxes. There is one so far; another is refused.
    package static let format = Int(SealedBox.format)
    /// Most bytes a secret may have.
    package static let mostBytes = 65_536
    /// Bytes of a sealed data key.
    package static let dataKeyBytes = SealedBox.overhead + AESGCM.keyBytes

    /// Which company key opens the data key.
    package var companyKey: CompanyKeyID
    /// Which data key this is: another one with every write.
    package let dataKey: UUID
    package var sealedDataKey: [UInt8]
    package let ciphertext: [UInt8]

    package init(companyKey: CompanyKeyID, dataKey: UUID, sealedDataKey: [UInt8], ciphertext: [UInt8]) {
        self.companyKey = companyKey
        self.dataKey = dataKey
        self.sealedDataKey = sealedDataKey
        self.ciphertext = ciphertext
    }

    /// 32 bytes that name the data key to whoever has it; nil for a ciphertext of no known format.
    package var commitment: [UInt8]? { SealedBox(bytes: ciphertext).map { Array($0.commitment) } }
}
