/// A listing that is the product a pair is about.
package struct ReviewCarrierLine: PageValue {
    let id: String
    let name: String
    let details: String
    let source: String
    /// Whether it can be chosen as something else; that takes another one that stays.
    var canChoose = false

    /// - Parameter source: 0 for the source of the listing that is asked about, others from 1 on.
    package init(id: String, name: String, details: [String], source: Int, text: InterfaceText) {
        self.id = id
        self.name = name
        self.details = details.joined(separator: " · ")
        self.source =
            source == 0
            ? text[.reviewOwnSource] : text.fill(.reviewSource, ["number": NumberText.whole(source)])
    }

    package static let shape = Shape<ReviewCarrierLine>([
        .text("id", \.id),
        .text("name", \.name),
        .text("details", \.details),
        .text("source", \.source),
        .flag("canChoose", \.canChoose),
    ])
}
