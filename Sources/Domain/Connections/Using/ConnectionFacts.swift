package import Companies
import Foundation

/// What whoever opened a connection's secrets knows about it besides.
package struct ConnectionFacts: Sendable, Hashable {
    package let company: CompanyID
    package let id: ConnectionID
    package let source: SourceCode
    package let settings: [String: String]
    /// Which credentials these are: another one once they were replaced.
    let credentials: UUID
}
