/// What media and people wrote about a product, the newest first.
package struct ProductMentions: PageValue {
    let lines: [MentionLine]

    package init(_ lines: [MentionLine] = []) {
        self.lines = lines
    }

    package static let shape = Shape<ProductMentions>([.list("lines", \.lines)])
}
