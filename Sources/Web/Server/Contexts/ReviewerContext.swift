import Companies
import Hummingbird

/// A request of somebody who decides about pairs. For everybody else, signed in or not, there is nothing here.
struct ReviewerContext: ChildRequestContext, ConnectedContext, GuardedContext {
    static let access = Access.reviewer

    var coreContext: CoreRequestContextStorage
    let connection: ObjectIdentifier
    let member: Member

    init(context: AppContext) throws {
        guard let member = context.member, member.session.staffRole == .reviewer else { throw NotFound() }
        guard !member.session.lacksSecondFactor else { throw SecondFactorNeeded() }
        coreContext = context.coreContext
        connection = context.connection
        self.member = member
    }
}
