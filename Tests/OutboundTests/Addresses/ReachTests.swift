import Testing

@testable import Outbound

@Suite struct ReachTests {
    @Test(arguments: [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1",
        "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1",
        "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255",
        "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "fc00::1",
        "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1", "5f00::1",
    ])
    func what_is_not_public_is_out_of_reach(text: String) throws {
        let address = try #require(NetworkAddress(text, port: 443))
        #expect(!Reach().allows(address))
        #expect(Reach(named: [address]).allows(address))
        #expect(!Reach(named: [address]).allows(try #require(NetworkAddress(text, port: 444))))
    }

    @Test(arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.255.255.255", "128.0.0.1",
        "169.253.0.1", "172.15.255.255", "172.32.0.1", "192.0.1.1", "192.167.255.255", "198.17.255.255", "198.20.0.1",
        "223.255.255.255", "2001:200::1", "2001:4860:4860::8888", "2606:4700::1111", "2a00::1", "3ffe::1",
    ])
    func what_is_public_is_within_reach(text: String) throws {
        #expect(Reach().allows(try #require(NetworkAddress(text, port: 443))))
    }

    @Test(arguments: ["", "1.2.3", "1.2.3.4.5", "01.2.3.4", "0x7f.0.0.1", "[::1]", "fe80::1%eth0", "localhost"])
    func other_spellings_are_no_addresses(text: String) { #expect(NetworkAddress(text, port: 1) == nil) }

    @Test func addresses_are_written_as_they_are_read() throws {
        #expect(try #require(NetworkAddress("10.1.2.3", port: 80)).description == "10.1.2.3:80")
        #expect(try #require(NetworkAddress("2001:DB8:0:0::1", port: 443)).description == "[2001:db8::1]:443")
        #expect(NetworkAddress("1.2.3.4", port: 70_000) == nil)
    }
}
