package import Catalog
package import Foundation

/// What became of one file.
package struct ImportReport: Sendable {
    package let run: UUID
    package let fileName: String
    package let book: String
    let startedAt: Date
    package internal(set) var state: RunState
    /// True when the same file had been imported before and nothing was done now.
    package internal(set) var wasKnown = false
    package internal(set) var holdReason: String?
    package internal(set) var rowsRead = 0
    package internal(set) var rowsGood = 0
    package internal(set) var rowsRejected = 0
    /// Distinct items of the list.
    package internal(set) var items = 0
    package internal(set) var listingsNew = 0
    package internal(set) var listingsChanged = 0
    package internal(set) var listedOn: CalendarDay?
    package internal(set) var notes: [String] = []
    /// The first rejects.
    package internal(set) var rejects: [RowReject] = []
    /// How long the run had a request at the database.
    package internal(set) var databaseTime = Duration.zero

    init(file: ImportFile, state: RunState) {
        run = file.moment.run
        fileName = file.name
        book = file.mapping.name
        startedAt = file.moment.now
        self.state = state
    }

    init(known: KnownRun, file: ImportFile) {
        run = known.run
        fileName = file.name
        book = file.mapping.name
        startedAt = file.moment.now
        state = known.state
        wasKnown = true
        holdReason = known.holdReason
        rowsRead = known.rowsRead
        rowsGood = known.rowsGood
        rowsRejected = known.rowsRejected
        items = known.items
        listedOn = known.listedOn
    }
}
