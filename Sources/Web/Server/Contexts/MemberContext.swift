import Companies
import Hummingbird
import NIOCore
import Telemetry

/// A request of a signed-in member. A handler that needs a company takes this context, so it cannot be mounted where
/// nobody is known.
struct MemberContext: ChildRequestContext, ConnectedContext, GuardedContext {
    static let access = Access.member(.viewer)

    var coreContext: CoreRequestContextStorage
    let connection: ObjectIdentifier
    /// Where the connection comes from; nil for a Unix socket.
    let remoteAddress: String?
    let member: Member
    /// What the log and the trace know of this request. Its trace goes along with jobs.
    let work: WorkScope?

    init(context: AppContext) throws {
        guard let member = context.member else {
            if context.visitor != nil { throw CompanyNeeded() }
            throw SignInNeeded()
        }
        coreContext = context.coreContext
        connection = context.connection
        remoteAddress = context.channel.remoteAddress?.ipAddress
        self.member = member
        work = context.work
    }
}

/// Nobody is signed in and the page needs somebody.
struct SignInNeeded: Error {}

/// Somebody is signed in who is no member any more of the company they were in.
struct CompanyNeeded: Error {}

/// What is asked for matters, and it is long since the person proved who they are.
struct ConfirmationNeeded: Error {}
