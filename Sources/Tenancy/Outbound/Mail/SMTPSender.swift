import CLibcurl

/// Hands messages to a mail server. The one place that speaks SMTP.
package struct SMTPSender: Sendable {
    package let server: SMTPServer
    private let thread: TransferThread

    package init(server: SMTPServer) {
        self.server = server
        thread = TransferThread(name: "smtp", mostAtOnce: server.mostConnections)
    }

    /// Hands one message to the server for one recipient. Returns when the server has taken it.
    ///
    /// - Parameter message: headers and body with CRLF line ends; a line of one dot needs no care.
    /// - Throws: `SMTPFailure`; `CancellationError` when the task is cancelled, after which the message may have been taken.
    package func send(_ message: [UInt8], from sender: MailAddress, to recipient: MailAddress) async throws {
        try Task.checkCancellation()
        guard message.count <= server.mostBytes else {
            throw SMTPFailure.tooLarge(message.count, most: server.mostBytes)
        }
        let server = server
        let conversation = MailConversation()
        let end = await thread.perform(conversation) { handle in
            handle.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
            handle.set(CURLOPT_URL, server.url)
            handle.set(CURLOPT_USE_SSL, Int((server.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL).rawValue))
            handle.set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
            handle.set(CURLOPT_SSL_VERIFYPEER, 1)
            handle.set(CURLOPT_SSL_VERIFYHOST, 2)
            if let file = server.certificates { handle.set(CURLOPT_CAINFO, file) }
            if let user = server.user, let password = server.password {
                handle.set(CURLOPT_USERNAME, user)
                handle.set(CURLOPT_PASSWORD, secret: password)
            }
            handle.set(CURLOPT_MAIL_FROM, sender.text)
            handle.set(CURLOPT_MAIL_RCPT, list: [recipient.text])
            handle.set(milliseconds: CURLOPT_CONNECTTIMEOUT_MS, server.connectLimit)
            handle.set(milliseconds: CURLOPT_TIMEOUT_MS, server.totalLimit)
            handle.set(seconds: CURLOPT_SERVER_RESPONSE_TIMEOUT, server.replyLimit)
            // A connection of its own for each: none is kept that may have gone stale, or that is signed in.
            handle.set(CURLOPT_FRESH_CONNECT, 1)
            handle.set(CURLOPT_FORBID_REUSE, 1)
            handle.upload(message)
        }
        if end.isComplete { return }
        try Task.checkCancellation()
        throw SMTPFailure(end, reply: conversation.reply)
    }
}
