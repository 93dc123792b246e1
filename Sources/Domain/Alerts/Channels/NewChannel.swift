package import Companies
import Connections
import Foundation
package import Outbound
package import Vault

/// What a person gives to have alerts told somewhere.
package struct NewChannel: Sendable {
    package let kind: ChannelKind
    package let name: String
    package let least: AlertSeverity
    /// Mail: the members; none for all who look after the company.
    package let recipients: [IdentityID]
    /// An address or a key, sealed when it is stored; nil for mail.
    let secret: SecretBytes?
    /// Of the address as much as everybody may see.
    let host: String?

    /// - Parameters:
    ///   - secret: an address or a key, as it was typed.
    ///   - isEuropean: PagerDuty keeps accounts of its European region at an address of their own.
    ///   - reach: which addresses may be told.
    /// - Throws: `ChannelProblem`.
    package init(
        kind: ChannelKind, name: String, least: AlertSeverity, recipients: [IdentityID] = [],
        secret: SecretBytes? = nil,
        isEuropean: Bool = false, reach: Reach = Reach()
    ) throws(ChannelProblem) {
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...100).contains(name.unicodeScalars.count) else { throw .nameLength }
        // It has to be understood to be checked: this copy goes with the request.
        let typed = (secret?.withBytes { String(decoding: $0, as: UTF8.self) } ?? "")
            .trimmingCharacters(in: .whitespacesAndNewlines)
        self.kind = kind
        self.name = name
        self.least = least
        self.recipients = kind == .email ? recipients : []
        switch kind {
        case .email:
            (self.secret, host) = (nil, nil)
        case .pagerduty:
            guard typed.wholeMatch(of: #/[A-Za-z0-9]{32}/#) != nil else { throw .routingKey }
            self.secret = SecretBytes(copying: typed)
            host = isEuropean ? PagerDutyEvent.europeanHost : PagerDutyEvent.host
        case .slack:
            let address = try Self.address(typed, reach, .slackAddress)
            let isSlacks = ["hooks.slack.com", "hooks.slack-gov.com"].contains(address.host)
            guard isSlacks || Self.isNamed(address, reach), address.pathAndQuery.count > 1 else {
                throw .slackAddress
            }
            (self.secret, host) = (SecretBytes(copying: address.description), address.host)
        case .webhook:
            let address = try Self.address(typed, reach, .address)
            (self.secret, host) = (SecretBytes(copying: address.description), address.host)
        }
    }

    /// What is stored. A webhook gets a key to sign with, which is shown to whoever made it, once.
    var secrets: [SecretField: SecretBytes] {
        guard let field = kind.given, let secret else { return [:] }
        return [field: secret]
    }

    /// What can be seen of an address now; what its name stands for is looked at when there is something to tell.
    private static func address(
        _ text: String, _ reach: Reach, _ problem: ChannelProblem
    ) throws(ChannelProblem) -> WebAddress {
        guard text.utf8.count <= 2_000, let address = try? WebAddress(text) else { throw problem }
        if isNamed(address, reach) { return address }
        guard address.scheme == "https", address.port == 443 else { throw problem }
        if let literal = literal(address) {
            guard reach.allows(literal) else { throw problem }
        } else {
            // A name without a dot is one of somebody's own network.
            guard address.host.contains(".") else { throw problem }
        }
        return address
    }

    private static func isNamed(_ address: WebAddress, _ reach: Reach) -> Bool {
        literal(address).map(reach.named.contains) ?? false
    }

    private static func literal(_ address: WebAddress) -> NetworkAddress? {
        NetworkAddress(address.host.trimmingCharacters(in: ["[", "]"]), port: address.port)
    }
}
