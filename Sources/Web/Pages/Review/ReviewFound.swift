/// Another product the listing could be.
package struct ReviewFound: PageValue {
    let id: String
    let name: String
    let details: String

    package init(id: String, name: String, millilitres: Int?, vintage: Int?, listings: Int, text: InterfaceText) {
        self.id = id
        self.name = name
        details = [
            millilitres.map { "\(NumberText.whole($0)) ml" }, vintage.map(String.init),
            text.count(listings, one: .listingsOne, other: .listingsOther),
        ].compactMap(\.self).joined(separator: " · ")
    }

    package static let shape = Shape<ReviewFound>([
        .text("id", \.id),
        .text("name", \.name),
        .text("details", \.details),
    ])
}
