/// Why there is no answer, for a person to read. Says nothing of what was sent.
package enum WebFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The address, or one that it led to, cannot be asked.
    case address(WebAddressProblem)
    /// The host is none of those that this source is about.
    case strangeHost(String)
    /// What the name stands for is no address of the public internet.
    case forbiddenAddress(NetworkAddress)
    /// No encryption where it must be.
    case unencrypted
    /// The name is not known.
    case unknownName
    /// Nobody can be reached there.
    case unreachable
    /// The proxy is not there, says nothing, or does not let us through: the status it said so with.
    case proxyFailed(Int?)
    /// The server's certificate, or its way to encrypt, is not one to trust.
    case untrusted
    case tooSlow(Phase)
    case headersTooLarge
    case bodyTooLarge
    /// Unpacking it would fill memory: a bomb.
    case inflatesTooMuch
    /// The answer ends before its end, or is packed wrongly.
    case broken
    /// It is not HTTP, or contradicts itself.
    case malformed
    case tooManyRedirects
    /// libcurl cannot do it; its own code.
    case other(Int)

    package enum Phase: Sendable, Hashable {
        case connecting, waiting, reading
    }

    /// Whether the same request may succeed a moment later.
    package var isTransient: Bool {
        switch self {
        case .unreachable, .tooSlow, .broken, .unknownName, .proxyFailed(nil), .proxyFailed(503): true
        default: false
        }
    }

    /// Whether it says something about our question and nothing about the server.
    var isOurs: Bool {
        switch self {
        case .address, .strangeHost, .forbiddenAddress, .unencrypted, .proxyFailed, .other: true
        default: false
        }
    }

    package var description: String {
        switch self {
        case .address(let problem): "the address cannot be asked: \(problem)"
        case .strangeHost(let host): "\(host) is none of the hosts of this source"
        case .forbiddenAddress(let address): "\(address) is not an address of the public internet"
        case .unencrypted: "it would be asked without encryption"
        case .unknownName: "the name of the server is not known"
        case .unreachable: "the server cannot be reached"
        case .proxyFailed(nil): "our proxy cannot be reached"
        case .proxyFailed(let status?): "our proxy does not let us through (\(status))"
        case .untrusted: "the server's certificate is not one to trust"
        case .tooSlow(.connecting): "no connection came about in time"
        case .tooSlow(.waiting): "the server did not begin to answer in time"
        case .tooSlow(.reading): "the answer came too slowly"
        case .headersTooLarge: "the header of the answer is too large"
        case .bodyTooLarge: "the answer is too large"
        case .inflatesTooMuch: "the answer becomes too large by unpacking"
        case .broken: "the answer broke off"
        case .malformed: "the answer is not HTTP"
        case .tooManyRedirects: "the server sends us from one address to the next"
        case .other(let code): "libcurl cannot do this (\(code))"
        }
    }
}
