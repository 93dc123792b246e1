import ArgumentParser
import Companies
import Foundation
import Ingestion

struct CompactSources: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compact", abstract: "Put a company's runs into the lake, and let go of what was kept long enough."
    )
    @OptionGroup var who: SourcesWho

    func run() async throws {
        try await Workplace.open(purpose: "lake") { workplace in
            let company = try await who.find(workplace)
            let lake = try workplace.existingLake()
            let bar = ProgressBar("Bronze")
            let files = try await lake.compact(company.id, at: Date()) { done, total in
                bar.show(Double(done) / Double(max(1, total)), "\(Console.count(done)) of \(Console.count(total)) runs")
            }
            bar.finish()
            let forgotten = try await lake.forget(
                company.id, keeping: workplace.settings.lake.retention, at: Date())
            let bytes = files.reduce(0) { $0 + $1.bodyBytes }
            let packed = files.reduce(0) { $0 + $1.fileBytes }
            Console.say(
                "\(Console.count(files.count)) runs put into the lake: \(Console.count(bytes)) bytes of answers in "
                    + "\(Console.count(packed)); let go of \(Console.count(forgotten.records)) answers and "
                    + "\(Console.count(forgotten.files)) files.")
        }
    }
}
