import Foundation
import Record

enum Feed {
    static func readAll(_ bytes: Data, name: String, each: Reader.Receiver) throws {}
}
