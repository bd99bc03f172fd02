using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Operations.Picture;
using Bulwark.Simulation;
using Bulwark.Simulation.Planning;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>A fire unit expects of a round what is published against the class that the track is believed to be of.</summary>
public sealed class BelievedClassTests
{
    private static readonly ClassBelief Combat = new(0, 1, 0, 0, 0, 0);
    private static readonly ClassBelief Cruise = new(0, 0, 0, 1, 0, 0);

    // The Tor-M1's round: 0.75 against aircraft, 0.7 against cruise missiles and drones, 0.3 against ballistic missiles.
    [Fact]
    public void TheClassBelievedDecidesNotTheTruth()
    {
        var aircraft = Expected(Combat);
        Assert.InRange(aircraft, 0.05, 0.75);
        Assert.Equal(aircraft, Expected(null));
        Assert.Equal(0.7 / 0.75, Expected(Cruise) / aircraft, 9);
        Assert.Equal(0.7 / 0.75, Expected(new ClassBelief(0, 0, 1, 0, 0, 0)) / aircraft, 9);
        Assert.Equal(0.3 / 0.75, Expected(new ClassBelief(0, 0, 0, 0, 1, 0)) / aircraft, 9);

        // Between two classes, between the two probabilities.
        Assert.Equal(0.725 / 0.75, Expected(new ClassBelief(0.2, 0.3, 0.1, 0.4, 0, 0.9)) / aircraft, 9);
    }

    [Fact]
    public void WhatFallsIsABallisticMissileWhateverTheTrackerSays()
    {
        Assert.Equal(Predict(Combat, falling: true).KillProbability, Predict(new ClassBelief(0, 0, 0, 0, 1, 0), falling: true).KillProbability);
        Assert.InRange(Predict(Combat, falling: true).KillProbability, 0.01, RunPlanner.Plan(Runs.Load("patriot"), new RunOptions { Threads = 1 }).FireUnits[0].Lines[0].Round.PublishedKill!.BallisticProbability);
    }

    private static double Expected(ClassBelief? belief) => Predict(belief, falling: false).KillProbability;

    private static Operations.Decisions.InterceptEstimate Predict(ClassBelief? belief, bool falling)
    {
        // The PAC-2 reaches what falls, the Tor-M1 does not.
        var plan = RunPlanner.Plan(Runs.Load(falling ? "patriot" : "tor-m1"), new RunOptions { Threads = 1 });
        var unit = plan.FireUnits[0];
        var frame = new LocalFrame(Wgs84.ToGeodetic(unit.Lines[0].LauncherPosition));
        var position = frame.ToEcef(falling ? new EnuVector(0, 12_000, 22_000) : new EnuVector(0, 9_000, 2_000));
        var velocity = frame.Rotate(falling ? new EnuVector(0, -500, -900) : new EnuVector(0, -220, 0));
        var track = new TrackReport(1, SimTime.Start, position, velocity, 20, 20, 10, 0) { Belief = belief };
        var estimate = unit.Geometry.Predict(in track, 0, SimTime.Start);
        Assert.True(estimate.Feasible);
        return estimate;
    }
}
