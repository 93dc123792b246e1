import Hummingbird
import Telemetry

/// A request of a signed-in member. A handler that needs a company takes this context, so it cannot be mounted where
/// nobody is known.
struct MemberContext: ChildRequestContext, ConnectedContext {
    var coreContext: CoreRequestContextStorage
    let connection: ObjectIdentifier
    let member: Member
    /// What the log and the trace know of this request. Its trace goes along with jobs.
    let work: WorkScope?

    init(context: AppContext) throws {
        guard let member = context.member else { throw SignInNeeded() }
        coreContext = context.coreContext
        connection = context.connection
        self.member = member
        work = context.work
    }
}

/// Nobody is signed in and the page needs somebody.
struct SignInNeeded: Error {}
