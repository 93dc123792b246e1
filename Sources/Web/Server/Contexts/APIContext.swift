import Hummingbird
import NIOCore

/// A request of the API by somebody who is known: a member or a program.
struct APIContext: ChildRequestContext, ConnectedContext {
    var coreContext: CoreRequestContextStorage
    let connection: ObjectIdentifier
    let principal: Principal

    init(context: AppContext) throws {
        if let program = context.program {
            principal = .program(program)
            coreContext = context.coreContext
            connection = context.connection
        } else {
            let context = try MemberContext(context: context)
            principal = .member(context.member)
            coreContext = context.coreContext
            connection = context.connection
        }
    }
}
