import Companies
import Hummingbird
import Vault

/// A request of a signed-in person who need not be in a company.
struct VisitorContext: ChildRequestContext, GuardedContext {
    static let access = Access.signedIn

    var coreContext: CoreRequestContextStorage
    let token: SecretToken
    /// What to call the person.
    let name: String

    init(context: AppContext) throws {
        coreContext = context.coreContext
        if let member = context.member {
            (token, name) = (member.token, member.session.displayName)
        } else if let visitor = context.visitor {
            (token, name) = (visitor.token, visitor.person.displayName)
        } else {
            throw SignInNeeded()
        }
    }
}
