import Connections
import Foundation
import HTTPTypes
import Outbound
import Vault

/// Hands one message to one receiver, once.
struct AlertDelivery {
    let access: AlertAccess
    let message: AlertMessage
    let channel: ChannelRow

    /// What came of it, and the status of the answer if there was one.
    typealias Result = (verdict: DeliveryVerdict, status: Int?)

    func send(_ secrets: ConnectionSecrets) async throws -> Result {
        switch channel.kind {
        case .email: (.delivered, nil)
        case .slack: try await slack(secrets)
        case .webhook: try await webhook(secrets)
        case .pagerduty: try await pagerDuty(secrets)
        }
    }

    private static let notStored: Result = (
        .failed("the address is not stored any more", isChannelBroken: true), nil
    )

    private func slack(_ secrets: ConnectionSecrets) async throws -> Result {
        guard let address = Self.address(secrets) else { return Self.notStored }
        return try await post(try SlackMessage.body(message), to: address) {
            .slack(status: $0.status, body: Self.text($0), retryAfter: Self.wait($0, at: access.now()))
        }
    }

    private func webhook(_ secrets: ConnectionSecrets) async throws -> Result {
        guard let address = Self.address(secrets), let key = Self.text(secrets, .signingKey).flatMap(WebhookKey.bytes)
        else { return Self.notStored }
        let body = try WebhookMessage.body(message)
        let id = message.id.description
        let timestamp = Int64(access.now().timeIntervalSince1970)
        var fields: HTTPFields = [:]
        for (name, value) in [
            ("webhook-id", id), ("webhook-timestamp", "\(timestamp)"),
            ("webhook-signature", WebhookSignature.make(key: key, id: id, timestamp: timestamp, body: body)),
        ] {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return try await post(body, to: address, fields) {
            .webhook(status: $0.status, retryAfter: Self.wait($0, at: access.now()))
        }
    }

    /// One event for each alert. The other side knows each by its key, so that all may be sent again after one that went wrong.
    private func pagerDuty(_ secrets: ConnectionSecrets) async throws -> Result {
        guard let key = Self.text(secrets, .routingKey), let address = try? pagerDutyAddress() else {
            return Self.notStored
        }
        var bodies = try message.alerts.map { try PagerDutyEvent.body(message, $0, routingKey: key) }
        if message.occasion == .test {
            bodies = try [false, true].map { try PagerDutyEvent.body(message, nil, routingKey: key, isEnd: $0) }
        }
        var last: Result = (.delivered, nil)
        for body in bodies {
            last = try await post(body, to: address) {
                .pagerDuty(status: $0.status, body: Self.text($0), retryAfter: Self.wait($0, at: access.now()))
            }
            guard last.verdict == .delivered else { return last }
        }
        return last
    }

    private func pagerDutyAddress() throws -> WebAddress {
        if let place = access.pagerDuty { return place }
        return try WebAddress("https://\(channel.host ?? PagerDutyEvent.host)\(PagerDutyEvent.path)")
    }

    private func post(
        _ body: [UInt8], to address: WebAddress, _ fields: HTTPFields = [:],
        _ verdict: (WebAnswer) -> DeliveryVerdict
    ) async throws -> Result {
        var request = WebRequest(address, kind: .post(body), fields: fields)
        request.fields[.contentType] = "application/json"
        do {
            let answer = try await access.client.fetch(
                request, within: HostScope([address.host]), limits: AlertAccess.limits, mostRedirects: 0)
            return (verdict(answer), answer.status)
        } catch WebFailure.tooManyRedirects {
            return (.again(after: nil, "the receiver sends us elsewhere"), nil)
        } catch let failure as WebFailure {
            return (.nothing(failure), nil)
        }
    }

    private static func address(_ secrets: ConnectionSecrets) -> WebAddress? {
        text(secrets, .channelAddress).flatMap { try? WebAddress($0) }
    }

    private static func text(_ secrets: ConnectionSecrets, _ field: SecretField?) -> String? {
        field.flatMap { secrets[$0] }?.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    private static func text(_ answer: WebAnswer) -> String {
        String(decoding: answer.body.prefix(2_000), as: UTF8.self)
    }

    private static func wait(_ answer: WebAnswer, at moment: Date) -> Double? {
        RetryAfter.seconds(answer.fields, now: Int(moment.timeIntervalSince1970)).map(Double.init)
    }
}
