import Companies
import Hummingbird
import Routes

/// A request of an admin or owner of the company. Other members are told who can let them in.
struct AdminContext: ChildRequestContext, ConsoleContext {
    static let access = Access.confirmed(.admin)
    static let area = ConsoleArea.company

    var coreContext: CoreRequestContextStorage
    let connection: ObjectIdentifier
    let member: Member

    init(context: MemberContext) throws {
        guard context.member.session.role >= .admin else { throw Forbidden() }
        guard context.member.session.isConfirmed else { throw ConfirmationNeeded() }
        coreContext = context.coreContext
        connection = context.connection
        member = context.member
    }
}

/// A page of the person's own company that their role may not open.
struct Forbidden: Error {}
