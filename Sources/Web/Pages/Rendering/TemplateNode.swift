/// A parsed template: the part of the mustache language that is used here.
indirect enum TemplateNode: Hashable, Sendable {
    case text(String, line: Int)
    /// `{{name}}`, or `{{{name}}}` when raw.
    case variable(String, raw: Bool, line: Int)
    /// `{{#name}}…{{/name}}`, or `{{^name}}…{{/name}}` when inverted.
    case section(String, inverted: Bool, [TemplateNode], line: Int)
    /// `{{> name}}`
    case partial(String, line: Int)
    /// `{{< name}}{{$block}}…{{/block}}{{/name}}`
    case parent(String, blocks: [String: [TemplateNode]], line: Int)
    /// `{{$name}}default{{/name}}`
    case block(String, [TemplateNode], line: Int)
}
