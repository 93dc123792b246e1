import Foundation
import Synchronization

/// What names stand for, for when somebody else connects and the address has to be vetted beforehand: behind a proxy no socket of ours
/// is opened to it.
final class NameBook: Sendable {
    typealias LookUp = @Sendable (_ name: String, _ port: Int) -> [NetworkAddress]

    /// Seconds an answer is kept, as libcurl keeps its own: so that a site whose addresses change places with every look-up is still
    /// asked over one connection.
    static let shelfLife = 60.0

    private let lookUp: LookUp
    private let now: @Sendable () -> Date
    private let entries = Mutex<[String: (addresses: [NetworkAddress], until: Date)]>([:])

    /// - Parameter lookUp: may wait; nothing for a name that is not known.
    init(lookUp: @escaping LookUp = SystemNames.addresses, now: @escaping @Sendable () -> Date = { Date() }) {
        self.lookUp = lookUp
        self.now = now
    }

    /// - Parameters:
    ///   - host: a name, or an address as it stands in one of the web.
    ///   - limit: how long a look-up may take.
    /// - Returns: at least one.
    /// - Throws: `WebFailure.unknownName`, `.tooSlow`; `CancellationError` when the task is cancelled.
    func addresses(of host: String, port: Int, within limit: Duration) async throws -> [NetworkAddress] {
        if let address = NetworkAddress(host.trimmingCharacters(in: ["[", "]"]), port: port) { return [address] }
        let (place, moment, lookUp) = ("\(host):\(port)", now(), lookUp)
        let known = entries.withLock { $0[place] }
        if let known, known.until > moment { return known.addresses }
        let addresses = try await NameLookUp.run(within: limit) { lookUp(host, port) }
        guard !addresses.isEmpty else { throw WebFailure.unknownName }
        entries.withLock { entries in
            entries = entries.filter { $0.value.until > moment }
            entries[place] = (addresses, moment.addingTimeInterval(Self.shelfLife))
        }
        return addresses
    }
}
