/// What was done just now with an alert, a monitor or a channel, said on the page that follows.
package enum AlertNote: String, CaseIterable, Sendable {
    case acknowledged, silenced, unsilenced, closed, already
    case changed, watched
    case told, replaced, removed, testing
}
