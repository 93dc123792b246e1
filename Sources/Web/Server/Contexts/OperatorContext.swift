import Companies
import Hummingbird
import Routes

/// A request of an operator of the platform. For everybody else, signed in or not, there is nothing here.
struct OperatorContext: ChildRequestContext, ConsoleContext {
    static let access = Access.staff(.operator)
    static let area = ConsoleArea.platform

    var coreContext: CoreRequestContextStorage
    let connection: ObjectIdentifier
    let member: Member

    init(context: AppContext) throws {
        guard let member = context.member, member.session.staffRole == .operator else { throw NotFound() }
        guard !member.session.lacksSecondFactor else { throw SecondFactorNeeded() }
        guard member.session.isConfirmed else { throw ConfirmationNeeded() }
        coreContext = context.coreContext
        connection = context.connection
        self.member = member
    }
}
