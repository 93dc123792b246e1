import Hummingbird

/// A request about the company that the session is in.
protocol CompanyContext: GuardedContext {
    var member: Member { get }
}
