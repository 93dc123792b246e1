import Outbound
import TestSupport
import Testing
import Vault

/// How a bucket may be named.
@Suite struct ObjectBucketTests {
    private func bucket(
        endpoint: String = "https://s3.eu-central-1.amazonaws.com", name: String = "tide.mark-1",
        region: String = "eu-central-1", prefix: String = "", keyID: String = "AKIA", secret: String = "SECRET-CANARY"
    ) throws -> ObjectBucket {
        try ObjectBucket(
            endpoint: endpoint, name: name, region: region, prefix: prefix, keyID: keyID,
            secret: SecretBytes(copying: secret))
    }

    @Test func a_store_is_spoken_to_over_TLS_or_on_this_machine() throws {
        for endpoint in [
            "https://store.example", "https://store.example/", "https://store.example:9000", "https://10.0.0.7:9000",
            "https://[fd00::7]", "http://127.0.0.1:9000", "http://[::1]:9000",
        ] {
            #expect(throws: Never.self, "\(endpoint)") { try bucket(endpoint: endpoint) }
        }
        for endpoint in [
            "", "store.example", "http://store.example", "http://10.0.0.7:9000", "http://localhost:9000",
            "ftp://store.example", "https://store.example/lake", "https://store.example/?x=1",
            "https://AKIA:CANARY@store.example", "https://store.example\n",
        ] {
            #expect(throws: ObjectBucketProblem.endpoint, "\(endpoint)") { try bucket(endpoint: endpoint) }
        }
    }

    @Test func what_would_be_read_otherwise_is_refused() {
        for name in ["ab", "Tide", "tide/mark", "tide_mark", "-tide", "tide-", "tide..mark", "tidé"] {
            #expect(throws: ObjectBucketProblem.name, "\(name)") { try bucket(name: name) }
        }
        for region in ["", "eu:central", "eu central", "eu/central", String(repeating: "e", count: 65)] {
            #expect(throws: ObjectBucketProblem.region, "\(region)") { try bucket(region: region) }
        }
        for prefix in ["a//b", "a/../b", ".", "a\nb", String(repeating: "p", count: 513)] {
            #expect(throws: ObjectBucketProblem.prefix, "\(prefix)") { try bucket(prefix: prefix) }
        }
        for keyID in ["", "AK IA", "AKIA/x", "AKIA,x", "AKIA\n"] {
            #expect(throws: ObjectBucketProblem.keyID, "\(keyID)") { try bucket(keyID: keyID) }
        }
        for secret in ["", "two words", "zero\u{0}", "umlaut ä", String(repeating: "s", count: 257)] {
            #expect(throws: ObjectBucketProblem.secret) { try bucket(secret: secret) }
        }
    }

    @Test func a_prefix_is_a_folder_however_it_is_written() throws {
        for prefix in ["tide/lake", "/tide/lake", "tide/lake/", "//tide/lake//"] {
            #expect(try bucket(prefix: prefix).prefix == "tide/lake/")
        }
        #expect(try bucket(prefix: "/").prefix == "")
    }

    @Test func neither_key_nor_secret_is_shown_however_it_is_printed() throws {
        let named = try bucket(keyID: "KEY-CANARY")
        let store = ObjectStore(bucket: named)
        var dumped = ""
        dump(named, to: &dumped)
        for text in ["\(named)", String(reflecting: named), "\(store)", String(reflecting: store), dumped] {
            #expect(text.contains("tide.mark-1") && !text.contains("CANARY"))
        }
    }
}
