import Companies
import Foundation

/// A message as a Slack incoming webhook takes it.
package enum SlackMessage {
    /// Characters of a section's text at most.
    private static let mostOfSection = 2_900

    /// - Returns: JSON.
    package static func body(_ message: AlertMessage) throws -> [UInt8] {
        let (alerts, more) = message.written
        var lines = alerts.map { alert in
            "\(mark(alert)) <\(message.link(alert.id))|\(escape(alert.sentence))>"
                + (alert.detail.map { "\n      \(escape($0))" } ?? "")
        }
        if more > 0 { lines.append("and \(more) more") }
        if alerts.isEmpty { lines = ["This is a test. Nothing is wrong."] }
        var blocks = [
            Block(type: "header", text: Text(type: "plain_text", text: cut(message.title, 150)), elements: nil)
        ]
        for section in sections(lines) {
            blocks.append(Block(type: "section", text: Text(type: "mrkdwn", text: section), elements: nil))
        }
        let context =
            "\(escape(message.company.name)) · <\(message.link(nil))|Alerts> · \(message.date.formatted(.iso8601))"
        blocks.append(Block(type: "context", text: nil, elements: [Text(type: "mrkdwn", text: context)]))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(
            try encoder.encode(
                Payload(text: escape(message.title), blocks: blocks, unfurl_links: false, unfurl_media: false)))
    }

    private struct Payload: Encodable {
        /// Shown in notifications, and where blocks are not.
        let text: String
        let blocks: [Block]
        let unfurl_links: Bool
        let unfurl_media: Bool
    }

    private struct Block: Encodable {
        let type: String
        let text: Text?
        let elements: [Text]?
    }

    private struct Text: Encodable {
        let type: String
        let text: String
    }

    private static func mark(_ alert: ToldAlert) -> String {
        switch (alert.state, alert.severity) {
        case (.resolved, _): "✅"
        case (_, .critical): "🔴"
        case (_, .warning): "🟠"
        case (_, .notice): "🔵"
        }
    }

    /// Lines put together as far as a section holds them.
    private static func sections(_ lines: [String]) -> [String] {
        lines.reduce(into: [String]()) { sections, line in
            let line = cut(line, mostOfSection)
            if let last = sections.last, last.count + line.count < mostOfSection {
                sections[sections.count - 1] = last + "\n" + line
            } else {
                sections.append(line)
            }
        }
    }

    /// Slack knows three characters, and no others.
    static func escape(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    private static func cut(_ text: String, _ most: Int) -> String {
        text.count <= most ? text : text.prefix(most - 1) + "…"
    }
}
