package import Foundation
import Outbound
import Vault

/// Mails as files, where there is no mail server: for development, since they hold links that open accounts. Only the folder's
/// owner may read them.
package struct OutboxFolder: Sendable, Hashable {
    package let path: String

    /// The most mails that are shown.
    package static let most = 200

    /// A mail of the folder.
    package struct Item: Sendable, Hashable {
        /// The mail's id, which is the file's name.
        package let id: String
        package let writtenAt: Date
        package let recipient: String
        package let subject: String
        /// The text, decoded.
        package let text: String
    }

    package init(path: String) { self.path = path }

    /// Writes a mail, in place of one of the same id.
    package func write(_ message: [UInt8], id: MailID) throws {
        try PrivateFile.makeFolders(path)
        try PrivateFile.write(message, to: "\(path)/\(id).eml", replaces: true)
    }

    /// The mails of the folder, newest first.
    package func items() -> [Item] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".eml") }.compactMap { item(String($0.dropLast(4))) }
            .sorted { ($0.writtenAt, $0.id) > ($1.writtenAt, $1.id) }.prefix(Self.most).map(\.self)
    }

    /// A mail by its id; nil for anything that is no id of a mail here.
    package func item(_ id: String) -> Item? {
        // A name of a file comes from outside here: only what an id looks like is one.
        guard let known = UUID(uuidString: id)?.uuidString.lowercased(), known == id else { return nil }
        let name = "\(path)/\(known).eml"
        guard let data = FileManager.default.contents(atPath: name),
            let attributes = try? FileManager.default.attributesOfItem(atPath: name),
            let writtenAt = attributes[.modificationDate] as? Date,
            let message = ReadMessage(String(decoding: data, as: UTF8.self))
        else { return nil }
        return Item(
            id: known, writtenAt: writtenAt, recipient: message.recipient, subject: message.subject, text: message.text)
    }
}
