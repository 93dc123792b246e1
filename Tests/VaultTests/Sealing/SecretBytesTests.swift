import Foundation
import Testing

@testable import Vault

@Suite("Secret bytes")
struct SecretBytesTests {
    @Test("are gone once they are wiped, for whoever still holds them")
    func wiping() {
        let secret = SecretBytes(copying: "canary-3")
        let other = secret
        #expect(other.withBytes { Array($0) } == Array("canary-3".utf8))
        secret.wipe()
        #expect(other.count == 0)
        #expect(other.withBytes { Array($0) }.isEmpty)
    }

    @Test("cannot be printed, dumped or encoded, nor can keys and what is sealed with them tell anything")
    func redaction() throws {
        let folder = try KeyFolder()
        let root = try KeyFolder.rootKey()
        let vault = SecretVault(keys: folder.ring(root))
        let company = UUID()
        let key = try vault.keys.current(of: company)
        let place = SecretPlace(company: company, table: "t", row: UUID(), field: "f", purpose: "p")
        let sealed = try vault.seal(SecretBytes(copying: "canary-4"), for: place)
        let secrets = [
            Array("canary-4".utf8), root.secret.withBytes { Array($0) }, key.secret.withBytes { Array($0) },
        ]
        let secret = SecretBytes(copying: "canary-4")
        for value in [secret, key, root, vault, sealed, Optional(secret) as Any, [secret]] as [Any] {
            var dumped = ""
            dump(value, to: &dumped)
            for text in ["\(value)", String(reflecting: value), dumped] {
                #expect(!text.contains("canary"))
                for bytes in secrets {
                    #expect(!text.contains(hex(bytes)))
                    #expect(!text.contains(bytes.map(String.init).joined(separator: ", ")))
                }
            }
        }
        #expect(!(secret as Any is any Encodable))
        #expect(!(key as Any is any Encodable))
        #expect(!(root as Any is any Encodable))
    }

    @Test("are in no error")
    func errors() {
        let digits = hex(randomBytes(31)) + "zz"
        let error = #expect(throws: VaultProblem.self) {
            try RootKey(text: SecretBytes(copying: digits), from: "TIDEMARK_VAULT_ROOT_KEY")
        }
        let text = "\(String(describing: error)) \(String(reflecting: error))"
        #expect(text.contains("TIDEMARK_VAULT_ROOT_KEY"))
        #expect(!text.contains(digits.prefix(8)))
    }
}
