import Foundation
import Glibc
import Outbound

/// Reads `https` addresses whose names a name server answers for as a good one would not (F-29), and prints a line for each question:
/// what was asked, and what came of it.
@main
enum NameProbeProgram {
    static func main() async {
        for name in [NameServer.unknown, NameServer.failing] {
            print(name, await outcome(name, client()))
        }
        // A name that is looked up anew means another address.
        for _ in 0..<2 { print(NameServer.rebound, await outcome(NameServer.rebound, client())) }
        print(NameServer.mixed, await outcome(NameServer.mixed, client()))
        await silence()
        exit(0)
    }

    /// The time until connected ends, the answer does not come, and others do not wait for it, neither then nor afterwards.
    private static func silence() async {
        let client = client()
        async let late = outcome(NameServer.silent, client, within: .milliseconds(500))
        while NameServer.count(NameServer.silent) == 0 { await Task.yield() }
        print("meanwhile", await outcome(NameServer.unknown, client))
        print(NameServer.silent, await late)
        print("afterwards", await outcome(NameServer.failing, client))
        print("called off", await calledOff(client))
    }

    private static func calledOff(_ client: WebClient) async -> String {
        let before = NameServer.count(NameServer.silent)
        let task = Task { await outcome(NameServer.silent, client) }
        while NameServer.count(NameServer.silent) == before { await Task.yield() }
        task.cancel()
        return await task.value
    }

    /// A client that has looked up nothing yet, and may connect to the one address that is named.
    private static func client() -> WebClient {
        let named = NetworkAddress(NameServer.allowed, port: 443).map { [$0] } ?? []
        return WebClient(userAgent: "probe", reach: Reach(named: Set(named)))
    }

    /// - Parameter limit: until connected; a busy machine may take its time over everything else.
    private static func outcome(
        _ name: String, _ client: WebClient, within limit: Duration = .seconds(3_600)
    ) async -> String {
        var limits = TransferLimits()
        limits.connect = limit
        limits.firstByte = .seconds(3_600)
        limits.total = .seconds(3_600)
        limits.stall = .seconds(3_600)
        do {
            let address = try WebAddress("https://\(name)/")
            return "answered \(try await client.fetch(WebRequest(address), within: .any, limits: limits).status)"
        } catch { return "\(error)" }
    }
}
