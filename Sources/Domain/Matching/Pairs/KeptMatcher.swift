import Boosting
import Compression
import Foundation

/// A matcher as it is written to a file or a row, and read again.
struct KeptMatcher: Codable {
    /// Raised when what is written changes.
    static let version = 1
    /// Bytes of one, unpacked.
    static let largest: Int64 = 100_000_000

    let version: Int
    let names: [String]
    let threshold: Double
    let picksBest: Bool
    let first: [Data]
    let second: [Data]

    init(_ matcher: PairMatcher) throws(BoostingProblem) {
        version = Self.version
        names = matcher.names
        threshold = matcher.threshold
        picksBest = matcher.picksBest
        first = try Self.kept(matcher.first)
        second = try Self.kept(matcher.second)
    }

    private static func kept(_ forests: [BoostedTrees]) throws(BoostingProblem) -> [Data] {
        var all: [Data] = []
        for trees in forests { all.append(Data(try trees.bytes())) }
        return all
    }
}

extension PairMatcher {
    /// For `init(kept:threads:)`.
    /// - Throws: `BoostingProblem`.
    package func kept() throws -> [UInt8] {
        let encoder = PropertyListEncoder()
        encoder.outputFormat = .binary
        let plain = Array(try encoder.encode(KeptMatcher(self)))
        // Only a machine without memory cannot pack.
        guard let packed = Gzip.compress(plain, level: 9) else { throw MatcherProblem.unreadable }
        return packed
    }

    /// - Parameter kept: what `kept()` gave; only what this product wrote itself, since trees are taken as they are.
    /// - Throws: `MatcherProblem.unreadable`, `BoostingProblem`.
    package init(kept: [UInt8], threads: Int = 1) throws {
        guard let plain = try? Gzip.decompress(kept, limits: InflateLimits(maximumOutput: KeptMatcher.largest)),
            let found = try? PropertyListDecoder().decode(KeptMatcher.self, from: Data(plain)),
            found.version == KeptMatcher.version, !found.first.isEmpty, !found.second.isEmpty,
            (0...1).contains(found.threshold)
        else { throw MatcherProblem.unreadable }
        func grown(_ forests: [Data], width: Int) throws -> [BoostedTrees] {
            try forests.map { try BoostedTrees(bytes: Array($0), width: width, threads: threads) }
        }
        self.init(
            names: found.names, first: try grown(found.first, width: found.names.count),
            second: try grown(found.second, width: found.names.count + ListContext.names.count),
            threshold: found.threshold, picksBest: found.picksBest)
    }
}
