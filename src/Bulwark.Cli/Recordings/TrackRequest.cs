using Bulwark.Core.Earth;
using Bulwark.Formats.Asterix;
using Bulwark.Formats.Traffic;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Cli.Recordings;

/// <summary>What is to be tracked, and how. Immutable.</summary>
internal sealed record TrackRequest
{
    /// <summary>A record that comes again within this time is the same one from a second feed, seconds. No antenna turns that fast.</summary>
    public const double DuplicateWindowS = 1;

    /// <summary>How recordings are tracked unless the user says otherwise.</summary>
    public static TrackerParameters UsualTracker { get; } = new() { Motion = MotionModelSet.AirSurveillance, Association = AssociationMethod.JointProbabilistic };

    /// <summary>The recordings.</summary>
    public required IReadOnlyList<string> Recordings { get; init; }

    /// <summary>Places of radars that the user gave.</summary>
    public IReadOnlyDictionary<SensorKey, GeodeticPoint> Places { get; init; } = new Dictionary<SensorKey, GeodeticPoint>();

    /// <summary>Place the user gave for every other radar; null for none.</summary>
    public GeodeticPoint? PlaceOfOthers { get; init; }

    /// <summary>How accurate the plots are.</summary>
    public RadarAccuracy Accuracy { get; init; } = RadarAccuracy.SecondaryRadar;

    /// <summary>How to track.</summary>
    public TrackerParameters Tracker { get; init; } = UsualTracker;

    /// <summary>The settings that the user changed, as he wrote them.</summary>
    public IReadOnlyList<(string Key, string Value)> TrackerSettings { get; init; } = [];

    /// <summary>What the radars can tell apart.</summary>
    public TargetResolution Resolution { get; init; } = TargetResolution.None;

    /// <summary>Whether Mode 3/A codes help to associate.</summary>
    public bool UseCodes { get; init; }

    /// <summary>Whether tracks are smoothed afterwards.</summary>
    public bool Smooths { get; init; }

    /// <summary>Whether the errors of several radars are taken off their plots.</summary>
    public bool Registers { get; init; }

    /// <summary>Whether each radar has a tracker of its own and their tracks are joined.</summary>
    public bool FusesTracks { get; init; }

    /// <summary>Reference tracks to compare with; null for none.</summary>
    public TrafficTable? Reference { get; init; }

    /// <summary>How many times faster than it was recorded; null for as fast as possible.</summary>
    public double? PaceRatio { get; init; }

    /// <summary>A radar as the recordings and the user describe it.</summary>
    /// <param name="facts">What the recordings say.</param>
    public RadarSetup Settle(RadarFacts facts) => RadarSetup.Settle(facts, Places, PlaceOfOthers) with { Resolution = Resolution };

    /// <summary>Whether malformed blocks are passed over.</summary>
    public bool SkipMalformed { get; init; }
}
