import Foundation
import Intake
import Record
import Testing

@Suite("Captions")
struct CaptionTests {
    private func captions(_ text: String) throws -> [[String?]] {
        try report(text, format: .text).captions.map { [$0.date?.description, $0.text, $0.photographer, $0.agency] }
    }

    @Test("run-on captions glue date, text, name and agency, with agencies nobody listed")
    func runOn() throws {
        let found = try captions(
            "1 May 2019: Boats wait at the old pier in Port GrayMaria van Dorn/NWX2 May 2019: Fishermen mend nets on the quayQRN"
                + "3 May 2019: A child looks at the sea from the wallJohn McAllister/Delta Images")
        #expect(
            found == [
                ["2019-05-01", "Boats wait at the old pier in Port Gray", "Maria van Dorn", "NWX"],
                ["2019-05-02", "Fishermen mend nets on the quay", nil, "QRN"],
                ["2019-05-03", "A child looks at the sea from the wall", "John McAllister", "Delta Images"],
            ])
    }

    @Test("a caption in brackets, and one called a picture")
    func brackets() throws {
        let found = try captions(
            """
            The town was quiet.

            (Women wave from a car at the gate of Harim, Nov. 27, 2015. AP Photo/Rana Haddad)

            Picture: Policemen rest on an armoured car in Harim. (SALAM NASSER/AFP)
            """)
        #expect(
            found == [
                ["2015-11-27", "Women wave from a car at the gate of Harim", "Rana Haddad", "AP"],
                [nil, "Policemen rest on an armoured car in Harim.", "Salam Nasser", "AFP"],
            ])
    }

    @Test("the text of a caption is a verbatim stretch, and its span takes in date and credit")
    func spans() throws {
        let text =
            "A headline\n\n4 June 2018: Trucks cross the bridge at dawnAli Noor/AFP\n\nThe convoy left on Monday, drivers said."
        let report = try report(text, format: .text)
        let caption = try #require(report.captions.first)
        #expect(caption.textRange.text(in: text) == caption.text)
        #expect(caption.range.text(in: text) == "4 June 2018: Trucks cross the bridge at dawnAli Noor/AFP")
        #expect(report.reading.blocks.contains { $0.kind == .caption && $0.caption == 0 })
    }

    @Test(
        "credits in the styles of agencies",
        arguments: [
            ("Workers clear rubble from a street in the old port. REUTERS/Erik Lund", "Erik Lund", "Reuters"),
            (
                "Workers clear rubble from a street in the old port. REUTERS/Erik Lund/File Photo", "Erik Lund",
                "Reuters"
            ),
            ("Workers clear rubble from a street in the old port. (AP Photo/Nadia Rahm)", "Nadia Rahm", "AP"),
            ("Workers clear rubble from a street in the old port. (AP Photo/Nadia Rahm, File)", "Nadia Rahm", "AP"),
            (
                "Workers clear rubble from a street in the old port (Photo by Sam Oke/Getty Images)", "Sam Oke",
                "Getty Images"
            ),
            ("Workers clear rubble from a street in the old port. / AFP / NADIA RAHM", "Nadia Rahm", "AFP"),
            (
                "Workers clear rubble from a street in the old port (NADIA RAHM/AFP/Getty Images)", "Nadia Rahm",
                "AFP/Getty Images"
            ),
            ("Workers clear rubble from a street in the old port EPA-EFE/SAM OKE", "Sam Oke", "EPA-EFE"),
            ("Workers clear rubble from a street in the old port [Getty]", nil, "Getty Images"),
        ] as [(String, String?, String?)])
    func styles(line: String, photographer: String?, agency: String?) throws {
        let caption = try #require(
            try report("A title\n\n" + line + "\n\nProse follows here, the mayor said.").captions.first)
        #expect(caption.photographer == photographer)
        #expect(caption.agency == agency)
        #expect(caption.text.hasPrefix("Workers clear rubble from a street in the old port"))
    }

    @Test("a paragraph that begins with a date is no caption")
    func prose() throws {
        #expect(
            try captions(
                "On 3 May 2019 the council met in the old town hall.\n\n12 June 2019: The army took the hill, the ministry said.\n\nMore prose."
            ).isEmpty)
    }

    @Test("a caption's day goes without the conventional tail")
    func tail() throws {
        let found = try captions(
            "Market closes\n\nTraders sit beside empty stalls in Port Gray, Monday, March 4, 2019. (AP Photo/Sam Oke)")
        #expect(found == [["2019-03-04", "Traders sit beside empty stalls in Port Gray", "Sam Oke", "AP"]])
    }

    @Test("a date is cut where it is the stamp, kept where the sentence needs it, and taken from the credit")
    func dates() throws {
        let prose = "\n\nProse follows here, the mayor said."
        #expect(
            try captions("Boats wait at the pier of Port Gray, Monday, May 6, 2019. (AP Photo/Nadia Rahm)" + prose)
                == [["2019-05-06", "Boats wait at the pier of Port Gray", "Nadia Rahm", "AP"]])
        #expect(
            try captions("Boats wait at the pier of Port Gray on 6 May 2019 (Photo by Sam Oke/Getty Images)" + prose)
                == [["2019-05-06", "Boats wait at the pier of Port Gray on 6 May 2019", "Sam Oke", "Getty Images"]])
        #expect(
            try captions("The ward of the new hospital in Port Gray. Photo by WHO, 6 May 2019" + prose)
                == [["2019-05-06", "The ward of the new hospital in Port Gray.", nil, "WHO"]])
    }
}
