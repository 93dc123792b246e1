import Foundation
import Outbound
import Vault

extension LakeProblem {
    /// What the system says of a file of this machine, by the number of the error.
    init(number: Int32) { self = .cannotWrite(String(cString: strerror(number))) }

    /// What an error means for the lake.
    /// - Parameter path: of the file it is about.
    /// - Returns: a problem of the lake, or the error itself where it is about something else, such as the database.
    static func naming(_ error: any Error, at path: String) -> any Error {
        switch error {
        case ObjectFailure.altered: LakeProblem.notWhole("\(path) has other bytes in the bucket")
        case let failure as ObjectFailure where failure.isAboutObject: LakeProblem.cannotWrite("\(failure)")
        case let failure as ObjectFailure: LakeProblem.outOfReach("\(failure)")
        case VaultProblem.unwritable(_, let number): LakeProblem(number: number)
        default: error
        }
    }
}
