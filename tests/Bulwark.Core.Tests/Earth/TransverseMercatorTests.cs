using System.Globalization;
using Bulwark.Core.Earth;
using Bulwark.Core.Tests.Support;

namespace Bulwark.Core.Tests.Earth;

public sealed class TransverseMercatorTests(ITestOutputHelper output)
{
    /// <summary>
    /// Published: the summit of the CN Tower, 43 38 33.24 N 79 23 13.7 W, is 17T 630084 E 4833439 N (Snyder-style worked example, to the
    /// metre), and the corner of zone 31: 0 N 3 E is 500000 E 0 N by definition.
    /// </summary>
    [Fact]
    public void Published_places_come_out()
    {
        var tower = TransverseMercator.Utm(17, isNorth: true).Forward(GeodeticPoint.FromDegrees(43 + (38 / 60.0) + (33.24 / 3600), -(79 + (23 / 60.0) + (13.7 / 3600))));
        Assert.Equal(630_084, tower.EastingM, 1.0);
        Assert.Equal(4_833_439, tower.NorthingM, 1.0);
        Assert.Equal(new ProjectedPoint(500_000, 0), TransverseMercator.Utm(31, isNorth: true).Forward(GeodeticPoint.FromDegrees(0, 3)));
        Assert.Equal(10_000_000, TransverseMercator.Utm(31, isNorth: false).Forward(GeodeticPoint.FromDegrees(0, 3)).NorthingM);
    }

    /// <summary>
    /// GeographicLib's program computes the projection exactly, by elliptic functions, and prints nanometres; the series is within 5 nm.
    /// 10 nm leaves room for the rounding of coordinates of ten thousand kilometres.
    /// </summary>
    [Fact]
    public void A_peer_agrees_to_nanometres()
    {
        var places = new List<GeodeticPoint>();
        for (var latitude = -79.5; latitude <= 83; latitude += 4.7)
        {
            for (var longitude = -25.9; longitude <= 33; longitude += 3.13) places.Add(GeodeticPoint.FromDegrees(latitude, longitude));
        }

        var lines = PeerProgram.Ask("TransverseMercatorProj", ["-l", "3", "-k", "0.9996", "-p", "9"], string.Join('\n', places.Select(static place => string.Create(CultureInfo.InvariantCulture, $"{place.LatitudeDeg:R} {place.LongitudeDeg:R}"))) + "\n");
        Assert.Equal(places.Count, lines.Length);
        var (worst, worstBack) = (0.0, 0.0);
        for (var i = 0; i < places.Count; i++)
        {
            var fields = lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var projection = TransverseMercator.Utm(31, isNorth: places[i].LatitudeRad >= 0);
            var ours = projection.Forward(places[i]);
            var theirs = new ProjectedPoint(500_000 + double.Parse(fields[0], CultureInfo.InvariantCulture), (places[i].LatitudeRad >= 0 ? 0 : 10_000_000) + double.Parse(fields[1], CultureInfo.InvariantCulture));
            worst = Math.Max(worst, Math.Max(Math.Abs(ours.EastingM - theirs.EastingM), Math.Abs(ours.NorthingM - theirs.NorthingM)));
            var back = projection.Inverse(ours);
            worstBack = Math.Max(worstBack, Wgs84.ToEcef(back).DistanceTo(Wgs84.ToEcef(places[i])));
        }

        output.WriteLine($"{places.Count} places, worst difference {worst * 1e9:0.0} nm, there and back {worstBack * 1e9:0.0} nm");
        Assert.InRange(worst, 0, 10e-9);
        Assert.InRange(worstBack, 0, 10e-9);
    }

    [Fact]
    public void There_and_back_holds_far_from_the_meridian_at_the_poles_and_over_the_antimeridian()
    {
        var projection = TransverseMercator.Utm(60, isNorth: true);
        foreach (var (latitude, longitude) in new[] { (90.0, 0.0), (-90, 0), (89.9999, -170), (0, -160), (45, -179.9), (-60, 180), (10, 145) })
        {
            var place = GeodeticPoint.FromDegrees(latitude, longitude);
            var back = projection.Inverse(projection.Forward(place));
            Assert.InRange(Wgs84.ToEcef(back).DistanceTo(Wgs84.ToEcef(place)), 0, 1e-6);
        }
    }

    [Fact]
    public void There_are_sixty_zones()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => TransverseMercator.Utm(0, isNorth: true));
        Assert.Throws<ArgumentOutOfRangeException>(static () => TransverseMercator.Utm(61, isNorth: true));
        Assert.Equal(177, double.RadiansToDegrees(TransverseMercator.Utm(60, isNorth: true).CentralMeridianRad), 12);
    }
}
