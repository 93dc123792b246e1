import Routes

/// A person's second factor: off, being set up, or on.
package struct SecondFactorPage: Page {
    let layout: Layout
    let csrf: String
    let demand: String?
    let problem: String?
    let setUp: FactorSetUp?
    let inUse: FactorInUse?

    /// - Parameters:
    ///   - isDemanded: whether the company lets nobody go on without one.
    ///   - hasEnded: whether what was begun took too long.
    ///   - setUp: what is being set up.
    ///   - inUse: what is on.
    package init(
        frame: PageFrame, isDemanded: Bool = false, hasEnded: Bool = false, setUp: FactorSetUp? = nil,
        inUse: FactorInUse? = nil
    ) {
        let text = frame.text
        let title: TextKey = inUse != nil ? .factorTitleOn : setUp != nil ? .factorTitleSetUp : .factorTitleOff
        layout = Layout(frame, title: text[title], area: nil)
        csrf = frame.csrf
        demand = isDemanded ? text.fill(.factorDemanded, ["company": frame.company]) : nil
        problem = hasEnded ? text[.factorEnded] : nil
        self.setUp = setUp
        self.inUse = inUse
    }

    package static let template = "security/factor"

    package static func program(in library: TemplateLibrary) -> Program<SecondFactorPage> { library.secondFactor }

    package static let shape = Shape<SecondFactorPage>([
        .part("layout", \.layout),
        .text("csrf", \.csrf),
        .text("demand", optional: \.demand),
        .text("problem", optional: \.problem),
        .part("setUp", optional: \.setUp),
        .part("inUse", optional: \.inUse),
        .flag("isOff") { $0.setUp == nil && $0.inUse == nil },
        .link("account") { _ in AccountRoute.index().link },
        .link("begin") { _ in AccountRoute.secondFactor.link },
    ])
}
