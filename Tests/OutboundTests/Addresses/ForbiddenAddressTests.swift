import Synchronization
import TestSupport
import Testing

@testable import Outbound

/// Sixty and more ways to write an address that must not be asked (S-105): none is connected to, seen where sockets are opened.
@Suite struct ForbiddenAddressTests {
    /// Names that stand for an address, as a hostile name server would have it.
    private static let names = [
        "rebound.example:443:127.0.0.1", "metadata.example:443:169.254.169.254", "inside.example:443:10.0.0.7",
        "six.example:443:[::1]", "mapped.example:443:[::ffff:127.0.0.1]", "nat.example:443:[64:ff9b::a00:1]",
        "two.example:443:127.0.0.1,192.168.0.1",
    ]

    static let spellings: [String] = {
        let hosts = [
            "127.0.0.1", "127.1", "127.0.1", "2130706433", "017700000001", "0x7f000001", "0x7f.1", "0177.0.0.1",
            "0x7f.0x0.0x0.0x1", "127.000.000.001", "00000177.1", "0", "0.0.0.0", "0x0", "127.0.0.1.", "127.127.127.127",
            "10.0.0.1", "0xa000001", "167772161", "012.1", "172.16.0.1", "172.31.255.1", "192.168.0.1", "3232235521",
            "169.254.169.254", "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "100.64.0.1", "198.18.0.1",
            "224.0.0.1", "240.0.0.1", "255.255.255.255", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]", "[::ffff:169.254.169.254]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "[2002:7f00:1::]",
            "[fe80::1]", "[fe80::1%25lo]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "localhost", "LOCALHOST",
            "localhost.", "\u{2460}\u{2461}\u{2466}.0.0.1", "127\u{3002}0\u{3002}0\u{3002}1", "\u{FF11}27.0.0.1",
            "public.example@127.0.0.1", "user:pass@127.0.0.1", "127.0.0.1#@public.example",
            "127.0.0.1\\@public.example",
            "127.0.0.1%00.public.example", "127.0.0.1%2epublic.example", "%31%32%37.0.0.1",
        ]
        return (hosts + names.compactMap { $0.split(separator: ":").first.map(String.init) }).map { "https://\($0)/" }
    }()

    /// Addresses that sockets would have been connected to.
    private final class Record: Sendable {
        let addresses = Mutex<[NetworkAddress]>([])
    }

    private static func client(
        vetsFirst: Bool, _ record: Record, lets: @escaping @Sendable (NetworkAddress) -> Bool
    ) -> WebClient {
        WebClient(
            userAgent: "t", reach: Reach(), mostAtOnce: 8, certificates: nil, names: names,
            mayConnect: { address in
                if lets(address) { record.addresses.withLock { $0.append(address) } }
                // Never a real packet to a private address, whatever the test shows.
                return false
            }, vetsFirst: vetsFirst)
    }

    private static func ask(_ client: WebClient, _ text: String) async -> (any Error)? {
        do {
            _ = try await client.fetch(WebRequest(try WebAddress(text)), within: .any, limits: .patient)
            return nil
        } catch { return error }
    }

    @Test func no_spelling_leads_to_a_connection_S_105() async {
        #expect(Self.spellings.count >= 60)
        // The second looks at sockets alone, as for an answer that changes between two look-ups.
        for vetsFirst in [true, false] {
            let record = Record()
            let client = Self.client(vetsFirst: vetsFirst, record, lets: Reach().allows)
            for spelling in Self.spellings { #expect(await Self.ask(client, spelling) != nil, "\(spelling)") }
            #expect(record.addresses.withLock { $0 } == [])
        }
    }

    /// With the check off most of them do lead to a socket: they are what they seem.
    @Test func without_the_check_they_would_S_105() async {
        let record = Record()
        let client = Self.client(vetsFirst: false, record) { !Reach().allows($0) }
        var led = 0
        for spelling in Self.spellings {
            let before = record.addresses.withLock(\.count)
            _ = await Self.ask(client, spelling)
            if record.addresses.withLock(\.count) > before { led += 1 }
        }
        #expect(led >= 40)
    }
}
