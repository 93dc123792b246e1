/// How a mail server of the tests behaves. As it stands it takes everything.
package struct MailServerScript: Sendable {
    /// A step of the dialogue at which the server may answer otherwise than well.
    package enum Step: Hashable, Sendable { case greeting, hello, startTLS, signIn, sender, recipient, data, message }

    /// What it answers instead, without the line's end. An empty text means that it says nothing.
    package var replies: [Step: String] = [:]
    /// At which step it goes away instead of answering.
    package var dropsAt: Step?
    package var offersStartTLS = true
    package var offersSignIn = true
    /// Encrypted from the first byte.
    package var isEncryptedFromTheStart = false
    /// The one that may sign in; nil lets nobody.
    package var credential: (user: String, password: String)?
    /// Whether it answers the goodbye.
    package var saysGoodbye = true

    package init() {}
}
