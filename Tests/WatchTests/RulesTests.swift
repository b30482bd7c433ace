import Foundation
import Testing
import Watch

@Suite("Addresses, robots, feeds and their list")
struct RulesTests {
    @Test(
        "addresses of the house's own network are not public",
        arguments: [
            "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "0.0.0.0",
            "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
            "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1", "nonsense", "",
        ])
    func closed(_ address: String) { #expect(!AddressRules.isPublic(address)) }

    @Test(
        "addresses of the public network are", arguments: ["8.8.8.8", "172.32.0.1", "::ffff:8.8.8.8", "2606:4700::1"])
    func open(_ address: String) { #expect(AddressRules.isPublic(address)) }

    @Test("a private host is refused unless its name is allowed")
    func named() throws {
        let error = #expect(throws: WatchError.self) { try AddressRules().address(of: "127.0.0.1") }
        #expect(error?.description.contains("allow_private") == true)
        #expect(try AddressRules(allowed: ["127.0.0.1"]).address(of: "127.0.0.1") == "127.0.0.1")
    }

    @Test("robots.txt: the own group before the group for all, the longest rule, stars and ends")
    func robots() {
        let text = """
            User-agent: other
            User-agent: dateline
            Disallow: /private
            Allow: /private/open
            Disallow: /*.pdf$   # papers

            User-agent: *
            Disallow: /
            """
        let own = Robots(text: text, agent: "dateline")
        #expect(own.allows("/news") && own.allows("/private/open/1") && own.allows("/a.pdf?x"))
        #expect(!own.allows("/private/1") && !own.allows("/x/a.pdf"))
        #expect(!Robots(text: text, agent: "somebody").allows("/news"))
        #expect(Robots(text: "", agent: "dateline").allows("/x") && !Robots.all.allows("/x"))
    }

    @Test("links of RSS and Atom")
    func links() throws {
        let base = try #require(URL(string: "https://news.example/feed"))
        let rss = """
            <rss><channel><link>https://news.example/</link>
            <item><title>a</title><link>https://news.example/1?a=1&amp;b=2</link></item>
            <item><link><![CDATA[ /2 ]]></link></item><item><link>/2</link></item>
            <item><guid isPermaLink="true">https://news.example/3</guid></item><item><link>ftp://x/4</link></item>
            </channel></rss>
            """
        #expect(
            FeedLinks.find(in: Data(rss.utf8), base: base).map(\.absoluteString)
                == ["https://news.example/1?a=1&b=2", "https://news.example/2", "https://news.example/3"])
        let atom = """
            <feed><link href="https://news.example/"/><entry><link rel="enclosure" href="/x.mp3"/>
            <link rel='alternate' href='/5'/></entry></feed>
            """
        #expect(FeedLinks.find(in: Data(atom.utf8), base: base).map(\.absoluteString) == ["https://news.example/5"])
        #expect(FeedLinks.find(in: Data("<items>no feed</items>".utf8), base: base).isEmpty)
    }

    @Test("feeds.yaml is read, and a mistake is named")
    func list() throws {
        let list = try FeedList(
            yaml: "every: 5\nallow_private: [Feeds.LAN]\nfeeds:\n  - https://a.example/rss\n"
                + "  - {url: 'http://b.example/', every: 60, articles: false}\n", name: "feeds.yaml")
        #expect(list.feeds.map(\.interval) == [300, 3600] && list.privateHosts == ["feeds.lan"])
        for (yaml, words) in [
            ("feeds: []", "list"), ("feeds: [ftp://a]", "feed 1"), ("fed: [a]", "fed"),
            ("every: 0\nfeeds: [https://a.example]", "every"),
        ] {
            let error = #expect(throws: WatchError.self) { try FeedList(yaml: yaml, name: "feeds.yaml") }
            #expect(error?.description.contains(words) == true)
        }
    }
}
