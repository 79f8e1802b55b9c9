// swift-tools-version: 6.2
import PackageDescription

/// The language mode every target is held to.
///
/// Warnings become errors where `CI` is set; a contributor's half-written line should still build.
let strict: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

let pointers: [SwiftSetting] = strict + [.strictMemorySafety()]

/// A library target and its tests: the dependency list is the law of imports.
func library(
    _ name: String, _ dependencies: [Target.Dependency] = [], tests: [Target.Dependency] = [],
    testData: [String] = [], settings: [SwiftSetting] = strict
) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, swiftSettings: settings),
        .testTarget(
            name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + tests,
            exclude: testData, swiftSettings: strict),
    ]
}

let package = Package(
    name: "varde",
    products: [
        .executable(name: "varde", targets: ["varde"]),
        .executable(name: "varde-bench", targets: ["varde-bench"]),
        .library(name: "SkillsGraph", targets: ["SkillsGraph"]),
        .library(name: "VectorScoring", targets: ["VectorScoring"]),
        .library(name: "Qualifications", targets: ["Qualifications"]),
        .library(name: "Pathways", targets: ["Pathways"]),
        .library(name: "StackingStatistics", targets: ["StackingStatistics"]),
        .library(name: "CredentialFormats", targets: ["CredentialFormats"]),
        .library(name: "CredentialCatalog", targets: ["CredentialCatalog"]),
        .library(name: "PathwayReports", targets: ["PathwayReports"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CBLAS", pkgConfig: "blas", providers: [.apt(["libblas-dev"])]),
        .target(
            name: "TestSupport", dependencies: ["SkillsGraph"], path: "Tests/TestSupport",
            swiftSettings: strict),
        .executableTarget(
            name: "varde",
            dependencies: [
                "SkillsGraph", "VectorScoring", "Qualifications", "Pathways", "StackingStatistics",
                "CredentialFormats", "CredentialCatalog", "PathwayReports",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "varde-bench",
            dependencies: [
                "SkillsGraph", "VectorScoring", "Qualifications",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: pointers),
        .testTarget(
            name: "CommandLineTests", dependencies: ["varde", "TestSupport"], exclude: ["Golden"],
            swiftSettings: strict),
    ]
        + library("SkillsGraph")
        + library("VectorScoring", ["SkillsGraph", "CBLAS"], settings: pointers)
        + library(
            "Qualifications", ["SkillsGraph", .product(name: "Yams", package: "Yams")],
            tests: ["CredentialFormats", .product(name: "Yams", package: "Yams")],
            testData: ["PublishedRules"])
        + library("Pathways", ["SkillsGraph", "Qualifications", "VectorScoring"])
        + library("StackingStatistics", ["SkillsGraph", "Qualifications"])
        + library("CredentialFormats", ["SkillsGraph"])
        + library(
            "CredentialCatalog",
            ["SkillsGraph", .product(name: "GRDB", package: "GRDB.swift")],
            tests: [.product(name: "GRDB", package: "GRDB.swift")])
        + library(
            "PathwayReports", ["SkillsGraph", "Qualifications", "Pathways", "StackingStatistics"],
            tests: ["VectorScoring"]),
    swiftLanguageModes: [.v6]
)
