package import Foundation
package import Outbound

/// A mail as it is sent: headers and one plain text.
package struct MailMessage: Sendable {
    package let id: MailID
    package let from: Mailbox
    package let to: MailAddress
    package let subject: String
    package let text: String
    package let date: Date

    /// - Parameters:
    ///   - id: makes the Message-ID, which stays the same when the mail is sent again.
    ///   - date: of this attempt.
    package init(id: MailID, from: Mailbox, to: MailAddress, subject: String, text: String, date: Date) {
        self.id = id
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.date = date
    }

    /// The message with CRLF line ends, all of it ASCII.
    /// - Throws: `MailProblem.controlCharacter` for one in the subject or in a name.
    package func bytes() throws(MailProblem) -> [UInt8] {
        let body = BodyText(text)
        let name = try HeaderText.encode(name: from.name, header: "From")
        let headers = [
            "Date: \(Self.text(of: date))",
            "From: \(from.name.isEmpty ? from.address.text : "\(name) <\(from.address)>")",
            "To: \(to)",
            "Message-ID: <\(id)@\(from.address.domain)>",
            "Subject: \(try HeaderText.encode(subject, header: "Subject"))",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: \(body.encoding.rawValue)",
            // Answering machines leave such mail alone (RFC 3834).
            "Auto-Submitted: auto-generated",
        ]
        return Array((headers.joined(separator: "\r\n") + "\r\n\r\n" + body.encoded).utf8)
    }

    /// A date as RFC 5322 writes it, in UTC.
    static func text(of date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second, .weekday], from: date)
        func two(_ number: Int?) -> String { String(format: "%02d", number ?? 0) }
        let day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][((parts.weekday ?? 1) - 1) % 7]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let month = months[((parts.month ?? 1) - 1) % 12]
        let time = "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second))"
        return "\(day), \(two(parts.day)) \(month) \(parts.year ?? 1970) \(time) +0000"
    }
}
