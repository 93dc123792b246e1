import Foundation
import Outbound
import Testing

@testable import Mail

@Suite struct OutboxFolderTests {
    private func with(_ body: (OutboxFolder, String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "tidemark-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(OutboxFolder(path: path + "/outbox"), path)
    }

    private func write(_ subject: String, to folder: OutboxFolder, id: MailID) throws {
        let message = MailMessage(
            id: id, from: Mailbox(name: "", address: try #require(MailAddress("tide@example.org"))),
            to: try #require(MailAddress("ada@example.net")), subject: subject, text: "<b>Grüße</b>\n", date: Date())
        try folder.write(try message.bytes(), id: id)
    }

    @Test func a_mail_written_is_a_mail_read_and_nobody_elses_business() throws {
        try with { folder, _ in
            #expect(folder.items().isEmpty)
            let id = MailID()
            try write("First", to: folder, id: id)
            try write("Größe", to: folder, id: id)
            let item = try #require(folder.items().first)
            #expect(folder.items().count == 1 && item.id == "\(id)")
            #expect(item.subject == "Größe" && item.text == "<b>Grüße</b>\n" && item.recipient == "ada@example.net")
            for (name, mode) in [(folder.path, 0o700), ("\(folder.path)/\(id).eml", 0o600)] {
                let attributes = try FileManager.default.attributesOfItem(atPath: name)
                #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode)
            }
        }
    }

    @Test func only_ids_are_names_of_files() throws {
        try with { folder, parent in
            try write("x", to: folder, id: MailID())
            let outside = UUID().uuidString.lowercased()
            try write(
                "y", to: OutboxFolder(path: parent), id: MailID(rawValue: try #require(UUID(uuidString: outside))))
            for name in ["", "..", "../\(outside)", outside, "/etc/passwd", "a/b", outside.uppercased(), "x\0"] {
                #expect(folder.item(name) == nil, "\(name)")
            }
            try Data("nonsense".utf8).write(to: URL(fileURLWithPath: "\(folder.path)/\(outside).eml"))
            #expect(folder.item(outside) == nil && folder.items().count == 1)
        }
    }
}
