/// Where a mail stands. Twin of the check on `mails.state` (parity test).
package enum MailState: String, Sendable, Hashable, CaseIterable {
    /// To be sent, perhaps tried before.
    case queued
    /// A server has taken it.
    case sent
    /// Nobody will try again unless a person wants it.
    case failed
}
