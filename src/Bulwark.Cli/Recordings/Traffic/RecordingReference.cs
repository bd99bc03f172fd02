using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Core.Earth;
using Bulwark.Formats.Traffic;

namespace Bulwark.Cli.Recordings.Traffic;

/// <summary>Compares the tracks of a recording with reference tracks of the same time of day, where a radar of the recording should see them. Mutable.</summary>
internal sealed class RecordingReference
{
    private readonly TrafficTable _reference;
    private readonly SimulatedRadar[] _coverage;
    private readonly ReferenceScore _score;

    /// <summary>Prepares the comparison.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="radars">The radars of the recording.</param>
    /// <param name="survey">What the recording holds.</param>
    /// <exception cref="UsageException">The places of the radars are not known, or nothing of the reference was there at the time.</exception>
    public RecordingReference(TrafficTable reference, IReadOnlyList<RadarSetup> radars, RecordingSurvey survey)
    {
        var unknown = radars.Where(static radar => radar.Origin == PlaceOrigin.Arbitrary).Select(static radar => radar.Key).ToList();
        if (unknown.Count > 0) throw new UsageException($"--reference needs to know where the radars stand, and nothing tells it of {string.Join(", ", unknown)}; give each with --sensor SAC/SIC=LAT,LON[,HEIGHT]");
        if (!reference.Paths.Any(path => path.FirstS <= survey.LatestS && path.LastS >= survey.EarliestS)) throw new UsageException($"--reference: none of its {reference.Paths.Count} paths is of the time of the recording, {survey.EarliestS:0} to {survey.LatestS:0} s of the day (UTC); expected reference tracks of the same hours");

        // As far as the radar's farthest plot: nothing else in a recording tells its range.
        _reference = reference;
        _coverage = [.. radars.Select(static radar => new SimulatedRadar(radar.Place, radar.Facts.FarthestM, radar.PeriodS))];
        _score = new ReferenceScore(radars[0].Place, radars.Min(static radar => radar.PeriodS));
    }

    /// <summary>Scores the end of a sector, if one is due.</summary>
    public void Add(double timeS, IPlotTracker tracker)
    {
        if (_score.IsDue(timeS)) _score.Add(timeS, InView(timeS), tracker, IsCovered);
    }

    /// <summary>The score; null when there was nothing to score.</summary>
    public JsonObject? Finish() => _score.Json();

    private IEnumerable<(TrafficPath Path, EcefVector Position, EcefVector Velocity)> InView(double timeS)
    {
        foreach (var path in _reference.Paths)
        {
            if (path.TryAt(timeS, out var position, out var velocity) && IsCovered(position)) yield return (path, position, velocity);
        }
    }

    private bool IsCovered(EcefVector position) => Array.Exists(_coverage, radar => radar.Covers(position));
}
