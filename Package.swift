// swift-tools-version: 6.1
import PackageDescription

/// The rooms of the house, from the ground up: a room imports only rooms above it in this list.
/// `Tests/HouseTests` holds the manifest and every `import` line to that order.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "dateline",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "dateline", targets: ["dateline"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.81.0"),
    ],
    targets: [
        // System libraries and the one C target (SIMD kernels chosen at run time).
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CKernels"),

        .target(name: "Record", swiftSettings: strict),
        .target(
            name: "Intake",
            dependencies: ["Record", "CLibXML2", "CZlib", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(
            name: "Language", dependencies: ["Record", "CKernels"], exclude: ["Resources"], swiftSettings: strict),
        .target(
            name: "Gazetteer", dependencies: ["Record", "Language"], swiftSettings: strict),
        .target(
            name: "Coding",
            dependencies: ["Record", "Intake", "Language", "Gazetteer", .product(name: "Yams", package: "Yams")],
            exclude: ["Lexicon"], swiftSettings: strict),
        .target(name: "Assessment", dependencies: ["Record"], swiftSettings: strict),
        .target(
            name: "Exchange",
            dependencies: [
                "Record", "Assessment", .product(name: "Yams", package: "Yams"),
                .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: strict),
        .target(
            name: "Ledger",
            dependencies: [
                "Record", "Assessment", "CZlib", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .target(
            name: "Watch",
            dependencies: [
                "Record", "Intake", .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"), .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .target(
            name: "Server",
            dependencies: [
                "Record", "Assessment", "Exchange", "Ledger", "CZlib", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "dateline",
            dependencies: [
                "Record", "Intake", "Language", "Gazetteer", "Coding", "Assessment", "Exchange", "Ledger", "Watch",
                "Server",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        // Learns the models from the treebanks; never linked into dateline.
        .executableTarget(
            name: "Training", dependencies: ["Record", "Intake", "Language", "Gazetteer", "Coding", "CKernels"],
            path: "Training", exclude: ["Lists"],
            swiftSettings: strict),

        .testTarget(name: "HouseTests", swiftSettings: strict),
        .testTarget(name: "RecordTests", dependencies: ["Record"], swiftSettings: strict),
        .testTarget(
            name: "WatchTests", dependencies: ["Watch", .product(name: "Logging", package: "swift-log")],
            swiftSettings: strict),
        .testTarget(name: "ExchangeTests", dependencies: ["Record", "Assessment", "Exchange"], swiftSettings: strict),
        .testTarget(name: "IntakeTests", dependencies: ["Record", "Intake", "CZlib"], swiftSettings: strict),
        .testTarget(name: "LanguageTests", dependencies: ["Record", "Language"], swiftSettings: strict),
        .testTarget(name: "GazetteerTests", dependencies: ["Record", "Language", "Gazetteer"], swiftSettings: strict),
        .testTarget(
            name: "CodingTests", dependencies: ["Record", "Intake", "Language", "Gazetteer", "Coding"],
            swiftSettings: strict),
        .testTarget(
            name: "AssessmentTests", dependencies: ["Record", "Assessment"], exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "LedgerTests",
            dependencies: [
                "Record", "Assessment", "Ledger", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "Record", "Assessment", "Exchange", "Ledger", "Server",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CommandTests", dependencies: ["Record"], exclude: ["Goldens"], swiftSettings: strict),
    ]
)
