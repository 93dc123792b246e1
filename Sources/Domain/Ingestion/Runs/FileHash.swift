import Foundation
import Vault

/// The SHA-256 of a file, read in pieces.
enum FileHash {
    static func sha256(path: String) throws(PriceBookProblem) -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw PriceBookProblem(.notFound, "There is no file at \(path).")
        }
        guard !isFolder.boolValue else { throw PriceBookProblem(.notAFile, "\(path) is a folder, not a file.") }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw PriceBookProblem(.unreadable, "\(path) may not be read.")
        }
        defer { try? handle.close() }
        var stream = SHA256Stream()
        do {
            while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { stream.update(Array(piece)) }
        } catch {
            throw PriceBookProblem(.unreadable, "\(path) could not be read to its end.")
        }
        return stream.finish()
    }
}
