/// A table of sealed secrets, and the column that says whose they are. All have the same shape, so that one rotation and one door do
/// for all of them.
package enum SecretTable: String, CaseIterable, Sendable {
    /// What companies gave to sign in to sources, and the sessions they got for it.
    case connections = "connection_secrets"
    /// Addresses and keys of the channels that alerts are told on.
    case alertChannels = "alert_channel_secrets"
}
