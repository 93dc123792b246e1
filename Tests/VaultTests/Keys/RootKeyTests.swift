import Foundation
import Glibc
import Testing

@testable import Vault

@Suite("Root keys")
struct RootKeyTests {
    private let folder: KeyFolder
    private let digits = hex(randomBytes(32))

    init() throws { folder = try KeyFolder() }

    private func settings(
        production: Bool = true, _ source: RootKeySource?, directory: String? = nil, other: RootKeySource? = nil
    ) -> VaultSettings {
        VaultSettings(
            isProduction: production, rootKey: source, otherRootKey: other, directory: directory ?? folder.path,
            developmentFolder: folder.path + "/.tidemark/vault")
    }

    private func text(_ text: String) -> RootKeySource { .text(SecretBytes(copying: text), name: "A_VARIABLE") }

    @Test("come from a file, a command or a text, and are the same key each time")
    func sources() throws {
        let file = try folder.write(digits + "\n", "root.key", mode: 0o600)
        let command = RootKeySource.command(
            "printf %s \"$DIGITS\"", environment: ["DIGITS": digits, "PATH": "/bin:/usr/bin"])
        let ids = try [RootKeySource.file(file), command, text("  \(digits.uppercased())\n")].map { try $0.read().id }
        #expect(Set(ids).count == 1)
        #expect(ids[0].rawValue.utf8.count == 32)
        #expect(!digits.contains(ids[0].rawValue))
        #expect(try KeyFolder.rootKey().id != ids[0])
    }

    @Test(
        "must be 64 random digits",
        arguments: [
            "", "abc", String(repeating: "0", count: 64), String(repeating: "ab", count: 32), "development:",
            "zz" + String(repeating: "0123456789abcdef", count: 4).dropFirst(2),
            String(repeating: "0123456789abcdef", count: 4) + "0",
        ])
    func malformed(text: String) {
        #expect(throws: VaultProblem.noKey("A_VARIABLE")) { try self.text(text).read() }
    }

    @Test("Production refuses to be without one, and a development key from anywhere")
    func production() throws {
        #expect(throws: VaultProblem.missingRootKey) { try settings(nil).open() }
        let development = "development:" + digits
        let file = try folder.write(development, "root.key", mode: 0o600)
        for source in [text(development), .file(file), .command("cat '\(file)'", environment: [:])] {
            let error = #expect(throws: VaultProblem.self) { try settings(source).open() }
            #expect(error == .developmentKeyInProduction("the settings"))
            #expect(try settings(production: false, source).open().roots.current.isDevelopment)
        }
        let error = #expect(throws: VaultProblem.self) { try settings(text(digits), other: .file(file)).open() }
        #expect(error == .developmentKeyInProduction("the settings"))
        #expect(try !settings(text(digits)).open().roots.current.isDevelopment)
    }

    @Test("Production refuses to be without a folder of company keys, and to make one")
    func directory() throws {
        var settings = settings(text(digits))
        settings.directory = nil
        #expect(throws: VaultProblem.missingDirectory(nil)) { try settings.open() }
        let path = folder.path + "/not-mounted"
        settings.directory = path
        #expect(throws: VaultProblem.missingDirectory(path)) { try settings.open() }
        #expect(!FileManager.default.fileExists(atPath: path))
        settings.isProduction = false
        #expect(try settings.open().directory.path == path)
    }

    @Test("A file or folder that others may read or write is refused", arguments: [0o640, 0o604, 0o620, 0o602, 0o666])
    func openToOthers(mode: Int) throws {
        let file = try folder.write(digits, "root.key", mode: mode)
        #expect(throws: VaultProblem.openToOthers(file)) { try settings(.file(file)).open() }
        let path = folder.path + "/open"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700 | mode & 0o077])
        #expect(throws: VaultProblem.openToOthers(path)) { try settings(text(digits), directory: path).open() }
        #expect(try RootKeySource.file(try folder.write(digits, "tight.key", mode: 0o400)).read().id.rawValue != "")
    }

    @Test("A file that is not there, or is no file, is said to be so")
    func unreadable() throws {
        let file = folder.path + "/none"
        #expect(throws: VaultProblem.unreadable(file, ENOENT)) { try settings(.file(file)).open() }
        #expect(throws: VaultProblem.unreadable(folder.path, EINVAL)) { try settings(.file(folder.path)).open() }
    }

    @Test("A command that fails, or is too slow, gives no key, and what it wrote is in no error")
    func commands() throws {
        let failing = RootKeySource.command("echo \(digits); exit 3", environment: [:])
        let error = #expect(throws: VaultProblem.self) { try failing.read() }
        #expect(error == .keyCommandFailed(status: 3))
        #expect(error?.description.contains(digits) == false)
        let slow = KeyCommand(line: "exec tail -f /dev/null", environment: ["PATH": "/bin:/usr/bin"], limit: .zero)
        #expect(throws: VaultProblem.keyCommandTooSlow) { try slow.run() }
    }

    @Test("A command has the environment it was given and nothing else")
    func environment() throws {
        let file = folder.path + "/environment"
        let command = RootKeySource.command(
            "env > '\(file)'; printf %s \"$DIGITS\"", environment: ["DIGITS": digits, "PATH": "/bin:/usr/bin"])
        _ = try command.read()
        let names = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map {
            $0.prefix { $0 != "=" }
        }
        #expect(Set(names).subtracting(["DIGITS", "PATH", "PWD", "SHLVL", "_"]).isEmpty)
    }

    @Test("Development makes itself a marked key and a folder once, for its user alone")
    func development() throws {
        var settings = settings(production: false, nil)
        settings.directory = nil
        let first = try settings.open()
        let second = try settings.open()
        #expect(first.roots.current.isDevelopment)
        #expect(first.roots.current.id == second.roots.current.id)
        let root = folder.path + "/.tidemark/vault"
        let text = try String(contentsOfFile: root + "/development-root.key", encoding: .utf8)
        #expect(text.hasPrefix("development:") && text.utf8.count == 12 + 64 + 1)
        for (path, mode) in [(root, 0o700), (root + "/company-keys", 0o700), (root + "/development-root.key", 0o600)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode, "\(path)")
        }
        // That very key, handed to production, is refused.
        settings.isProduction = true
        settings.rootKey = .file(root + "/development-root.key")
        settings.directory = root + "/company-keys"
        #expect(throws: VaultProblem.self) { try settings.open() }
    }

    @Test("Whoever reads keys writes no core dumps")
    func coreDumps() throws {
        _ = try settings(text(digits)).open()
        #expect(ProcessMemory.isClosed)
    }
}
