import Catalog
import Forecasting
import Foundation

/// A track record as a file for a spreadsheet. Shares are 0–1, errors per cent; empty for what is not known.
enum TrackRecordFile {
    static let columns = [
        "kind", "measure", "currency", "days_ahead", "model", "category", "settled", "pending", "inside_80",
        "inside_95",
        "direction_right", "direction_low", "direction_high", "direction_count", "commoner_side", "wape", "naive_wape",
        "bias", "mape",
    ]

    static func line(_ line: TrackRecordLine) -> String {
        func number(_ value: Double?) -> String { value.map { String(format: "%.6g", $0) } ?? "" }
        let key = line.key
        return CSVText.line([
            key.kind.rawValue, key.measure.rawValue, key.currency ?? "", "\(key.view)", key.model ?? "",
            key.category ?? "", "\(line.settled)", "\(line.pending)", number(line.coverage80), number(line.coverage95),
            number(line.direction?.value), number(line.direction?.low),
            number(line.direction?.high), "\(line.direction?.of ?? 0)", number(line.baseRate),
            number(line.wape), number(line.naiveWape), number(line.bias), number(line.mape),
        ])
    }
}
