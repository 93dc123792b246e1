import Configuration

extension ConfigReader {
    /// A setting; nil when it is not there or empty, which is how a variable is taken back.
    func text(_ key: String, isSecret: Bool = false) -> String? {
        string(forKey: ConfigKey(key), isSecret: isSecret).flatMap { $0.isEmpty ? nil : $0 }
    }
}
