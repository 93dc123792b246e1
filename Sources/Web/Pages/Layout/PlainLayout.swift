import Routes

/// The frame of a page for anybody: no rail, one column, its title first.
struct PlainLayout: PageValue {
    let language: String
    let title: String
    let css: Link
    let js: Link
    let icon: Link

    init(_ assets: AssetLinks, title: String, _ text: InterfaceText) {
        language = text.languageTag
        self.title = title
        css = assets.css
        js = assets.js
        icon = assets.icon
    }

    static let shape = Shape<PlainLayout>([
        .text("language", \.language),
        .text("title", \.title),
        .link("css", \.css),
        .link("js", \.js),
        .link("icon", \.icon),
    ])
}
