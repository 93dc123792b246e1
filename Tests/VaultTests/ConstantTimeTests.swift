import Testing
import Vault

@Suite struct ConstantTimeTests {
    @Test func equal_bytes_are_equal() {
        #expect(constantTimeEquals([], []))
        #expect(constantTimeEquals([0, 1, 255], [0, 1, 255]))
    }

    @Test func a_difference_in_any_place_or_length_is_seen() {
        let bytes = randomBytes(64)
        for index in bytes.indices {
            var other = bytes
            other[index] ^= 1
            #expect(!constantTimeEquals(bytes, other))
        }
        #expect(!constantTimeEquals(bytes, Array(bytes.dropLast())))
        #expect(!constantTimeEquals([], [0]))
    }

    @Test func random_bytes_have_the_length_asked_for_and_differ() {
        #expect(randomBytes(0).isEmpty)
        #expect(randomBytes(1).count == 1)
        #expect(randomBytes(32).count == 32)
        #expect(randomBytes(32) != randomBytes(32))
    }

    @Test func cleansing_leaves_zeros() {
        var bytes: [UInt8] = [1, 2, 3]
        cleanse(&bytes)
        #expect(bytes == [0, 0, 0])
    }
}
