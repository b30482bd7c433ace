import Foundation
import Ledger
import Record
import Server
import Testing

@Suite("Parts of the server")
struct PartTests {
    private func decision(_ number: Int64, _ claim: String, _ action: Decision.Action, _ who: String) -> Decision {
        Decision(number: number, claim: claim, action: action, who: who, at: Date(timeIntervalSince1970: 0))
    }

    @Test("agreement takes out what chance gives")
    func agreement() throws {
        // 20 both accept, 15 both reject, 5 and 10 differ: the table of Cohen's 1960 kind, kappa 0.4.
        var decisions: [Decision] = []
        let table: [(Decision.Action, Decision.Action, Int)] = [
            (.accept, .accept, 20), (.accept, .reject, 5), (.reject, .accept, 10), (.reject, .reject, 15),
        ]
        for (first, second, count) in table {
            for _ in 0..<count {
                let number = Int64(decisions.count)
                decisions.append(decision(number, "claim \(number / 2)", first, "anna"))
                decisions.append(decision(number + 1, "claim \(number / 2)", second, "emil"))
            }
        }
        let pair = try #require(Agreement.measure(decisions).first)
        #expect(pair.claims == 50)
        #expect(abs(pair.agreement - 0.7) < 1e-9)
        #expect(abs((pair.kappa ?? 0) - 0.4) < 1e-9)
    }

    @Test("analysts who say one and the same thing throughout have no kappa")
    func oneVerdict() {
        let decisions = [decision(1, "a", .accept, "anna"), decision(2, "a", .accept, "emil")]
        #expect(Agreement.measure(decisions).first?.kappa == nil)
        #expect(Agreement.measure([decision(1, "a", .accept, "anna")]).isEmpty)
    }

    @Test("the interface has every text in every language")
    func texts() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Web/texts.json")
        let texts = try JSONDecoder().decode([String: [String: String]].self, from: Data(contentsOf: file))
        let english = try #require(texts["en"])
        for (language, table) in texts {
            #expect(Set(table.keys) == Set(english.keys), "\(language)")
            for (key, text) in table {
                let slots = { (text: String) in Set(text.matches(of: /\{\w+\}/).map { String($0.0) }) }
                #expect(slots(text) == slots(english[key] ?? ""), "\(language) \(key)")
            }
        }
    }
}
