import Routes

/// The companies of somebody whose session is in none: they were removed from the one they were in.
package struct ChooserPage: Page {
    let layout: PlainLayout
    let csrf: String
    let person: String
    let companies: [CompanyChoice]

    package init(
        assets: AssetLinks, csrf: String, person: String, companies: [CompanyChoice], text: InterfaceText = .english
    ) {
        layout = PlainLayout(assets, title: text[companies.isEmpty ? .chooserTitleNone : .chooserTitle], text)
        self.csrf = csrf
        self.person = person
        self.companies = companies
    }

    package static let template = "account/companies"

    package static func program(in library: TemplateLibrary) -> Program<ChooserPage> { library.chooser }

    package static let shape = Shape<ChooserPage>([
        .part("layout", \.layout),
        .text("csrf", \.csrf),
        .text("person", \.person),
        .link("signOut") { _ in SessionRoute.signOut.link },
        .list("companies", \.companies),
        .flag("hasCompanies") { !$0.companies.isEmpty },
    ])
}
