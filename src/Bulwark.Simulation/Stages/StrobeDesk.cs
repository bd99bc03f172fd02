using System.Runtime.InteropServices;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Strobes;

namespace Bulwark.Simulation.Stages;

/// <summary>Hands the strobes of a radar to its picture, and records which directions are followed and where jammers are believed to be.</summary>
internal static class StrobeDesk
{
    public static void Take(in PictureInput input, StageOutput output)
    {
        var strobes = CollectionsMarshal.AsSpan(input.Node.Strobes);
        if (strobes.IsEmpty) return;
        var (tracker, now, sensor) = (input.Picture.Strobes, input.Now, strobes[0].Sensor);
        tracker.Process(strobes, now);
        foreach (ref readonly var track in tracker.Tracks)
        {
            if (track.Sensor != sensor || !track.IsConfirmed || !Took(strobes, track.LastStrobeId, track.Time)) continue;
            output.Record(track.Time, new StrobeTracked(
                input.PictureIndex, input.NodeIndex, track.Id, TruthTag.Unsaid, track.AzimuthRad, track.RateRadPerS, Math.Sqrt(track.AzimuthVarianceRad2)), TruthTag.OfPlot(track.LastStrobeId));
        }

        foreach (ref readonly var fix in tracker.Fixes)
        {
            var estimate = fix.Estimate;
            if (!fix.IsJammer || !Took(strobes, fix.LastStrobeId, estimate.Time)) continue;
            var ellipse = Triangulation.Ellipse(in estimate);
            output.Record(estimate.Time, new JammerLocated(
                input.PictureIndex,
                fix.Id,
                TruthTag.Unsaid,
                estimate.Position.X,
                estimate.Position.Y,
                estimate.Position.Z,
                ellipse.SemiMajorSigmaM,
                ellipse.SemiMinorSigmaM,
                ellipse.MajorAzimuthRad,
                fix.Supports), TruthTag.OfPlot(fix.LastStrobeId));
        }

        input.Node.Strobes.Clear();
    }

    private static bool Took(ReadOnlySpan<Strobe> strobes, long id, SimTime time)
    {
        foreach (ref readonly var strobe in strobes)
        {
            if (strobe.Id == id && strobe.Time == time) return true;
        }

        return false;
    }
}
