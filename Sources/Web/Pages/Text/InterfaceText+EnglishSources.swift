extension InterfaceText {
    /// What stands on the pages of sources and runs.
    static func sources(_ key: TextKey) -> String {
        switch key {
        case .actConnectionPaused: "Paused a connection"
        case .actConnectionResumed: "Had a connection read again"
        case .actRunAsked: "Had a connection read at once"
        case .actRunPublished: "Took a held run over"
        case .actRunDiscarded: "Did without a held run"
        case .actSourceStopped: "Switched a source off"
        case .actSourceStarted: "Switched a source on again"
        case .areaRun: "runs"
        case .areaSource: "sources"
        default: ""
        }
    }
}
