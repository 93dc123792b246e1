import Foundation

/// One numbered change of the schema: `0007_name.up.sql` and `0007_name.down.sql`.
package struct Migration: Sendable, Hashable {
    package let number: Int
    package let name: String
    package let up: String
    package let down: String

    package init(number: Int, name: String, up: String, down: String) {
        self.number = number
        self.name = name
        self.up = up
        self.down = down
    }

    /// A hash of the up script, kept in the ledger so that an edited migration is noticed. FNV-1a, 64 bits: it guards
    /// against accidents, not against an attacker who owns the schema.
    package var checksum: Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in up.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int64(bitPattern: hash)
    }

    /// The migrations of a folder in order.
    /// - Throws: `DatabaseError` with a sentence when a number is missing or doubled or a half of a pair is absent.
    package static func load(from folder: String) throws -> [Migration] {
        let manager = FileManager.default
        guard let files = try? manager.contentsOfDirectory(atPath: folder) else {
            throw problem("there is no migrations folder at \(folder)")
        }
        var migrations: [Migration] = []
        for file in files.sorted() where file.hasSuffix(".up.sql") {
            let stem = String(file.dropLast(".up.sql".count))
            guard let number = Int(stem.prefix(while: \.isNumber)) else {
                throw problem("\(file) does not start with a number")
            }
            guard number == migrations.count + 1 else {
                throw problem("\(file) should be number \(migrations.count + 1)")
            }
            guard let up = manager.contents(atPath: "\(folder)/\(file)"),
                let down = manager.contents(atPath: "\(folder)/\(stem).down.sql")
            else { throw problem("\(stem) lacks its up or down half") }
            migrations.append(
                Migration(
                    number: number, name: stem, up: String(decoding: up, as: UTF8.self),
                    down: String(decoding: down, as: UTF8.self)))
        }
        return migrations
    }

    static func problem(_ sentence: String) -> DatabaseError {
        DatabaseError(state: .migration, message: sentence)
    }
}
