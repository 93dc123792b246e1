import Routes

/// What every answer is wrapped in (requirement B-97).
enum Envelope {
    /// `{"success":true,"data":…,"meta":{…}}` with an object as data.
    static func object(
        meta: AnswerMeta, capacity: Int, _ data: (inout JSONFields) -> Void
    ) -> [UInt8] {
        JSONWriter.object(capacity: capacity) { envelope in
            envelope.field("success", true)
            envelope.object("data", data)
            envelope.meta(meta)
        }
    }

    /// `{"success":true,"data":[…],"meta":{…}}`.
    static func list(
        meta: AnswerMeta, capacity: Int, _ data: (inout JSONItems) -> Void
    ) -> [UInt8] {
        JSONWriter.object(capacity: capacity) { envelope in
            envelope.field("success", true)
            envelope.array("data", data)
            envelope.meta(meta)
        }
    }
}

extension JSONFields {
    fileprivate mutating func meta(_ meta: AnswerMeta) {
        object("meta") { fields in
            fields.field("total", meta.total)
            fields.field("page", meta.page)
            fields.field("limit", meta.limit)
            fields.field("has_more", meta.hasMore)
            fields.field("next", meta.next)
            fields.field("previous", meta.previous)
            fields.field("as_of", meta.asOf)
            fields.array("ignored") { ignored in
                for parameter in meta.ignored {
                    ignored.object { fields in
                        fields.field("name", parameter.name)
                        fields.field("reason", parameter.reason.rawValue)
                    }
                }
            }
        }
    }
}
