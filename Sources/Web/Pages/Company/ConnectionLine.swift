import Routes

/// A connection in the list.
package struct ConnectionLine: PageValue {
    let name: String
    let source: String
    let health: String
    let isFlagged: Bool
    let note: String?
    let checked: String
    let expires: String?
    let link: Link

    /// - Parameters:
    ///   - source: the source's title.
    ///   - checkedAt: when the login was used or tried last.
    ///   - expiresAt: when it ends; nil when nobody knows.
    package init(
        id: String, name: String, source: String, health: ShownHealth, note: String?, checkedAt: MomentStamp?,
        expiresAt: MomentStamp?, frame: PageFrame
    ) {
        let text = frame.text
        self.name = name
        self.source = source
        self.health = text.word(for: health)
        isFlagged = health.needsSomebody
        self.note = note
        checked = checkedAt.map { text.age(of: $0, at: frame.now) } ?? text[.connectionNever]
        expires = expiresAt.map { text.moment($0, in: frame.zone) }
        link = CompanyRoute.connection(id).link
    }

    package static let shape = Shape<ConnectionLine>([
        .text("name", \.name),
        .text("source", \.source),
        .text("health", \.health),
        .flag("isFlagged", \.isFlagged),
        .text("note", optional: \.note),
        .text("checked", \.checked),
        .text("expires", optional: \.expires),
        .link("link", \.link),
    ])
}
