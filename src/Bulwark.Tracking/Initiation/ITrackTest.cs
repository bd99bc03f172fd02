using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Initiation;

/// <summary>What decides whether a tentative track is believed in, and when a track is given up.</summary>
internal interface ITrackTest
{
    /// <summary>Whether the odds of a tentative track fall with time, because its target may have gone.</summary>
    bool AgesTentative { get; }

    /// <summary>The log odds a track starts with.</summary>
    /// <param name="newTarget">ln of the odds that a plot nobody claims is of a target seen for the first time.</param>
    double FirstLogOdds(double newTarget);

    /// <summary>Whether a tentative track has earned belief.</summary>
    bool IsDue(ref readonly Track track);

    /// <summary>Whether a track is given up, after a look without a plot.</summary>
    bool IsLost(ref readonly Track track);
}
