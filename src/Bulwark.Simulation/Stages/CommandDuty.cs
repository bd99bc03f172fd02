using Bulwark.Core.Earth;
using Bulwark.Operations.Decisions;
using Bulwark.Operations.Picture;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Scenarios.Doctrines;

namespace Bulwark.Simulation.Stages;

/// <summary>What a doctrine tells command about tracks: which are its task, which zone's rules hold for them, for which the last rounds are kept.</summary>
internal sealed class CommandDuty
{
    /// <summary>A track whose straight way leads past an asset no farther than this threatens it, metres: what the course of a track is uncertain by. A figure of ours.</summary>
    private const double ThreatM = 5_000;

    private readonly List<(double Score, int Index)> _lesser = [];

    /// <summary>Changes what was decided before about tracks of which nothing was.</summary>
    /// <param name="input">The command.</param>
    /// <param name="doctrine">Its doctrine.</param>
    /// <param name="tracks">The picture.</param>
    /// <param name="commitments">What was decided before, one per track.</param>
    public void Apply(in CommandInput input, PlannedDoctrine doctrine, ReadOnlySpan<TrackReport> tracks, Span<TrackCommitment> commitments)
    {
        for (var index = 0; index < tracks.Length; index++)
        {
            if (commitments[index] != TrackCommitment.None) continue;
            if (doctrine.Behaviours.PointDefence is { Only: true } && !Threatens(in input, in tracks[index], doctrine.Guarded!.Value)) commitments[index] = TrackCommitment.NotItsTask;
            else if (doctrine.Behaviours.Zones.Count > 0) commitments[index] = InZone(in input, doctrine, in tracks[index]);
        }

        if (doctrine.Behaviours.Reserve is { } reserve) Keep(in input, reserve, tracks, commitments);
    }

    private static bool Threatens(in CommandInput input, in TrackReport track, ProtectedArea parent) =>
        ThreatEvaluator.Assess(in track, input.Now, [parent]) is { TimeToGoS: > 0, ClosestApproachM: <= 0 };

    private static TrackCommitment InZone(in CommandInput input, PlannedDoctrine doctrine, in TrackReport track)
    {
        var position = track.PositionAt(input.Now);
        var heightM = double.NaN;
        for (var index = doctrine.Behaviours.Zones.Count - 1; index >= 0; index--)
        {
            var zone = doctrine.Behaviours.Zones[index];
            if (input.Now < zone.From || input.Now >= zone.Until) continue;
            if (double.IsNaN(heightM)) heightM = Wgs84.HeightM(position);
            if (heightM < zone.FloorM || heightM > zone.CeilingM) continue;
            if (doctrine.ZoneCentres[index] is { } centre && !IsOver(position, centre, zone.RadiusM)) continue;
            return zone.Rules switch
            {
                RulesOfEngagement.Free => TrackCommitment.ZoneFree,
                RulesOfEngagement.Tight => TrackCommitment.ZoneTight,
                _ => TrackCommitment.ZoneHold,
            };
        }

        return TrackCommitment.None;
    }

    // Over the ground: the part of the way that is not up or down.
    private static bool IsOver(EcefVector position, EcefVector centre, double radiusM)
    {
        var up = centre.Normalized();
        var apart = position - centre;
        return (apart - (up * up.Dot(apart))).Length <= radiusM;
    }

    private static bool ThreatensValue(in CommandInput input, in TrackReport track, double valueRatio)
    {
        for (var area = 0; area < input.Areas.Length; area++)
        {
            if (input.Areas[area].ValueRatio < valueRatio) continue;
            if (ThreatEvaluator.Assess(in track, input.Now, input.Areas.Slice(area, 1)) is { TimeToGoS: > 0, ClosestApproachM: <= ThreatM }) return true;
        }

        return false;
    }

    // As many of the lesser threats as there are salvos above the reserve may be engaged, the greatest first.
    private void Keep(in CommandInput input, RoundReserve reserve, ReadOnlySpan<TrackReport> tracks, Span<TrackCommitment> commitments)
    {
        _lesser.Clear();
        for (var index = 0; index < tracks.Length; index++)
        {
            if (commitments[index] is not (TrackCommitment.None or TrackCommitment.ZoneFree)) continue;
            if (ThreatensValue(in input, in tracks[index], reserve.ForValueRatio)) continue;
            _lesser.Add((ThreatEvaluator.Assess(in tracks[index], input.Now, input.Areas).ThreatScore, index));
        }

        var (left, salvo) = (0, input.Plan.Doctrine.SalvoSize);
        foreach (var unit in input.Units)
        {
            left += unit.Magazine.Left;
            foreach (var engagement in unit.Channels)
            {
                if (engagement >= 0) left -= input.Engagements[engagement].RoundsToFire;
            }
        }

        var allowed = Math.Max(0, (left - reserve.Rounds) / salvo);
        if (_lesser.Count <= allowed) return;
        _lesser.Sort(static (first, second) => second.Score != first.Score ? second.Score.CompareTo(first.Score) : first.Index.CompareTo(second.Index));
        for (var rank = allowed; rank < _lesser.Count; rank++) commitments[_lesser[rank].Index] = TrackCommitment.Reserved;
    }
}
