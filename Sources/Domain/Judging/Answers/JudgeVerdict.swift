/// What a judge says of a pair. The words are those of the schema and of the database.
package enum JudgeVerdict: String, Sendable, Hashable, CaseIterable {
    case same, different, unsure
}
