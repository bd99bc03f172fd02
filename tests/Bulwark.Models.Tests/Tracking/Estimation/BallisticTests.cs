using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimation;

namespace Bulwark.Models.Tests.Tracking.Estimation;

/// <summary>Free flight with drag, and where it starts and ends.</summary>
public class BallisticTests
{
    [Fact]
    public void Impacts_are_those_of_the_reference_trajectories()
    {
        foreach (var row in ReferenceCsv.Read("ballistic_rotating_oblate.csv"))
        {
            var frame = new LocalFrame(GeodeticPoint.FromDegrees(row.Number("lat0_deg"), row.Number("lon0_deg"), row.Number("h0_m") + 1e-3));
            var (azimuth, elevation) = (double.DegreesToRadians(row.Number("azimuth_deg")), double.DegreesToRadians(row.Number("elevation_deg")));
            var velocity = frame.Rotate(new EnuVector(Math.Cos(elevation) * Math.Sin(azimuth), Math.Cos(elevation) * Math.Cos(azimuth), Math.Sin(elevation)) * row.Number("speed_m_s"));
            var start = frame.OriginEcefM;
            var hasDrag = row.Has("beta_kg_m2");
            double[] state = [start.X, start.Y, start.Z, velocity.X, velocity.Y, velocity.Z, hasDrag ? Math.Log(row.Number("beta_kg_m2")) : 800];
            Assert.True(BallisticForecast.TryReach(state, 0, out var place, out var arrival, out var seconds));
            var expected = Wgs84.ToEcef(GeodeticPoint.FromDegrees(row.Number("impact_lat_deg"), row.Number("impact_lon_deg"), 0));

            // The table's own tolerances, and a millimetre of height above the ground at the start.
            Assert.Equal(0, place.DistanceTo(expected), hasDrag ? 5.0 : 1.0);
            Assert.Equal(row.Number("impact_time_s"), seconds, 1e-3);
            Assert.Equal(row.Number("impact_speed_rel_m_s"), arrival.Length, 0.01);
        }
    }

    [Fact]
    public void Ellipses_hold_impact_and_launch_as_often_as_they_say()
    {
        // Missiles drawn from a belief in mid-course: 95 % of them strike inside 2.448 sigma. 400 flights, a band of four binomial sigmas.
        const int Flights = 400;
        var scene = new TrackingScene(4242);
        var belief = Belief(120_000);
        Assert.True(BallisticForecast.TryImpact(in belief, 0, out var impact));
        Assert.True(BallisticForecast.TryLaunch(in belief, 0, 0, out var launch));
        double[] root = [.. belief.CovarianceSi];
        Assert.True(SmallMatrix.TryCholesky(root, 7));
        var (struck, launched, timely) = (0, 0, 0);
        for (var flight = 0; flight < Flights; flight++)
        {
            double[] state = [.. belief.MeanSi];
            double[] normals = [.. Enumerable.Range(0, 7).Select(_ => scene.Normal())];
            for (var row = 0; row < 7; row++)
            {
                for (var k = 0; k <= row; k++) state[row] += root[(7 * row) + k] * normals[k];
            }

            Assert.True(BallisticForecast.TryReach(state, 0, out var place, out _, out var seconds));
            if (impact.DistanceSquaredRatio(Wgs84.ToGeodetic(place)) < 5.991) struck++;
            if (Math.Abs(seconds - (impact.Time - belief.Time).TotalS) < 1.96 * impact.TimeSigmaS) timely++;
            var own = belief;
            state.CopyTo(own.MeanSi);
            for (var k = 0; k < 49; k++) own.CovarianceSi[k] *= 1e-10;
            Assert.True(BallisticForecast.TryLaunch(in own, 0, 0, out var start));
            if (launch.DistanceSquaredRatio(start.Point) < 5.991) launched++;
        }

        Assert.InRange(struck / (double)Flights, 0.906, 0.994);
        Assert.InRange(launched / (double)Flights, 0.906, 0.994);
        Assert.InRange(timely / (double)Flights, 0.906, 0.994);
    }

    [Fact]
    public void A_path_without_drag_leads_back_to_its_start()
    {
        var frame = new LocalFrame(GeodeticPoint.FromDegrees(35, 51, 0.01));
        var velocity = frame.Rotate(new EnuVector(900, 800, 1200));
        double[] state = [frame.OriginEcefM.X, frame.OriginEcefM.Y, frame.OriginEcefM.Z, velocity.X, velocity.Y, velocity.Z, 800];
        new BallisticMotion(0, 0).Move(state, 130, state);
        var belief = new GaussianBelief(StateExtra.LogBallisticCoefficient);
        state.CopyTo(belief.MeanSi);
        for (var k = 0; k < 7; k++) belief.CovarianceSi[8 * k] = 1e-4;
        Assert.True(BallisticForecast.TryLaunch(in belief, 0, 0, out var launch));
        Assert.True(Wgs84.ToEcef(launch.Point).DistanceTo(frame.OriginEcefM) < 1);
        Assert.Equal(-130, launch.Time.TotalS, 1e-2);
        Assert.True(BallisticForecast.TryLaunch(in belief, 0, 5000, out var vague));

        // The form of the boost widens the ellipse along the path, which leads to 48 degrees (atan 900/800) of north.
        Assert.Equal(5000, vague.SemiMajorSigmaM, 10.0);
        Assert.Equal(double.RadiansToDegrees(Math.Atan2(900, 800)), double.RadiansToDegrees(vague.MajorAzimuthRad), 1.0);
    }

    [Fact]
    public void Below_ground_and_in_orbit_there_is_no_impact()
    {
        var belief = Belief(200_000);
        Assert.False(BallisticForecast.TryImpact(in belief, 300_000, out _));
        var speed = Math.Sqrt(Wgs84.GravitationalParameterM3PerS2 / belief.Position.Length);
        var east = new LocalFrame(Wgs84.ToGeodetic(belief.Position)).East;
        (belief.MeanSi[3], belief.MeanSi[4], belief.MeanSi[5], belief.MeanSi[6]) = (east.X * speed, east.Y * speed, east.Z * speed, 800);
        Assert.False(BallisticForecast.TryImpact(in belief, 0, out _));
    }

    private static GaussianBelief Belief(double heightM)
    {
        var frame = new LocalFrame(GeodeticPoint.FromDegrees(40, 30, heightM));
        var velocity = frame.Rotate(new EnuVector(1200, 500, -100));
        double[] mean = [frame.OriginEcefM.X, frame.OriginEcefM.Y, frame.OriginEcefM.Z, velocity.X, velocity.Y, velocity.Z, Math.Log(4000)];
        var belief = new GaussianBelief(StateExtra.LogBallisticCoefficient) { Time = default };
        mean.CopyTo(belief.MeanSi);
        for (var k = 0; k < 7; k++) belief.CovarianceSi[8 * k] = k < 3 ? 150 * 150 : k < 6 ? 64 : 0.04;
        return belief;
    }
}
