import Compression
import TestSupport
import Testing

@Suite struct GzipTests {
    @Test(arguments: [0, 1, 1_000, 300_000, 3_000_000])
    func what_is_compressed_comes_back(_ count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
        let packed = try #require(Gzip.compress(bytes))
        #expect(try Gzip.decompress(packed) == bytes)
    }

    @Test func equal_input_gives_equal_output() {
        #expect(Gzip.compress(Array("abc".utf8)) == Gzip.compress(Array("abc".utf8)))
    }

    @Test(arguments: [-3, 0, 1, 9, 12])
    func every_level_is_taken(_ level: Int) throws {
        let bytes = Array(String(repeating: "price book ", count: 500).utf8)
        let packed = try #require(Gzip.compress(bytes, level: level))
        #expect(packed.count < bytes.count)
        #expect(try Gzip.decompress(packed) == bytes)
    }

    @Test func members_after_each_other_are_one_text() throws {
        let first = try #require(Gzip.compress(Array("one ".utf8)))
        let second = try #require(Gzip.compress(Array("two".utf8)))
        #expect(try Gzip.decompress(first + second + [0, 0, 0]) == Array("one two".utf8))
    }

    @Test func every_cut_is_noticed() throws {
        let packed = try #require(Gzip.compress((0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }))
        for count in 0..<packed.count {
            #expect(throws: InflateProblem.truncated) { try Gzip.decompress(Array(packed.prefix(count))) }
        }
    }

    @Test func a_changed_byte_is_noticed() throws {
        var packed = try #require(Gzip.compress(Array(String(repeating: "abc", count: 100).utf8)))
        packed[packed.count - 6] ^= 0xFF
        #expect(throws: InflateProblem.self) { try Gzip.decompress(packed) }
    }

    @Test func bytes_after_the_end_are_refused() throws {
        let packed = try #require(Gzip.compress([1, 2, 3]))
        #expect(throws: InflateProblem.self) { try Gzip.decompress(packed + [7]) }
    }

    @Test func more_output_than_allowed_is_refused() throws {
        let packed = try #require(Gzip.compress([UInt8](repeating: 0, count: 100_000)))
        #expect(throws: InflateProblem.tooLarge(limit: 50_000)) {
            try Gzip.decompress(packed, limits: InflateLimits(maximumOutput: 50_000))
        }
        #expect(throws: InflateProblem.suspiciousRatio(limit: 100)) {
            try Gzip.decompress(packed, limits: InflateLimits(maximumRatio: 100, ratioGrace: 10_000))
        }
    }

    @Test func random_bytes_never_trap() {
        var random = SeededRandom(seed: 20_261)
        for _ in 0..<300 {
            let bytes =
                [0x1F, 0x8B, 8]
                + (0..<Int.random(in: 0...200, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
            _ = try? Gzip.decompress(bytes)
        }
    }

    @Test(arguments: [[], [0], [5, 0, 70_000], [1, 1, 1, 1], [300_000, 3]])
    func pieces_packed_apart_are_one_member(_ counts: [Int]) throws {
        let parts = counts.enumerated().map { index, count in
            (0..<count).map { UInt8(truncatingIfNeeded: ($0 + index) &* $0 >> 2) }
        }
        let pieces = try parts.enumerated().map { index, part in
            try #require(GzipPiece(part, level: index % 2 == 0 ? 1 : 9))
        }
        #expect(try Gzip.decompress(Gzip.join(pieces)) == parts.flatMap { $0 })
    }

    @Test func a_piece_is_small_and_serves_again() throws {
        let bytes = Array(String(repeating: "price book ", count: 5_000).utf8)
        let piece = try #require(GzipPiece(bytes, level: 6))
        #expect(piece.packedCount < bytes.count / 50)
        #expect(try Gzip.decompress(Gzip.join([piece, piece])) == bytes + bytes)
    }
}
