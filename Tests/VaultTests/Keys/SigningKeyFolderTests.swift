import Foundation
import Testing
import Vault

@Suite struct SigningKeyFolderTests {
    private let moment = Date(timeIntervalSince1970: 1_763_683_200.7)

    @Test func keys_lie_sealed_in_files_of_their_owner_alone() throws {
        let folder = try KeyFolder()
        let keys = SigningKeyFolder(keys: folder.ring(try KeyFolder.rootKey()))
        #expect(try keys.all().isEmpty)
        let first = try keys.add(SecretBytes(copying: "CANARY-one"), at: moment)
        let second = try keys.add(SecretBytes(copying: "CANARY-two"), at: moment + 60)
        let found = try keys.all()
        #expect(found.map(\.id) == [first.id, second.id])
        #expect(
            found.map { $0.secret.withBytes { String(decoding: $0, as: UTF8.self) } } == ["CANARY-one", "CANARY-two"])
        #expect(found.first?.madeAt == Date(timeIntervalSince1970: 1_763_683_200))
        let path = folder.path + "/signing"
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            let mode = try FileManager.default.attributesOfItem(atPath: path + "/" + name)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try !String(contentsOfFile: path + "/" + name, encoding: .utf8).contains("CANARY"))
        }
        try keys.remove(first.id)
        try keys.remove(first.id)
        #expect(try keys.all().map(\.id) == [second.id])
        // It is no company.
        #expect(try folder.directory.companies().isEmpty)
    }

    @Test func a_file_that_others_may_read_or_that_was_changed_is_refused() throws {
        let folder = try KeyFolder()
        let keys = SigningKeyFolder(keys: folder.ring(try KeyFolder.rootKey()))
        let key = try keys.add(SecretBytes(copying: "one"), at: moment)
        let file = folder.path + "/signing/\(key.id.uuidString.lowercased()).key"
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        #expect(throws: VaultProblem.openToOthers(file)) { try keys.all() }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        let other = folder.path + "/signing/\(UUID().uuidString.lowercased()).key"
        try FileManager.default.copyItem(atPath: file, toPath: other)
        #expect(throws: VaultProblem.damagedKeyFile(other)) { try keys.all() }
        try FileManager.default.removeItem(atPath: other)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try Data(text.replacing("2025-11-21", with: "2025-11-22").utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        #expect(throws: VaultProblem.damagedKeyFile(file)) { try keys.all() }
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/signing")
        #expect(throws: VaultProblem.openToOthers(folder.path + "/signing")) { try keys.all() }
    }

    @Test func a_key_of_a_root_key_that_is_not_known_is_left_out() throws {
        let folder = try KeyFolder()
        let (old, new) = (try KeyFolder.rootKey(), try KeyFolder.rootKey())
        let before = try SigningKeyFolder(keys: folder.ring(old)).add(SecretBytes(copying: "one"), at: moment)
        #expect(try SigningKeyFolder(keys: folder.ring(new)).all().isEmpty)
        let keys = SigningKeyFolder(keys: folder.ring(new, others: [old]))
        #expect(try keys.all().map(\.id) == [before.id])
        _ = try keys.add(SecretBytes(copying: "two"), at: moment)
        #expect(try SigningKeyFolder(keys: folder.ring(new)).all().count == 1)
    }
}
