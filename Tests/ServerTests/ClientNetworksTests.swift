import HTTPTypes
import Testing

@testable import Server

@Suite struct ClientNetworksTests {
    private func network(_ address: String, forwarded: [String] = [], proxies: Int = 0) throws -> String? {
        var headers = HTTPFields()
        for entry in forwarded {
            headers.append(HTTPField(name: try #require(HTTPField.Name("x-forwarded-for")), value: entry))
        }
        return ClientNetworks(trustedProxies: proxies).network(
            of: headers, from: address)
    }

    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3:4:5:6", "32:1:13:184:0:1:0:2"), ("::ffff:192.0.2.7", "192.0.2.7"),
    ])
    func an_address_has_a_network(address: String, expected: String) throws {
        #expect(try network(address) == expected)
    }

    @Test func the_whole_of_a_clients_own_64_bits_is_one_network() throws {
        #expect(try network("2001:db8::1") == network("2001:db8::ffff:1"))
        #expect(try network("2001:db8::1") != network("2001:db8:0:1::1"))
    }

    /// Behind a proxy nobody told us about everybody would be one client.
    @Test(arguments: [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.9.9", "192.168.1.1", "169.254.1.1", "::1", "fd00::1", "fe80::1",
        "::ffff:10.0.0.1",
    ])
    func a_private_address_has_none(address: String) throws {
        #expect(try network(address) == nil)
    }

    @Test func only_what_our_proxies_wrote_is_believed() throws {
        #expect(try network("192.0.2.7", forwarded: ["198.51.100.1"]) == "192.0.2.7")
        let chain = ["203.0.113.9, 198.51.100.1", "198.51.100.2"]
        #expect(try network("10.0.0.1", forwarded: chain, proxies: 1) == "198.51.100.2")
        #expect(try network("10.0.0.1", forwarded: chain, proxies: 2) == "198.51.100.1")
        #expect(try network("10.0.0.1", forwarded: chain, proxies: 4) == nil)
        #expect(try network("10.0.0.1", forwarded: ["nonsense"], proxies: 1) == nil)
        #expect(try network("10.0.0.1", proxies: 1) == nil)
        let odd = [
            "", ":", "::::", "1.2.3", "1.2.3.4.5", "x::y", "1:2:3:4:5:6:7:8:9", "12345::", "256.1.1.1", "-1.2.3.4",
        ]
        for odd in odd {
            #expect(try network("10.0.0.1", forwarded: [odd], proxies: 1) == nil, "\(odd)")
        }
    }
}
