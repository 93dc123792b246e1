import Routes

/// An article of a medium, as it is kept.
package struct ArticleSample: PageValue {
    let title: String
    let author: String?
    let published: String?
    let address: String

    package init(title: String, author: String?, published: MomentStamp?, address: String, frame: PageFrame) {
        self.title = title
        self.author = author
        self.published = published.map { frame.text.moment($0, in: frame.zone) }
        self.address = address
    }

    package static let shape = Shape<ArticleSample>([
        .text("title", \.title),
        .text("author", optional: \.author),
        .text("published", optional: \.published),
        .text("address", \.address),
    ])
}
