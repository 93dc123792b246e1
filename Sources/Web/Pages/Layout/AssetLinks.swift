package import Routes

/// The style sheet, script and icon under their served names, which contain a hash of their content.
package struct AssetLinks: Hashable, Sendable {
    package let css: Link
    package let js: Link
    package let icon: Link

    /// - Parameters: links made by ``Routes/AssetRoute`` for `Public/tidemark.css`, `.js` and `icon.svg`.
    package init(css: Link, js: Link, icon: Link) {
        self.css = css
        self.js = js
        self.icon = icon
    }
}
