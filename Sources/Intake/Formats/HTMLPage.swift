import Foundation
import Record

enum HTMLPage {
    static func read(_ bytes: Data, name: String, known: Page) throws(IntakeError) -> RawReport { throw IntakeError(source: name, expected: "") }
}
