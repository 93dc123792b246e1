package import HTTPTypes

/// What an answer said of its version, to ask later whether there is a newer one (RFC 9110 §13.1). Belongs to one address and one
/// variant of it.
package struct Validators: Sendable, Hashable {
    /// As it came, quotes and `W/` included.
    package var entityTag: String?
    /// As it came: it is compared letter by letter.
    package var modified: String?

    package init(entityTag: String? = nil, modified: String? = nil) {
        self.entityTag = entityTag
        self.modified = modified
    }

    /// Those of an answer.
    package init(_ fields: HTTPFields) {
        self.init(entityTag: fields[.eTag], modified: fields[.lastModified])
    }

    /// The fields that ask.
    package var fields: HTTPFields {
        var fields = HTTPFields()
        fields[.ifNoneMatch] = entityTag
        fields[.ifModifiedSince] = modified
        return fields
    }
}
