import Foundation
import NIOCore
import NIOSSL
import Synchronization

/// A mail server of the tests' own, on a port of this machine. Keeps what it was told and what it took.
package final class MailServer: Sendable {
    /// What one connection said.
    package struct Dialogue: Sendable {
        /// The lines as they came, without their ends and without the message.
        package var lines: [String] = []
        /// Whether what came after STARTTLS, or everything, was encrypted.
        package var isEncrypted = false
    }

    /// A message it took responsibility for.
    package struct Letter: Sendable {
        package var sender = ""
        package var recipient = ""
        /// Headers and body with CRLF, without the dots SMTP adds.
        package var text = ""
        /// User and password as they were presented.
        package var signIn: String?
    }

    private let kept = Mutex<(dialogues: [Dialogue], letters: [Letter])>(([], []))
    private let script: Mutex<MailServerScript>
    private let channel = Mutex<(any Channel)?>(nil)

    private init(script: MailServerScript) { self.script = Mutex(script) }

    /// Runs a server while `body` does.
    package static func with<Result: Sendable>(
        _ script: MailServerScript = MailServerScript(), _ body: (MailServer) async throws -> Result
    ) async throws -> Result {
        let server = MailServer(script: script)
        return try await LocalListener.with { channel in
            let dialogue = server.begin()
            let pipeline = channel.pipeline.syncOperations
            if server.present.isEncryptedFromTheStart {
                try pipeline.addHandler(NIOSSLServerHandler(context: LocalCertificate.shared.context))
                server.change(dialogue) { $0.isEncrypted = true }
            }
            try pipeline.addHandler(MailServerHandler(server: server, number: dialogue))
        } began: { listener in
            server.channel.withLock { $0 = listener }
        } _: {
            try await body(server)
        }
    }

    package var port: Int { channel.withLock { $0?.localAddress?.port } ?? 0 }

    /// How it behaves from now on.
    package func behave(_ script: MailServerScript) { self.script.withLock { $0 = script } }

    /// Every connection so far, in the order they came.
    package var dialogues: [Dialogue] { kept.withLock(\.dialogues) }

    /// Every message it took, in order.
    package var letters: [Letter] { kept.withLock(\.letters) }

    /// The certificate it shows, as a file to trust.
    package static var certificatePath: String { LocalCertificate.shared.path }

    var present: MailServerScript { script.withLock { $0 } }

    func take(_ letter: Letter) { kept.withLock { $0.letters.append(letter) } }

    func change(_ number: Int, _ change: (inout Dialogue) -> Void) { kept.withLock { change(&$0.dialogues[number]) } }

    private func begin() -> Int {
        kept.withLock { kept in
            kept.dialogues.append(Dialogue())
            return kept.dialogues.count - 1
        }
    }
}
