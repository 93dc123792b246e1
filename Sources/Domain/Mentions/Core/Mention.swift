package import Matching

/// That a product is spoken of in an article or a post.
package struct Mention: Sendable, Hashable {
    package let product: ProductReference
    /// Only its brand is there.
    package let isBrandOnly: Bool
    /// 0–1: how prominently. 1 in a title.
    package let prominence: Double
    /// −1…1; nil where no word of judgement stands.
    package let sentiment: Double?
    /// The sentence it is in, at most ``MentionFinder/longestSnippet`` characters.
    package let snippet: String
}
