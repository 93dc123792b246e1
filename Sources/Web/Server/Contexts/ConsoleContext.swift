import Hummingbird
import Routes

/// A request of somebody who may look after jobs. Which of the two areas it is for is in its type, so a handler of one
/// cannot be mounted in the other.
protocol ConsoleContext: ConnectedContext, CompanyContext {
    static var area: ConsoleArea { get }
}
