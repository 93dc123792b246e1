import Foundation
import NIOCore
import NIOSSL
import NIOTLS

/// One connection of `MailServer`: answers line by line.
final class MailServerHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum Mode { case commands, signInName, signInPassword, plain, message }

    private let server: MailServer
    private let number: Int
    private var mode = Mode.commands
    private var unread = ByteBuffer()
    private var letter = MailServer.Letter()
    private var name = ""
    private var hasGreeted = false

    init(server: MailServer, number: Int) {
        self.server = server
        self.number = number
    }

    /// With TLS from the start the greeting waits for the handshake.
    func channelActive(context: ChannelHandlerContext) {
        if !server.present.isEncryptedFromTheStart { greet(context) }
        context.fireChannelActive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? TLSUserEvent, case .handshakeCompleted = event, !hasGreeted { greet(context) }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        unread.writeBuffer(&buffer)
        while let end = unread.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) {
            let count = end - unread.readerIndex + 1
            let line = unread.readString(length: count) ?? ""
            take(line.replacing("\r\n", with: ""), context)
        }
    }

    private func greet(_ context: ChannelHandlerContext) {
        hasGreeted = true
        answer(.greeting, "220 mail.example.com ESMTP", context)
    }

    private func take(_ line: String, _ context: ChannelHandlerContext) {
        switch mode {
        case .message: return takeMessage(line, context)
        case .plain:
            mode = .commands
            let parts = (Data(base64Encoded: line) ?? Data()).split(separator: 0, omittingEmptySubsequences: false)
            return signIn(parts.suffix(2).map { String(decoding: $0, as: UTF8.self) }, context)
        case .signInName:
            name = Data(base64Encoded: line).map { String(decoding: $0, as: UTF8.self) } ?? ""
            mode = .signInPassword
            return write("334 UGFzc3dvcmQ6", context)
        case .signInPassword:
            mode = .commands
            return signIn([name, Data(base64Encoded: line).map { String(decoding: $0, as: UTF8.self) } ?? ""], context)
        case .commands: break
        }
        server.change(number) { $0.lines.append(line) }
        let word = line.uppercased()
        if word.hasPrefix("EHLO") || word.hasPrefix("HELO") {
            hello(context)
        } else if word == "STARTTLS" {
            startTLS(context)
        } else if word.hasPrefix("AUTH ") {
            beginSignIn(word, context)
        } else if word.hasPrefix("MAIL FROM:") {
            letter.sender = Self.address(line)
            answer(.sender, "250 2.1.0 ok", context)
        } else if word.hasPrefix("RCPT TO:") {
            letter.recipient = Self.address(line)
            answer(.recipient, "250 2.1.5 ok", context)
        } else if word == "DATA" {
            if answer(.data, "354 go on", context) { mode = .message }
        } else if word == "QUIT" {
            if server.present.saysGoodbye {
                write("221 2.0.0 goodbye", context)
                context.close(promise: nil)
            }
        } else {
            write("502 5.5.1 unknown", context)
        }
    }

    private func takeMessage(_ line: String, _ context: ChannelHandlerContext) {
        guard line == "." else {
            letter.text += (line.hasPrefix(".") ? String(line.dropFirst()) : line) + "\r\n"
            return
        }
        mode = .commands
        // One that goes away here has taken the message and does not say so.
        let drops = server.present.dropsAt == .message
        if drops || server.present.replies[.message]?.hasPrefix("2") ?? true { server.take(letter) }
        answer(.message, "250 2.0.0 queued as 4F1", context)
    }

    private func hello(_ context: ChannelHandlerContext) {
        let script = server.present
        var offers = ["250-mail.example.com", "250-SIZE 10000000", "250-8BITMIME"]
        let isEncrypted = server.dialogues[number].isEncrypted
        if script.offersStartTLS, !isEncrypted { offers.append("250-STARTTLS") }
        if script.offersSignIn { offers.append("250-AUTH PLAIN LOGIN") }
        answer(.hello, (offers + ["250 HELP"]).joined(separator: "\r\n"), context)
    }

    private func startTLS(_ context: ChannelHandlerContext) {
        guard answer(.startTLS, "220 ready", context) else { return }
        server.change(number) { $0.isEncrypted = true }
        let handler = NIOSSLServerHandler(context: LocalCertificate.shared.context)
        try? context.pipeline.syncOperations.addHandler(handler, position: .first)
    }

    private func beginSignIn(_ word: String, _ context: ChannelHandlerContext) {
        // A bare AUTH PLAIN is answered with an empty challenge; the secret comes in a line of its own.
        switch word {
        case "AUTH PLAIN":
            mode = .plain
            write("334 ", context)
        case "AUTH LOGIN":
            mode = .signInName
            write("334 VXNlcm5hbWU6", context)
        default: write("504 5.5.4 unknown mechanism", context)
        }
    }

    private func signIn(_ pair: [String], _ context: ChannelHandlerContext) {
        letter.signIn = pair.joined(separator: " ")
        let credential = server.present.credential
        let isRight = pair.count == 2 && credential.map { $0.user == pair[0] && $0.password == pair[1] } ?? false
        answer(.signIn, isRight ? "235 2.7.0 ok" : "535 5.7.8 wrong", context)
    }

    /// Answers as the script says.
    /// - Returns: whether it went on well.
    @discardableResult
    private func answer(_ step: MailServerScript.Step, _ good: String, _ context: ChannelHandlerContext) -> Bool {
        let script = server.present
        if script.dropsAt == step {
            context.close(promise: nil)
            return false
        }
        let line = script.replies[step] ?? good
        if !line.isEmpty { write(line, context) }
        return line == good
    }

    private func write(_ line: String, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: line + "\r\n")), promise: nil)
    }

    private static func address(_ line: String) -> String {
        String(line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
    }
}
