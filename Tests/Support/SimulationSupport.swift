// Tests have clock, seeded numbers and the fake site from here. They are a module of their own so that the program that simulates
// sources does without what only tests need: a second library for TLS takes minutes to build.
@_exported import SimulationSupport
