using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Flight.Ballistic;
using Bulwark.Flight.Interceptors;
using Bulwark.Flight.Motion;

namespace Bulwark.Models.Tests.Flight;

/// <summary>The tables of reference flights are compared in Bulwark.Studies/Verification/Flight; here stand the solver, the segments and wrong input.</summary>
public class BallisticTests
{
    private static readonly BallisticBody Body = new(1500, 0.6, 0.6);
    private static readonly GeodeticPoint Launch = GeodeticPoint.FromDegrees(33.5, 27.0, 200);
    private static readonly GeodeticPoint Aim = GeodeticPoint.FromDegrees(35.5, 24.1, 50);
    private static readonly SimTime Start = SimTime.FromSeconds(100);

    [Theory]
    [InlineData(null, 35.5, 24.1)]
    [InlineData(50_000.0, 35.5, 24.1)]
    [InlineData(300_000.0, 35.5, 24.1)]
    [InlineData(null, 40.0, 38.0)]
    [InlineData(null, 33.9, 27.2)]
    [InlineData(90_000.0, 33.0, 26.0)]
    public void TheFlightEndsAtItsAimWithItsApogee(double? apogeeM, double latitudeDeg, double longitudeDeg)
    {
        var aim = GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, 50);
        var shot = BallisticSolver.Solve(Body, 60, Launch, aim, apogeeM);
        var segments = BallisticTrajectory.Build(Body, 60, Launch, shot, aim.HeightM, Start);
        Assert.InRange(segments[^1].Position(segments[^1].End).DistanceTo(Wgs84.ToEcef(aim)), 0, 1);
        if (apogeeM is { } top) Assert.InRange(shot.Fall.ApogeeM, top - 5, top + 5);
        Assert.Equal(Start, segments[0].Start);
        Assert.InRange(segments[0].Position(Start).DistanceTo(Wgs84.ToEcef(Launch)), 0, 1e-6);
        for (var i = 1; i < segments.Length; i++)
        {
            Assert.Equal(segments[i - 1].End, segments[i].Start);
            Assert.InRange(segments[i].Position(segments[i].Start).DistanceTo(segments[i - 1].Position(segments[i].Start)), 0, 1e-3);
            Assert.InRange((segments[i].Velocity(segments[i].Start) - segments[i - 1].Velocity(segments[i].Start)).Length, 0, 1e-3);
        }
    }

    [Fact]
    public void WithoutAnApogeeTheFlightIsNearTheOneOfLeastSpeed()
    {
        var shot = BallisticSolver.Solve(Body, 60, Launch, Aim, null);
        foreach (var other in new[] { 0.8, 1.25 })
        {
            var changed = BallisticSolver.Solve(Body, 60, Launch, Aim, other * shot.Fall.ApogeeM);
            Assert.True(changed.SpeedMPerS > 0.995 * shot.SpeedMPerS, $"{other}: {changed.SpeedMPerS} {shot.SpeedMPerS}");
        }
    }

    [Fact]
    public void SegmentsKeepTheStatedErrorAtEveryInstant()
    {
        var shot = BallisticSolver.Solve(Body, 60, Launch, Aim, null);
        var segments = BallisticFlight.Segments(Body, shot.BurnOutPosition, shot.BurnOutVelocity, Aim.HeightM, Start);
        var free = new FreeBody<EarthEnvironment>(Body.DragAreaPerMassM2PerKg, DragCurve.Standard, default);
        var (position, velocity) = (shot.BurnOutPosition, shot.BurnOutVelocity);
        var worstM = 0.0;
        for (var time = Start; time < segments[^1].End; time += SimDuration.FromSeconds(0.1))
        {
            worstM = Math.Max(worstM, segments[Trajectory.IndexAt(segments.ToArray(), time)].Position(time).DistanceTo(position));
            free.Advance(ref position, ref velocity, 0.1, 0.02);
        }

        // Three times the bound of one segment: the steps of the integration are finer here.
        Assert.InRange(worstM, 0, 3 * BallisticFlight.SegmentErrorM);
        Assert.InRange(segments.Count, 10, 400);
    }

    [Fact]
    public void WhatCannotBeFlownIsRefused()
    {
        Assert.Contains("1 to 15000 km", Assert.Throws<ArgumentException>(() => BallisticSolver.Solve(Body, 60, Launch, Launch.WithHeight(10), null)).Message, StringComparison.Ordinal);
        Assert.Contains("apogee", Assert.Throws<ArgumentException>(() => BallisticSolver.Solve(Body, 60, Launch, Aim, 500)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BallisticSolver.Solve(Body, 0, Launch, Aim, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => MinimumEnergy.For(0, 1, 1));
    }
}
