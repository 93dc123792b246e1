import Hummingbird

/// A request of a signed-in member. A handler that needs a company takes this context, so it cannot be mounted where
/// nobody is known.
struct MemberContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let connection: ObjectIdentifier
    let member: Member

    init(context: AppContext) throws {
        guard let member = context.member else { throw SignInNeeded() }
        coreContext = context.coreContext
        connection = context.connection
        self.member = member
    }
}

/// Nobody is signed in and the page needs somebody.
struct SignInNeeded: Error {}
