struct ErrorAnswer { let bytes: [UInt8]; init(code: String, message: String, id: String) { bytes = Array("{}".utf8) } }
struct HealthAnswer { let bytes: [UInt8]; init(status: String, version: String) { bytes = Array("{}".utf8) } }
