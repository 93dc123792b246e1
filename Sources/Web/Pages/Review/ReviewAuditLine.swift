/// What was found when decisions of a rule were looked at again.
package struct ReviewAuditLine: PageValue {
    let rule: String
    let audited: String
    let wrong: String
    let bound: String
    let open: String
    let isExceeded: Bool

    /// - Parameters:
    ///   - atMost: 0...1: what the true share of wrong ones is at most, as sure as 95 %.
    ///   - isExceeded: whether more are wrong than may be.
    package init(
        rule: String, audited: Int, wrong: Int, atMost: Double, open: Int, isExceeded: Bool, text: InterfaceText
    ) {
        self.rule = rule
        self.audited = NumberText.whole(audited)
        self.wrong = NumberText.whole(wrong)
        bound = audited == 0 ? text[.notMeasured] : "\(NumberText.decimal(100 * atMost, digits: 1)) %"
        self.open = NumberText.whole(open)
        self.isExceeded = isExceeded
    }

    package static let shape = Shape<ReviewAuditLine>([
        .text("rule", \.rule),
        .text("audited", \.audited),
        .text("wrong", \.wrong),
        .text("bound", \.bound),
        .text("open", \.open),
        .flag("isExceeded", \.isExceeded),
    ])
}
