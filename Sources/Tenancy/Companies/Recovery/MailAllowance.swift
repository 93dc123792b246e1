import Postgres

/// Whether a mail may be sent because somebody wants it.
package enum MailAllowance: Sendable, Equatable {
    case allowed
    /// The address has had its mails. Whoever asks is not told, as they may not be the one who gets them.
    case addressFull
    /// The network has asked for its mails.
    case networkFull(seconds: Int)
}

/// What counting answered.
struct MailCount: RowDecodable {
    let allowance: MailAllowance

    init(row: inout RowReader) throws {
        let network: Double = try row.next()
        let address: Double = try row.next()
        allowance =
            network > 0
            ? .networkFull(seconds: Int(min(network.rounded(.up), 86_400))) : address > 0 ? .addressFull : .allowed
    }
}
