import Configuration
import Outbound
import Vault

/// The bucket the lake lies in, if it lies in one.
extension Settings {
    static let lakeSecretName = "TIDEMARK_LAKE_S3_SECRET"

    /// - Parameter taken: the secret that came as a variable.
    /// - Returns: nil when nothing of it is set.
    /// - Throws: `SettingsProblem` when something of it is set and something is missing.
    static func lakeBucket(_ reader: ConfigReader, secret taken: SecretBytes?) throws -> ObjectBucket? {
        func value(_ key: String) -> String? { reader.text("tidemark.lake.s3." + key) }
        let (endpoint, name, region, keyID) = (value("endpoint"), value("bucket"), value("region"), value("key.id"))
        let (prefix, certificates, file) = (value("prefix"), value("ca.file"), value("secret.file"))
        let isNamed = [endpoint, name, region, keyID, prefix, certificates, file].contains { $0 != nil }
        guard isNamed || taken != nil else { return nil }
        let secret = try SecretVariable.choose(lakeSecretName, taken: taken, file: file, word: "a secret")
        let parts = [
            ("ENDPOINT", endpoint != nil), ("BUCKET", name != nil), ("REGION", region != nil),
            ("KEY_ID", keyID != nil), ("SECRET_FILE", secret != nil),
        ]
        guard let endpoint, let name, let region, let keyID, let secret else {
            let missing = parts.filter { !$0.1 }.map { "TIDEMARK_LAKE_S3_" + $0.0 }
            throw SettingsProblem(
                "A bucket for the lake is named in part: \(missing.joined(separator: " and ")) is missing.")
        }
        do {
            return try ObjectBucket(
                endpoint: endpoint, name: name, region: region, prefix: prefix ?? "", keyID: keyID, secret: secret,
                certificates: certificates)
        } catch {
            throw SettingsProblem("TIDEMARK_LAKE_S3_ENDPOINT and its like cannot be used: \(error).")
        }
    }
}
