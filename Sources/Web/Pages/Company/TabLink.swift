import Routes

/// A way to another page about the company.
struct TabLink: PageValue {
    let label: String
    let link: Link
    let isCurrent: Bool

    static func all(current: CompanyTab, _ text: InterfaceText) -> [TabLink] {
        CompanyTab.allCases.map { TabLink(label: $0.label(text), link: $0.link, isCurrent: $0 == current) }
    }

    static let shape = Shape<TabLink>([
        .text("label", \.label),
        .link("link", \.link),
        .flag("isCurrent", \.isCurrent),
    ])
}
