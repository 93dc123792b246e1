import Routes

/// Recovery codes, shown once.
package struct RecoveryCodesPage: Page {
    let layout: Layout
    let note: String
    let codes: [RecoveryCodeLine]

    /// - Parameter isNew: whether the second factor was turned on just now; otherwise older codes were replaced.
    package init(frame: PageFrame, isNew: Bool, codes: [RecoveryCodeLine]) {
        let text = frame.text
        layout = Layout(frame, title: text[.codesTitle], area: nil)
        note = text[isNew ? .codesTurnedOn : .codesReplaced]
        self.codes = codes
    }

    package static let template = "security/codes"

    package static func program(in library: TemplateLibrary) -> Program<RecoveryCodesPage> { library.recoveryCodes }

    package static let shape = Shape<RecoveryCodesPage>([
        .part("layout", \.layout),
        .text("note", \.note),
        .list("codes", \.codes),
        .link("home") { _ in HomeRoute.dashboard.link },
    ])
}
