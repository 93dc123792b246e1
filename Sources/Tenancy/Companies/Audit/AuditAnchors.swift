package import Foundation
import Telemetry
import Vault

/// Notes of where chains ended, in files outside of the database, so that a record which was cut off or written anew from some event
/// on is found out. A chain alone cannot show that its end is missing.
///
/// One file for a database and month, one line a note: `<moment> <company> <number> <proof>`. Several processes may write to the same folder; it
/// belongs on another machine or on storage that does not overwrite.
package struct AuditAnchors: Sendable {
    private let folder: String

    /// - Parameter folder: made with the first note, for its owner only.
    package init(folder: String) { self.folder = folder }

    /// Appends notes of one database, on disk when it returns.
    /// - Throws: what the file system says.
    package func append(_ heads: [ChainHead], at moment: Date) throws {
        guard let installation = heads.first?.installation else { return }
        let stamp = moment.formatted(.iso8601)
        let lines = heads.map { "\(stamp) \($0.company) \($0.sequence) \(HexDigits.text($0.proof))\n" }.joined()
        try PrivateFile.makeFolders(folder)
        let path = "\(folder)/\(Self.prefix)\(installation)-\(stamp.prefix(7)).txt"
        try PrivateFile.makeFile(path)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        defer { try? file.close() }
        try file.seekToEnd()
        try file.write(contentsOf: Data(lines.utf8))
        try file.synchronize()
    }

    /// What the folder knows of a database.
    package struct Notes: Sendable {
        package var heads: [ChainHead] = []
        /// Lines that cannot be read.
        package var unreadable = 0
        /// Files about other databases.
        package var others = 0

        package init() {}
    }

    /// All notes of a database.
    /// - Throws: what the file system says about a file that is there.
    package func read(of installation: String) throws -> Notes {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var notes = Notes()
        for name in names.sorted() where name.hasPrefix(Self.prefix) && name.hasSuffix(".txt") {
            guard name.hasPrefix("\(Self.prefix)\(installation)-") else {
                notes.others += 1
                continue
            }
            let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            for line in text.split(separator: "\n") {
                let words = line.split(separator: " ")
                guard words.count == 4, let company = UUID(uuidString: String(words[1])), let sequence = Int(words[2]),
                    let proof = HexDigits.bytes(words[3]), proof.count == 32
                else {
                    notes.unreadable += 1
                    continue
                }
                notes.heads.append(
                    ChainHead(
                        installation: installation, company: CompanyID(rawValue: company), sequence: sequence,
                        proof: proof))
            }
        }
        return notes
    }

    private static let prefix = "heads-"
}
