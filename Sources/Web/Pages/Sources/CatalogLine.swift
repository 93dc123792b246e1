package import Routes

/// A source there is a connector for, with its switch.
package struct CatalogLine: PageValue {
    let csrf: String
    let code: String
    let title: String
    let what: String
    let off: String?
    let deed: String
    let button: String
    let asksReason: Bool
    let canSwitch: Bool
    let connect: Link?
    let action: Link

    /// - Parameters:
    ///   - stop: why it is switched off; nil when it is not.
    ///   - isOurs: whether the switch that is off is the area's own.
    package init(
        code: String, title: String, what: String, needsLogin: Bool, stop: String?, isOurs: Bool, area: ConsoleArea,
        frame: PageFrame
    ) {
        let text = frame.text
        csrf = frame.csrf
        self.code = code
        self.title = title
        self.what = what
        off = stop.map { text.fill(isOurs ? .sourceOffWhy : .sourceOffByPlatform, ["reason": $0]) }
        deed = stop == nil ? "stop" : "start"
        button = text[stop == nil ? .sourceSwitchOff : .sourceSwitchOn]
        asksReason = stop == nil
        // What the platform has switched off, a company does not switch on.
        canSwitch = stop == nil || isOurs
        action = SourceRoute.switching(area).link
        let form: Link? =
            if !needsLogin { SourceRoute.connect(area, code).link }
            // A login belongs to a company.
            else if area == .company { CompanyRoute.newConnection(source: code).link } else { nil }
        connect = stop == nil ? form : nil
    }

    package static let shape = Shape<CatalogLine>([
        .text("csrf", \.csrf),
        .text("code", \.code),
        .text("title", \.title),
        .text("what", \.what),
        .text("off", optional: \.off),
        .text("deed", \.deed),
        .text("button", \.button),
        .flag("asksReason", \.asksReason),
        .flag("canSwitch", \.canSwitch),
        .link("connect", optional: \.connect),
        .link("action", \.action),
    ])
}
