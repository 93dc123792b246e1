import Ingestion
import TestSupport

extension DuckDB {
    /// Where the set-up puts the program.
    static let inTests = TestCluster.root + "/.tidemark/venv/lib/python3.11/site-packages/duckdb_cli/duckdb"
}
