package import Foundation
package import Logging

/// Writes each event as exactly one line, whatever is in it.
///
/// Metadata of the event wins over that of the task's `WorkScope`, which wins over that of the logger.
package struct LineLogHandler: LogHandler {
    package var logLevel: Logger.Level = .info
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    private let label: String
    private let format: LogFormat
    private let sink: any LogSink
    private let now: @Sendable () -> Date

    package init(
        label: String, format: LogFormat, sink: any LogSink,
        metadataProvider: Logger.MetadataProvider? = WorkScope.metadataProvider,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.label = label
        self.format = format
        self.sink = sink
        self.metadataProvider = metadataProvider
        self.now = now
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let record = LogRecord(
            moment: now(), level: event.level, label: label, message: event.message.description,
            fields: fields(of: event))
        sink.write(format == .json ? record.json : record.text)
    }

    /// All metadata, sorted, each name once.
    private func fields(of event: LogEvent) -> [LogRecord.Field] {
        var fields: [LogRecord.Field] = []
        func add(_ metadata: Logger.Metadata) {
            for (key, value) in metadata {
                let name = Self.name(of: key)
                if !fields.contains(where: { $0.name == name }) { fields.append(.init(name: name, value: value)) }
            }
        }
        if let error = event.error {
            fields.append(.init(name: "error", value: .string("\(error)")))
            fields.append(.init(name: "error_type", value: .string(String(reflecting: type(of: error)))))
        }
        if let metadata = event.metadata { add(metadata) }
        if let provided = metadataProvider?.get() { add(provided) }
        add(metadata)
        return fields.sorted { $0.name < $1.name }
    }

    /// The HTTP server's own key for the id of a request, and the names a record has itself.
    private static func name(of key: String) -> String {
        switch key {
        case "hb.request.id": "request_id"
        case "time", "level", "message", "logger": "metadata_" + key
        default: key
        }
    }
}
