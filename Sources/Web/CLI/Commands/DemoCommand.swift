import ArgumentParser
import Demo
import Foundation

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "The two demo companies.", subcommands: [Load.self, Files.self])

    struct Load: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Load the demo companies unless they are there.")

        func run() async throws {
            for line in try await DemoLoader.load(try Settings.load()) { Console.say(line) }
        }
    }

    struct Files: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the demo's price books and mapping files to a folder.")
        @Option(help: "The folder.") var output: String

        func run() throws {
            let catalogue = DemoLoader.catalogue(lastDay: .today())
            for company in catalogue.companies {
                for file in catalogue.files(company: company) { _ = try file.write(into: output) }
            }
            for name in DemoMappings.names {
                guard let text = DemoMappings.text(named: name) else { continue }
                let folder = output + "/mappings"
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name).json"))
            }
        }
    }
}
