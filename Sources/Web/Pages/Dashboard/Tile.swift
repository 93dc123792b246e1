import Routes

/// A number, what it counts, and a link to what it counts.
struct Tile: PageValue {
    let label: String
    let value: String
    let note: String?
    let link: Link

    static let shape = Shape<Tile>([
        .text("label", \.label),
        .text("value", \.value),
        .text("note", optional: \.note),
        .link("link", \.link),
    ])
}
