import Companies
import Hummingbird
import NIOCore
import Telemetry

/// A request about the person's own account. As a member's, but open to somebody of whom the company demands a second
/// factor they do not have yet: nothing of the company is shown.
struct AccountContext: ChildRequestContext, ConnectedContext, GuardedContext {
    static let access = Access.member(.viewer)

    var coreContext: CoreRequestContextStorage
    let connection: ObjectIdentifier
    /// Where the connection comes from; nil for a Unix socket.
    let remoteAddress: String?
    let member: Member

    init(context: AppContext) throws {
        guard let member = context.member else {
            if context.visitor != nil { throw CompanyNeeded() }
            throw SignInNeeded()
        }
        coreContext = context.coreContext
        connection = context.connection
        remoteAddress = context.channel.remoteAddress?.ipAddress
        self.member = member
    }
}
