/// Ends of the last hour as a finding, a picture of bars from zero, and the table behind it.
struct MinuteChart: PageValue {
    let title: String
    let picture: SafeMarkup
    let rows: [MinuteRow]

    /// - Parameter tallies: in order of time; minutes without ends are left out.
    init?(_ tallies: [MinuteTally], frame: PageFrame) {
        let text = frame.text
        guard !tallies.isEmpty else { return nil }
        title = text.fill(
            .jobsEndsTitle,
            [
                "good": NumberText.whole(tallies.reduce(0) { $0 + $1.good }),
                "bad": NumberText.whole(tallies.reduce(0) { $0 + $1.bad }),
            ])
        rows = tallies.reversed().map {
            MinuteRow(
                minute: text.moment($0.minute, in: frame.zone), good: NumberText.whole($0.good),
                bad: NumberText.whole($0.bad))
        }
        picture = Self.draw(tallies, label: title, now: frame.now, text: text)
    }

    private static func draw(_ tallies: [MinuteTally], label: String, now: MomentStamp, text: InterfaceText)
        -> SafeMarkup
    {
        let (left, top, bottom, step) = (44, 18, 130, 5)
        let right = left + 60 * step
        let highest = max(1, tallies.map { $0.good + $0.bad }.max() ?? 1)
        func height(_ count: Int) -> Int {
            count == 0 ? 0 : max(2, Int((Double(count) / Double(highest) * Double(bottom - top)).rounded()))
        }
        var writer = MarkupWriter(capacity: 8 * 1024)
        writer.element(
            "svg",
            [
                .styled("chart minutes"), Attribute("viewBox", "0 0 \(right + 8) 156"), Attribute("role", "img"),
                Attribute("aria-label", label),
            ]
        ) { writer in
            for (count, y) in [(highest, top), (0, bottom)] {
                writer.element("path", [.styled("grid"), Attribute("d", "M\(left) \(y)H\(right)")])
                writer.element(
                    "text", [Attribute("x", left - 8), Attribute("y", y + 4), Attribute("text-anchor", "end")],
                    text: NumberText.whole(count))
            }
            let newest = now.secondsSince1970 / 60
            for tally in tallies {
                let age = newest - tally.minute.secondsSince1970 / 60
                guard (0..<60).contains(age) else { continue }
                let x = right - (Int(age) + 1) * step
                let bad = height(tally.bad)
                let good = height(tally.good)
                if bad > 0 {
                    writer.element(
                        "path",
                        [.styled("bad"), Attribute("d", "M\(x) \(bottom)h\(step - 1)v\(-bad)h\(1 - step)z")])
                }
                if good > 0 {
                    writer.element(
                        "path",
                        [
                            .styled("good"),
                            Attribute("d", "M\(x) \(bottom - bad)h\(step - 1)v\(-good)h\(1 - step)z"),
                        ])
                }
            }
            writer.element("text", [Attribute("x", left), Attribute("y", 150)], text: text[.jobsEndsHourAgo])
            writer.element(
                "text", [Attribute("x", right), Attribute("y", 150), Attribute("text-anchor", "end")],
                text: text[.jobsEndsNow])
        }
        return writer.finish()
    }

    static let shape = Shape<MinuteChart>([
        .text("title", \.title),
        .markup("picture", \.picture),
        .list("rows", \.rows),
    ])
}
