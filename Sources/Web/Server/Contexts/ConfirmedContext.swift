import Companies
import Hummingbird

/// A request about what protects the person's account, by somebody who proved lately who they are.
struct ConfirmedContext: ChildRequestContext, GuardedContext {
    static let access = Access.confirmed(.viewer)

    var coreContext: CoreRequestContextStorage
    /// Where the connection comes from; nil for a Unix socket.
    let remoteAddress: String?
    let member: Member

    init(context: AccountContext) throws {
        guard context.member.session.isConfirmed else { throw ConfirmationNeeded() }
        coreContext = context.coreContext
        remoteAddress = context.remoteAddress
        member = context.member
    }
}
