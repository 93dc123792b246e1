import Companies
import Hummingbird

/// A request of somebody who decides for the company: an analyst, or whoever may do more. Others are told who can let them in.
struct AnalystContext: ChildRequestContext, CompanyContext, ConnectedContext {
    static let access = Access.member(.analyst)

    var coreContext: CoreRequestContextStorage
    let connection: ObjectIdentifier
    let member: Member

    init(context: MemberContext) throws {
        guard context.member.session.role >= .analyst else { throw Forbidden() }
        coreContext = context.coreContext
        connection = context.connection
        member = context.member
    }
}
