import ArgumentParser

@main
struct Tidemark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tidemark",
        abstract:
            "Tells people who sell physical goods what is about to sell, what it costs everywhere, and what to do.",
        subcommands: [
            RunCommand.self, ServeCommand.self, WorkCommand.self, MigrateCommand.self, ImportCommand.self,
            SourceCommand.self, ReplayCommand.self, AlertCommand.self, MatchCommand.self, ScoreCommand.self,
            MentionsCommand.self,
            ForecastCommand.self,
            CompanyCommand.self,
            StaffCommand.self,
            JobsCommand.self,
            VaultCommand.self, AuditCommand.self, DemoCommand.self,
            DoctorCommand.self,
        ])

    /// A failure is one sentence and exit status 1; a wrong call is ArgumentParser's own message.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error where isOurs(error) {
            Console.warn("tidemark: \(Explanation.of(error))")
            exit(withError: ExitCode.failure)
        } catch {
            exit(withError: error)
        }
    }

    private static func isOurs(_ error: any Error) -> Bool {
        let name = String(reflecting: type(of: error))
        return !name.hasPrefix("ArgumentParser.")
    }
}
