import Foundation
import Ingestion

/// The error report of one file as CSV, beside others in a folder: `<file>.rejects.csv`.
final class ErrorReportFile {
    private let handle: FileHandle

    /// Makes the folder if need be and begins the report anew.
    init(folder: String, file: String) throws {
        let path = folder + "/" + file + ".rejects.csv"
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw SettingsProblem("The error report cannot be written to \(path).") }
        self.handle = handle
        handle.write(Data(RejectReport.header.utf8))
    }

    func write(_ rejects: [RowReject]) {
        handle.write(Data(rejects.map(RejectReport.line).joined().utf8))
    }

    func close() { try? handle.close() }
}
