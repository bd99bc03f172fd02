using System.Runtime.CompilerServices;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimates;

namespace Bulwark.Tracking.Strobes;

/// <summary>A place where the strobes of two radars cross, followed over time: a jammer, or a ghost where lines to different ones meet. A value.</summary>
public struct JammerFix
{
    /// <summary>Number of the crossing.</summary>
    public int Id { readonly get; internal set; }

    /// <summary>The strobe track of one radar.</summary>
    public int FirstTrack { readonly get; internal set; }

    /// <summary>The strobe track of the other.</summary>
    public int SecondTrack { readonly get; internal set; }

    /// <summary>Strobes of the two that have corrected it.</summary>
    public int Updates { readonly get; internal set; }

    /// <summary>Further radars that had a strobe through it when last asked.</summary>
    public int Supports { readonly get; internal set; }

    /// <summary>Where it is and how it moves, as of its newest strobe.</summary>
    public KinematicEstimate Estimate { readonly get => Belief; internal set => Belief = value; }

    /// <summary>Log likelihood of its strobes over that of strobes from anywhere, older ones fading: what jammers and ghosts are told apart by.</summary>
    public double Score { readonly get; internal set; }

    /// <summary>Whether it belongs to the best set of crossings in which each strobe track is of one jammer; otherwise it is held for a ghost.</summary>
    public bool IsJammer { readonly get; internal set; }

    /// <summary>The caller's reference of the newest strobe.</summary>
    public long LastStrobeId { readonly get; internal set; }

    /// <summary>Whether one of its lines is a strobe track.</summary>
    internal readonly bool Uses(int track)
    {
        if (track == 0) return false;
        if (FirstTrack == track || SecondTrack == track) return true;
        for (var k = 0; k < Lines.Length; k++)
        {
            if (Further[k] == track) return true;
        }

        return false;
    }

    internal KinematicEstimate Belief;
    internal Lines Further;
    internal SimTime AskedAt;

    /// <summary>Strobe tracks of further radars that go through the place; zero for none.</summary>
    [InlineArray(Length)]
    internal struct Lines
    {
        public const int Length = 4;
        private int _element0;
    }
}
