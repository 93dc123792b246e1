import Hummingbird

/// A request of somebody who may open the route. Its initializer refuses everybody else, so a handler that takes it never runs
/// for them.
protocol GuardedContext: RequestContext {
    static var access: Access { get }
}
