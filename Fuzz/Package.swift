// swift-tools-version: 6.1
import PackageDescription

/// The readers under libFuzzer, in a package of their own: the flags are for fuzzing only.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]
let fuzzed: [SwiftSetting] = strict + [.unsafeFlags(["-sanitize=fuzzer"])]

let package = Package(
    name: "dateline-fuzz",
    dependencies: [.package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "Record", swiftSettings: strict),
        .target(
            name: "Intake",
            dependencies: ["Record", "CLibXML2", "CZlib", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: fuzzed),
        .executableTarget(
            name: "IntakeFuzz", dependencies: ["Record", "Intake"],
            swiftSettings: strict + [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]),
    ]
)
