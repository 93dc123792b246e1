import Companies
import Hummingbird

/// A request of an owner of the company who proved lately who they are. Other members are told that they may not.
struct OwnerContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let member: Member

    init(context: MemberContext) throws {
        guard context.member.session.role >= .owner else { throw Forbidden() }
        guard context.member.session.isConfirmed else { throw ConfirmationNeeded() }
        coreContext = context.coreContext
        member = context.member
    }
}
