import Foundation
import TestSupport
import Testing

@testable import Vault

@Suite("Sealed secrets")
struct SealedSecretTests {
    private let folder: KeyFolder
    private let vault: SecretVault
    private let harbor = UUID()
    private let kestrel = UUID()

    init() throws {
        folder = try KeyFolder()
        vault = try folder.vault()
    }

    private func place(_ company: UUID, row: UUID = UUID(), field: String = "password") -> SecretPlace {
        SecretPlace(company: company, table: "connection_secrets", row: row, field: field, purpose: "credential")
    }

    private func open(_ sealed: SealedSecret, _ place: SecretPlace, with key: CompanyKey? = nil) throws -> [UInt8] {
        let key = try key ?? vault.keys.open(try vault.keys.wrapped(sealed.companyKey, of: place.company))
        return try vault.open(sealed, of: place, with: key).withBytes { Array($0) }
    }

    @Test("come out as they went in, at every length", arguments: [0, 1, 15, 16, 17, 1_000, 65_536])
    func roundTrip(length: Int) throws {
        let secret = randomBytes(length)
        for company in [harbor, kestrel] {
            let place = place(company)
            let sealed = try vault.seal(SecretBytes(copying: secret), for: place)
            #expect(try open(sealed, place) == secret)
            #expect(sealed.ciphertext.count == length + SealedBox.overhead)
            #expect(sealed.sealedDataKey.count == SealedSecret.dataKeyBytes)
        }
    }

    @Test("may not be longer than 64 KiB")
    func tooLong() throws {
        #expect(throws: VaultProblem.tooLong(bytes: 65_537)) {
            try vault.seal(SecretBytes(count: 65_537) { _ in }, for: place(harbor))
        }
    }

    @Test("have a data key, a salt and a nonce of their own with every write")
    func fresh() throws {
        let place = place(harbor)
        let all = try (0..<200).map { _ in try vault.seal(SecretBytes(copying: "the same"), for: place) }
        #expect(Set(all.map(\.dataKey)).count == all.count)
        #expect(Set(all.map { $0.commitment ?? [] }).count == all.count)
        // Salt, and nonce after the commitment.
        #expect(Set(all.map { Array($0.ciphertext[1..<33]) }).count == all.count)
        #expect(Set(all.map { Array($0.ciphertext[65..<77]) }).count == all.count)
        #expect(Set(all.map { Array($0.ciphertext.suffix(24)) }).count == all.count)
    }

    @Test("do not open with another root key, another company's key or an older key")
    func wrongKeys() throws {
        let place = place(harbor)
        let sealed = try vault.seal(SecretBytes(copying: "hunter2"), for: place)
        let own = try vault.keys.wrapped(sealed.companyKey, of: harbor)
        #expect(throws: VaultProblem.unknownRootKey(own.rootKeyID)) {
            try folder.ring(try KeyFolder.rootKey()).open(own)
        }
        #expect(throws: VaultProblem.cannotOpen) { try own.open(with: try KeyFolder.rootKey()) }
        let other = try vault.keys.current(of: kestrel)
        #expect(throws: VaultProblem.cannotOpen) { try open(sealed, place, with: other) }
        // Even one that claims to be the right one.
        let forged = CompanyKey(id: sealed.companyKey, company: harbor, secret: other.secret)
        #expect(throws: VaultProblem.cannotOpen) { try open(sealed, place, with: forged) }
        let renewed = try vault.keys.open(try vault.keys.renewed(of: harbor, by: UUID()))
        #expect(renewed.id != sealed.companyKey)
        #expect(throws: VaultProblem.cannotOpen) { try open(sealed, place, with: renewed) }
        #expect(try open(sealed, place) == Array("hunter2".utf8))
    }

    /// G-VLT-02, S-060 to S-063.
    @Test("do not open anywhere but in their place: 10 000 random moves")
    func moves() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed of the moves: \(seed)")
        var generator = SeededRandom(seed: seed)
        var all: [(place: SecretPlace, sealed: SealedSecret)] = []
        for company in [harbor, kestrel] {
            for row in (0..<12).map({ _ in UUID() }) {
                for (field, purpose) in [
                    ("password", "credential"), ("username", "credential"), ("password", "session"),
                ] {
                    let place = SecretPlace(
                        company: company, table: "connection_secrets", row: row, field: field, purpose: purpose)
                    all.append((place, try vault.seal(SecretBytes(copying: "hunter2 \(row)"), for: place)))
                }
            }
        }
        let keys = try [harbor: vault.keys.current(of: harbor), kestrel: vault.keys.current(of: kestrel)]
        var refused = 0
        for _ in 0..<10_000 {
            let from = all.randomElement(using: &generator) ?? all[0]
            var to = from
            while to.place == from.place { to = all.randomElement(using: &generator) ?? all[1] }
            var place = to.place
            var moved = from.sealed
            switch Int.random(in: 0..<4, using: &generator) {
            // The whole row.
            case 0: break
            // The ciphertext alone, beside the key and the ids of the row it came to.
            case 1:
                moved = SealedSecret(
                    companyKey: to.sealed.companyKey, dataKey: to.sealed.dataKey,
                    sealedDataKey: to.sealed.sealedDataKey, ciphertext: from.sealed.ciphertext)
            // The sealed data key alone.
            case 2:
                moved = SealedSecret(
                    companyKey: from.sealed.companyKey, dataKey: from.sealed.dataKey,
                    sealedDataKey: from.sealed.sealedDataKey, ciphertext: to.sealed.ciphertext)
            // To a table that does not exist yet.
            default:
                place = SecretPlace(
                    company: from.place.company, table: "api_tokens", row: from.place.row, field: from.place.field,
                    purpose: from.place.purpose)
            }
            let key = try #require(keys[place.company])
            let forged = CompanyKey(id: moved.companyKey, company: key.company, secret: key.secret)
            do {
                _ = try vault.open(moved, of: place, with: forged)
                Issue.record("moved from \(from.place) to \(place) and opened; seed \(seed)")
            } catch {
                if error == .cannotOpen { refused += 1 }
            }
        }
        #expect(refused == 10_000)
        // The control: where they belong all of them open.
        for entry in all {
            let key = try #require(keys[entry.place.company])
            #expect(try !vault.open(entry.sealed, of: entry.place, with: key).withBytes(\.isEmpty))
        }
    }

    /// S-064 and S-067.
    @Test("do not open when a bit is flipped, when they are shorter or longer, or have another format")
    func damaged() throws {
        let place = place(harbor)
        let sealed = try vault.seal(SecretBytes(copying: "hunter2"), for: place)
        func refuses(_ ciphertext: [UInt8], _ dataKey: [UInt8]) {
            let damaged = SealedSecret(
                companyKey: sealed.companyKey, dataKey: sealed.dataKey, sealedDataKey: dataKey, ciphertext: ciphertext)
            #expect(throws: VaultProblem.cannotOpen) { try open(damaged, place) }
        }
        for index in sealed.ciphertext.indices {
            var changed = sealed.ciphertext
            changed[index] ^= UInt8(1 << (index % 8))
            refuses(changed, sealed.sealedDataKey)
        }
        for index in sealed.sealedDataKey.indices {
            var changed = sealed.sealedDataKey
            changed[index] ^= UInt8(1 << (index % 8))
            refuses(sealed.ciphertext, changed)
        }
        for length in 0..<sealed.ciphertext.count {
            refuses(Array(sealed.ciphertext.prefix(length)), sealed.sealedDataKey)
        }
        refuses(sealed.ciphertext + [0], sealed.sealedDataKey)
        refuses(sealed.ciphertext, [])
        refuses([2] + sealed.ciphertext.dropFirst(), sealed.sealedDataKey)
        let renamed = SealedSecret(
            companyKey: sealed.companyKey, dataKey: UUID(), sealedDataKey: sealed.sealedDataKey,
            ciphertext: sealed.ciphertext)
        #expect(throws: VaultProblem.cannotOpen) { try open(renamed, place) }
    }

    /// G-VLT-07: a box that GCM alone would accept is refused when its commitment is that of another key.
    @Test("are committed to one key")
    func commitment() throws {
        let associated = AssociatedData(layer: "test")
        let (key, other) = (SecretBytes(copying: randomBytes(32)), SecretBytes(copying: randomBytes(32)))
        let box = SealedBox(sealing: SecretBytes(copying: "hunter2"), under: key, for: associated)
        #expect(box.isCommitted(to: key))
        #expect(!box.isCommitted(to: other))
        var forged = box.bytes
        forged.replaceSubrange(33..<65, with: randomBytes(32))
        let changed = try #require(SealedBox(bytes: forged))
        #expect(changed.open(under: key, for: associated) == nil)
        #expect(box.open(under: key, for: associated)?.withBytes { Array($0) } == Array("hunter2".utf8))
        let place = place(harbor)
        let sealed = try vault.seal(SecretBytes(copying: "hunter2"), for: place)
        #expect(sealed.commitment == Array(sealed.ciphertext[33..<65]))
        // Re-wrapping looks at the commitment and refuses to carry over what will not open.
        let old = try vault.keys.open(try vault.keys.wrapped(sealed.companyKey, of: harbor))
        let new = try vault.keys.open(try vault.keys.renewed(of: harbor, by: UUID()))
        var ciphertext = sealed.ciphertext
        ciphertext[40] ^= 1
        let broken = SealedSecret(
            companyKey: sealed.companyKey, dataKey: sealed.dataKey, sealedDataKey: sealed.sealedDataKey,
            ciphertext: ciphertext)
        #expect(throws: VaultProblem.cannotOpen) { try vault.rewrap(broken, of: place, from: old, to: new) }
    }

    @Test("are re-wrapped without their ciphertext changing, and then open with the new key only")
    func rewrap() throws {
        let place = place(harbor)
        let sealed = try vault.seal(SecretBytes(copying: "hunter2"), for: place)
        let old = try vault.keys.open(try vault.keys.wrapped(sealed.companyKey, of: harbor))
        let new = try vault.keys.open(try vault.keys.renewed(of: harbor, by: UUID()))
        let rewrapped = try vault.rewrap(sealed, of: place, from: old, to: new)
        #expect(rewrapped.ciphertext == sealed.ciphertext)
        #expect(rewrapped.companyKey == new.id)
        #expect(try open(rewrapped, place, with: new) == Array("hunter2".utf8))
        #expect(throws: VaultProblem.cannotOpen) { try open(rewrapped, place, with: old) }
        let foreign = try vault.keys.current(of: kestrel)
        #expect(throws: VaultProblem.cannotOpen) { try vault.rewrap(sealed, of: place, from: old, to: foreign) }
    }

    /// No two lists of pieces may be the same bytes.
    @Test("are bound to pieces with lengths")
    func associatedData() {
        var left = AssociatedData(layer: "x")
        left.add("ab")
        left.add("c")
        var right = AssociatedData(layer: "x")
        right.add("a")
        right.add("bc")
        #expect(left.bytes != right.bytes)
        #expect(AssociatedData(layer: "secret").bytes != AssociatedData(layer: "data key").bytes)
    }
}
