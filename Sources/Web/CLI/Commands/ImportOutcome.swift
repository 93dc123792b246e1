import Catalog
import Foundation
import Ingestion

/// What became of one file, for the terminal and for programs.
struct ImportOutcome: Encodable {
    let file: String
    let state: String
    let run: UUID?
    let wasKnown: Bool
    let listedOn: String?
    let rowsRead: Int
    let rowsGood: Int
    let rowsRejected: Int
    let items: Int
    let listingsNew: Int
    let listingsChanged: Int
    let notes: [String]
    let reason: String?
    let firstRejects: [String]
    let seconds: Double
    /// Of these, how long the database had a request: the database side of an import.
    let databaseSeconds: Double

    var changed: Bool { state == "applied" && !wasKnown }

    init(_ report: ImportReport, seconds: Double) {
        file = report.fileName
        state = report.state.rawValue
        run = report.run
        wasKnown = report.wasKnown
        listedOn = report.listedOn?.description
        rowsRead = report.rowsRead
        rowsGood = report.rowsGood
        rowsRejected = report.rowsRejected
        items = report.items
        listingsNew = report.listingsNew
        listingsChanged = report.listingsChanged
        notes = report.notes
        reason = report.holdReason
        firstRejects = report.rejects.map { reject in
            "line \(reject.line)" + (reject.column.map { ", column \($0)" } ?? "") + ": \(reject.reason)"
        }
        self.seconds = (seconds * 1_000).rounded() / 1_000
        databaseSeconds = (report.databaseTime.seconds * 1_000).rounded() / 1_000
    }

    init(refused path: String, because sentence: String) {
        file = URL(fileURLWithPath: path).lastPathComponent
        state = "refused"
        run = nil
        wasKnown = false
        listedOn = nil
        rowsRead = 0
        rowsGood = 0
        rowsRejected = 0
        items = 0
        listingsNew = 0
        listingsChanged = 0
        notes = []
        reason = sentence
        firstRejects = []
        seconds = 0
        databaseSeconds = 0
    }

    var lines: [String] {
        let day = listedOn.map { " of \($0)" } ?? ""
        var lines: [String] = []
        switch (state, wasKnown) {
        case ("applied", true):
            lines.append("\(file)\(day): was imported before; nothing to do.")
        case ("applied", false):
            lines.append(
                "\(file)\(day): \(Console.count(rowsGood)) rows applied, \(Console.count(rowsRejected)) rejected, "
                    + "\(Console.count(listingsNew)) listings new, \(Console.count(listingsChanged)) changed, "
                    + String(format: "%.1f s.", seconds))
        default:
            lines.append(
                "\(file)\(day): held, nothing applied, because \(reason ?? "it looks wrong"). "
                    + "Look at the rows below; if the file is right, run the same command with --confirm.")
        }
        guard !wasKnown else { return lines }
        lines += notes.map { "  note: \($0)" }
        lines += firstRejects.prefix(10).map { "  \($0)" }
        if rowsRejected > 10 {
            lines.append("  … \(Console.count(rowsRejected - 10)) more; --errors FOLDER writes them all.")
        }
        return lines
    }
}
