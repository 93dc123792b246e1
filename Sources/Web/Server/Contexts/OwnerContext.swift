import Companies
import Hummingbird

/// A request of an owner of the company.
struct OwnerContext: ChildRequestContext, CompanyContext {
    static let access = Access.confirmed(.owner)

    var coreContext: CoreRequestContextStorage
    let member: Member

    init(context: MemberContext) throws {
        guard context.member.session.role >= .owner else { throw Forbidden() }
        guard context.member.session.isConfirmed else { throw ConfirmationNeeded() }
        coreContext = context.coreContext
        member = context.member
    }
}
