import Crypto
import CryptoExtras
import Foundation

/// Hashes of passwords: scrypt (RFC 7914) with OWASP's parameters of 64 MB, by swift-crypto.
enum Passwords {
    private static let logRounds = 16
    private static let parallelism = 2

    /// `scrypt$16$8$2$salt$hash`: the parameters stand with the hash, so that they can grow.
    static func hash(_ password: String) throws -> String {
        let salt = SecretToken.bytes(16)
        let key = try derive(password, salt: salt, logRounds: logRounds, blockSize: 8, parallelism: parallelism)
        return "scrypt$\(logRounds)$8$\(parallelism)$\(salt.base64EncodedString())$\(key.base64EncodedString())"
    }

    /// Compares in constant time; false for a hash that is none.
    static func matches(_ password: String, _ stored: String) -> Bool {
        let parts = stored.split(separator: "$").map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let logRounds = Int(parts[1]), let block = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Data(base64Encoded: parts[4]),
            let wanted = Data(base64Encoded: parts[5]), (10...20).contains(logRounds)
        else { return false }
        guard
            let key = try? derive(
                password, salt: salt, logRounds: logRounds, blockSize: block, parallelism: parallelism)
        else { return false }
        return SecretToken.same(key, wanted)
    }

    /// A password as NFC text, so that two keyboards give the same bytes.
    private static func derive(
        _ password: String, salt: Data, logRounds: Int, blockSize: Int, parallelism: Int
    ) throws -> Data {
        let text = Data(password.precomposedStringWithCanonicalMapping.utf8)
        let key = try KDF.Scrypt.deriveKey(
            from: text, salt: salt, outputByteCount: 32, rounds: 1 << logRounds, blockSize: blockSize,
            parallelism: parallelism, maxMemory: 256 << 20)
        return key.withUnsafeBytes { Data($0) }
    }

    /// What is wrong with a new password, in words; nil where nothing is.
    static func fault(_ password: String, name: String) -> String? {
        if password.count < 12 { return "a password has at least 12 characters" }
        if password.utf8.count > 500 { return "a password has at most 500 bytes" }
        if password.lowercased() == name.lowercased() { return "the password must not be the name" }
        if Set(password).count < 5 { return "a password has at least 5 different characters" }
        return nil
    }
}

/// Random tokens for sessions, invitations and the API. Only their hashes are stored.
enum SecretToken {
    /// 32 random bytes, URL-safe base 64, after a prefix that tells what it is.
    static func make(_ prefix: String) -> String {
        prefix
            + bytes(32).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
                "=", with: "")
    }

    static func bytes(_ count: Int) -> Data {
        SymmetricKey(size: .init(bitCount: count * 8)).withUnsafeBytes { Data($0) }
    }

    /// What is stored of a token.
    static func digest(_ token: String) -> String {
        SHA256.hash(data: Data(token.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Compares in constant time.
    static func same(_ a: Data, _ b: Data) -> Bool {
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
