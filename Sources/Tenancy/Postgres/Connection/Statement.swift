/// A statement as the connection sends it.
struct Statement {
    let text: String
    let bindings: [Binding]
    let site: CallSite?

    init(_ sql: SQL, site: CallSite?) {
        text = sql.text
        bindings = sql.bindings
        self.site = site
    }
}
