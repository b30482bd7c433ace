import Foundation

/// Distances and directions on the globe.
package enum Geometry {
    /// Great-circle distance.
    package static func kilometres(_ lat1: Double, _ lon1: Double, _ lat2: Double, _ lon2: Double) -> Double {
        let (p1, p2) = (lat1 * .pi / 180, lat2 * .pi / 180)
        let (dp, dl) = ((lat2 - lat1) * .pi / 180, (lon2 - lon1) * .pi / 180)
        let a = sin(dp / 2) * sin(dp / 2) + cos(p1) * cos(p2) * sin(dl / 2) * sin(dl / 2)
        return 12742 * asin(min(1, a.squareRoot()))
    }

    /// The point so far away in a direction (degrees clockwise from north).
    package static func point(
        from latitude: Double, _ longitude: Double, bearing: Double, kilometres: Double
    ) -> (latitude: Double, longitude: Double) {
        let (p, l, b, d) = (latitude * .pi / 180, longitude * .pi / 180, bearing * .pi / 180, kilometres / 6371)
        let q = asin(sin(p) * cos(d) + cos(p) * sin(d) * cos(b))
        let m = l + atan2(sin(b) * sin(d) * cos(p), cos(d) - sin(p) * sin(q))
        func short(_ radians: Double) -> Double { (radians * 180 / .pi * 10_000).rounded() / 10_000 }
        return (short(q), short(m))
    }
}

extension Double {
    /// Logarithm to the base of ten.
    var logBase10: Double { Foundation.log10(self) }
}
