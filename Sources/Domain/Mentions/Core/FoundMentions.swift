import Companies
import Foundation
import Matching

/// What a statement says of each product, put together over its sentences.
struct FoundMentions {
    private struct Finding {
        /// Product of (1 − place) over the places it stands at.
        var absent = 1.0
        var share: Double?
        var tone = Tone()
        var snippet = ""
        /// The most prominent place so far; the snippet is from there.
        var best = 0.0
    }

    private var named: [ProductReference: Finding] = [:]
    private var branded: [ProductReference: Finding] = [:]

    /// - Parameters:
    ///   - share: of a brand alone; nil for the product itself.
    ///   - other: the sentence that is said of it; nil for the one it stands in.
    mutating func add(
        _ products: [ProductReference], place: Double, share: Double?, _ sentence: SpokenSentence,
        named places: Set<Int>,
        piece: Int, spokenIn other: SpokenSentence?
    ) {
        var tone = Tone()
        if let other { tone.add(other, named: []) } else { tone.add(sentence, named: places) }
        let shown = other ?? sentence
        let snippet = shown.snippet(around: other == nil ? piece : 0, limit: MentionFinder.longestSnippet)
        for product in Set(products) {
            var finding = (share == nil ? named[product] : branded[product]) ?? Finding()
            finding.absent *= 1 - place
            finding.share = share
            finding.tone.merge(tone)
            if place > finding.best {
                finding.best = place
                finding.snippet = snippet
            }
            if share == nil { named[product] = finding } else { branded[product] = finding }
        }
    }

    /// The product itself before its brand; in order of owner and product.
    var mentions: [Mention] {
        let products = Set(named.keys).union(branded.keys)
        return products.sorted { Self.order($0) < Self.order($1) }.compactMap { product in
            guard let finding = named[product] ?? branded[product] else { return nil }
            let share = named[product] == nil ? finding.share ?? 1 : 1
            return Mention(
                product: product, isBrandOnly: named[product] == nil, prominence: (1 - finding.absent) * share,
                sentiment: finding.tone.value, snippet: finding.snippet)
        }
    }

    private static func order(_ product: ProductReference) -> (String, String) {
        (product.owner.description, product.id.uuidString)
    }
}
