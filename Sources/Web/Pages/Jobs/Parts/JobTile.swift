import Routes

/// How many jobs stand in one place, and the way to them.
struct JobTile: PageValue {
    let link: Link
    let label: String
    let value: String
    let isShown: Bool

    static let shape = Shape<JobTile>([
        .link("link", \.link),
        .text("label", \.label),
        .text("value", \.value),
        .flag("isShown", \.isShown),
    ])
}
