package import Jobs

package import struct Foundation.UUID

/// Sends a mail. Holds its id alone: whom it goes to is in its row, and what it says is written when it is sent.
package struct SendMail: JobArguments {
    package static let kind = "mail.send"
    package static let settings = JobSettings(priority: .scraping, mostAttempts: 12, timeLimit: .seconds(330))

    package let mail: UUID

    package init(mail: UUID) { self.mail = mail }
}
