/// A kind of source that a company connects with its own login.
package struct LoginSource: Sendable, Hashable {
    package let code: SourceCode
    package let title: String
    /// What a company's login there shows.
    package let what: String
    /// What the source says about programs that use a login, for the person who confirms. Raise
    /// `UseConfirmation.currentVersion` when one of these changes.
    package let terms: String
    package let fields: [LoginField]

    private init?(_ code: String, _ title: String, _ what: String, terms: String, name: (String, String)) {
        guard let code = SourceCode(rawValue: code), let user = SecretField(rawValue: name.0),
            let password = SecretField(rawValue: "password")
        else { return nil }
        self.code = code
        self.title = title
        self.what = what
        self.terms = terms
        fields = [
            LoginField(field: user, label: name.1, isPassword: false),
            LoginField(field: password, label: "Password", isPassword: true),
        ]
    }

    /// The distributors' portals (requirements ), each with the login its own form asks for.
    package static let all: [LoginSource] = [
        LoginSource(
            "libdib", "LibDib", "Prices and availability of the distributor's list in your state",
            terms:
                "LibDib's portal is for licensed buyers. Its terms do not speak of programs; ask LibDib before you let one sign in for you.",
            name: ("email", "Email address")),
        LoginSource(
            "sgws", "Southern Glazer's Proof", "Your prices, deals and availability",
            terms:
                "Southern Glazer's terms forbid robots and sharing of logins. Have its written agreement before you connect.",
            name: ("username", "User name")),
        LoginSource(
            "rndc", "RNDC eRNDC", "Your prices, deals and availability",
            terms:
                "eRNDC is for RNDC's own customers. Ask your representative before you let a program sign in for you.",
            name: ("username", "User name")),
        LoginSource(
            "provi", "Provi", "Lists of the distributors that serve you",
            terms:
                "Provi shows each distributor's list under that distributor's rules. Ask Provi before you let a program sign in for you.",
            name: ("email", "Email address")),
        LoginSource(
            "breakthru", "Breakthru Now", "Your prices and availability",
            terms: "Breakthru's terms (6.2c) forbid automation. Have its written agreement before you connect.",
            name: ("username", "User name")),
        LoginSource(
            "park-street", "Park Street", "The marketplace's catalogue and prices",
            terms: "Park Street's portal is for its clients. Ask it before you let a program sign in for you.",
            name: ("email", "Email address")),
    ].compactMap { $0 }

    package static func find(_ code: String) -> LoginSource? { all.first { $0.code.rawValue == code } }
}
