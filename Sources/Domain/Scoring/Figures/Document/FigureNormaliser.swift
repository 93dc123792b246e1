/// How a figure becomes a value of 0–100.
package enum FigureNormaliser: Hashable, Sendable {
    /// Below 0 is 0 and above 100 is 100.
    case clamp
    /// The mid-rank: 100 × (figures below + half of those equal, itself included) / figures.
    /// - Parameters:
    ///   - within: the figures it is ranked among.
    ///   - least: with fewer figures in the category than this, it is ranked among all. At least 1.
    case percentile(within: FigureGroup, least: Int)
}

extension FigureNormaliser: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case kind, within, least
    }

    private enum Kind: String, CaseIterable {
        case clamp, percentile
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.fields(CodingKeys.self)
        switch try fields.word(Kind.self, forKey: .kind) {
        case .clamp:
            _ = try decoder.fields(CodingKeys.self, allowed: [.kind])
            self = .clamp
        case .percentile:
            self = .percentile(
                within: try fields.word(FigureGroup.self, forKey: .within),
                least: try fields.whole(forKey: .least))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .clamp:
            try fields.encode(Kind.clamp.rawValue, forKey: .kind)
        case .percentile(let within, let least):
            try fields.encode(Kind.percentile.rawValue, forKey: .kind)
            try fields.encode(within, forKey: .within)
            try fields.encode(least, forKey: .least)
        }
    }
}
