/// Why a bucket cannot be used as it was named, for a person to read.
package enum ObjectBucketProblem: Error, Sendable, Hashable, CustomStringConvertible {
    case endpoint
    case name
    case region
    case prefix
    case keyID
    case secret

    package var description: String {
        switch self {
        case .endpoint:
            "the endpoint must be https://host or https://host:port without a path; http:// only with an address of this machine, "
                + "such as http://127.0.0.1:9000"
        case .name: "the bucket must have 3 to 63 small letters, digits, hyphens and dots"
        case .region: "the region must be a word of letters, digits, hyphens and underscores, such as eu-central-1"
        case .prefix: "the prefix must be a folder such as tidemark/lake, of at most 512 bytes"
        case .keyID: "the key id must be one word of letters, digits and - _ . + @"
        case .secret: "the secret must be one line of at most 256 printable characters without blanks"
        }
    }
}
