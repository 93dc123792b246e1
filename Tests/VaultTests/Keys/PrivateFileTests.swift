import Foundation
import Testing
import Vault

/// Files and folders are their owner's alone from the beginning, and what is there already stays as it is.
@Suite struct PrivateFileTests {
    private func with(_ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("tidemark-private-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func folders_are_made_with_those_around_them() throws {
        try with { path in
            try PrivateFile.makeFolders(path + "/a/b")
            for folder in [path, path + "/a", path + "/a/b"] { #expect(try mode(folder) == 0o700) }
            try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: path)
            try PrivateFile.makeFolders(path + "/c/")
            #expect(try mode(path) == 0o750)
            #expect(try mode(path + "/c") == 0o700)
        }
    }

    @Test func a_file_is_made_once() throws {
        try with { path in
            try PrivateFile.makeFolders(path)
            let file = path + "/file"
            try PrivateFile.makeFile(file)
            #expect(try mode(file) == 0o600)
            try Data("kept".utf8).write(to: URL(fileURLWithPath: file))
            try PrivateFile.makeFile(file)
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "kept")
            #expect(throws: VaultProblem.unwritable(file + "/under", ENOTDIR)) {
                try PrivateFile.makeFolders(file + "/under")
            }
        }
    }
}
