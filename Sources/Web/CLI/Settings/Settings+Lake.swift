import Configuration
import Foundation
import Ingestion
import Outbound
import Vault

/// Where the lake lies, and the program that writes it.
extension Settings {
    struct Lake: Sendable {
        /// The folder of its files; with a bucket, of those that are being made or read. Nil for a production that was not told.
        var folder: String?
        /// Where its files lie instead, if they lie elsewhere.
        var bucket: ObjectBucket?
        /// DuckDB.
        var program: String
        var retention: BronzeRetention
    }

    /// - Parameter secret: of the bucket, that came as a variable.
    static func lake(
        _ reader: ConfigReader, secret: SecretBytes?, environment: Environment, root: String
    ) throws -> Lake {
        var retention = BronzeRetention()
        retention.database = try days(reader, "tidemark.raw.days", "TIDEMARK_RAW_DAYS", 14) * 86_400
        // Other files may refer to a file's bytes for a month.
        retention.lake = (try days(reader, "tidemark.lake.days", "TIDEMARK_LAKE_DAYS", 365) + 31) * 86_400
        let folder =
            reader.text("tidemark.lake.directory") ?? (environment == .development ? root + "/.tidemark/lake" : nil)
        let bucket = try lakeBucket(reader, secret: secret)
        guard folder != nil || bucket == nil else {
            throw SettingsProblem(
                "The lake lies in a bucket, but TIDEMARK_LAKE_DIRECTORY is missing; it must name a folder of this machine, where files "
                    + "are made and read.")
        }
        return Lake(
            folder: folder, bucket: bucket,
            program: reader.text("tidemark.duckdb")
                ?? root + "/.tidemark/venv/lib/python3.11/site-packages/duckdb_cli/duckdb", retention: retention)
    }

    private static func days(_ reader: ConfigReader, _ key: String, _ name: String, _ usual: Int) throws -> Double {
        let text = reader.text(key) ?? "\(usual)"
        guard let days = Int(text), (1...10_000).contains(days) else {
            throw SettingsProblem("\(name) is \"\(text)\"; it must be a number of days from 1 to 10000.")
        }
        return Double(days)
    }
}

extension Workplace {
    /// The lake; nil where there is none.
    var lake: BronzeLake? {
        settings.lake.folder.map { folder in
            let storage: any LakeStorage =
                if let bucket = settings.lake.bucket {
                    LakeBucket(store: ObjectStore(bucket: bucket), workplace: folder)
                } else {
                    LakeFolder(path: folder)
                }
            return BronzeLake(
                database: database, storage: storage, duckDB: DuckDB(path: settings.lake.program))
        }
    }

    /// - Throws: `SettingsProblem` where there is none.
    func existingLake() throws -> BronzeLake {
        guard let lake else {
            throw SettingsProblem("In production TIDEMARK_LAKE_DIRECTORY must name the folder of the lake.")
        }
        return lake
    }
}
