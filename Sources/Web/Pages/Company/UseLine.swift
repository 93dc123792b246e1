/// One use of a connection's login.
package struct UseLine: PageValue {
    let moment: String
    let reason: String
    let who: String

    /// - Parameter reason: test, sign_in or fetch.
    package init(moment: MomentStamp, reason: String, who: AuditWho, frame: PageFrame) {
        let text = frame.text
        self.moment = text.moment(moment, in: frame.zone)
        self.reason =
            switch reason {
            case "test": text[.useTest]
            case "sign_in": text[.useSignIn]
            case "fetch": text[.useFetch]
            default: reason
            }
        self.who = who.words(text)
    }

    package static let shape = Shape<UseLine>([
        .text("moment", \.moment),
        .text("reason", \.reason),
        .text("who", \.who),
    ])
}
