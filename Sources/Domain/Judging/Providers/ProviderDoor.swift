import Documents
import Foundation
import HTTPTypes
package import Outbound

/// The way to one provider: one address, one key, a model and its price.
package struct ProviderDoor: Sendable {
    /// Vets every address; follows no redirect here.
    let client: WebClient
    let address: WebAddress
    let model: String
    let price: TokenPrice
    let key: ProviderKey
    let limits: TransferLimits

    /// - Parameters:
    ///   - base: what the provider's addresses begin with, without a slash at the end.
    ///   - path: what is asked, beginning with a slash.
    init(
        client: WebClient, base: WebAddress, path: String, model: String, price: TokenPrice, key: ProviderKey,
        limits: TransferLimits
    ) {
        self.client = client
        let folder = base.pathAndQuery.hasSuffix("/") ? String(base.pathAndQuery.dropLast()) : base.pathAndQuery
        address = base.at(folder + path)
        self.model = model
        self.price = price
        self.key = key
        self.limits = limits
    }

    /// A model may think for minutes and says nothing before it is done, so that silence is no stall.
    package static let limits: TransferLimits = {
        var limits = TransferLimits()
        limits.firstByte = .seconds(170)
        limits.total = .seconds(180)
        limits.stall = .seconds(180)
        limits.headerBytes = 32 * 1_024
        limits.bodyBytes = 2 * 1_024 * 1_024
        limits.inflatedBytes = 4 * 1_024 * 1_024
        return limits
    }()

    /// Tokens a provider may add to what is sent: roles, and what tells a model about the form of its answer.
    static let overhead = 1_500

    /// No token is shorter than a byte, so that this is more than will be used: about four times as much for English.
    func most(_ body: [UInt8], output: Int) -> TokenUsage {
        TokenUsage(input: body.count + Self.overhead, output: output)
    }

    /// Sends a request once and has its answer read, if there is one.
    /// - Throws: `CancellationError` alone.
    func send(
        _ body: [UInt8], _ fields: HTTPFields, secret: HTTPFields, reading read: (ProviderAnswer) -> JudgeReply
    ) async throws -> JudgeReply {
        var request = WebRequest(address, kind: .post(body), fields: fields, secretFields: secret)
        request.fields[.contentType] = "application/json"
        request.fields[.accept] = "application/json"
        do {
            let answer = try await client.fetch(
                request, within: HostScope([address.host]), limits: limits, mostRedirects: 0)
            return read(
                ProviderAnswer(
                    status: answer.status, body: try? JSONParser.parse(answer.body),
                    retryAfter: RetryAfter.seconds(answer.fields, now: Int(Date().timeIntervalSince1970))))
        } catch let failure as WebFailure {
            return JudgeReply(.failed(.unreachable(failure)), usage: Self.wasAsked(failure) ? nil : TokenUsage.none)
        }
    }

    /// Whether the request may have come through before it went wrong, so that it may be on the bill.
    private static func wasAsked(_ failure: WebFailure) -> Bool {
        switch failure {
        case .address, .strangeHost, .forbiddenAddress, .unencrypted, .unknownName, .unreachable, .proxyFailed,
            .untrusted, .tooSlow(.connecting):
            false
        default: true
        }
    }
}
