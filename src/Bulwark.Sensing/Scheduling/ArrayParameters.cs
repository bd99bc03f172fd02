namespace Bulwark.Sensing.Scheduling;

/// <summary>How a phased array spends its time. Immutable.</summary>
/// <remarks>
/// The published range of a set is taken to hold for the search dwell; a longer dwell gathers more energy in proportion. Only the array's
/// own time is modelled: its processor and its transmitter's duty are taken to keep up.
/// </remarks>
public sealed record ArrayParameters
{
    /// <summary>Time that one search beam takes, seconds, positive.</summary>
    public required double SearchDwellS { get; init; }

    /// <summary>Time that a look at a plot that may be a new target takes, seconds, positive.</summary>
    public required double ConfirmationDwellS { get; init; }

    /// <summary>Time that an update of a track takes, seconds, positive.</summary>
    public required double TrackDwellS { get; init; }

    /// <summary>Time that a look at an engaged target takes when the same array guides, seconds, positive.</summary>
    public required double FireControlDwellS { get; init; }

    /// <summary>Wanted time between two looks at a plot that may be a new target, seconds, positive.</summary>
    public required double ConfirmationPeriodS { get; init; }

    /// <summary>Wanted time between two updates of a track, seconds, positive.</summary>
    public required double TrackPeriodS { get; init; }

    /// <summary>Share of the time that search keeps whatever else is asked for, 0 to 1 exclusive.</summary>
    public required double SearchShare { get; init; }

    /// <summary>Highest elevation that search covers, radians; tracks are followed to the array's own limit.</summary>
    public required double FenceElevationRad { get; init; }

    /// <summary>
    /// Tracks that the budget holds at the wanted interval: what search, confirmation and fire control leave, over the time of one update.
    /// </summary>
    /// <param name="otherShare">Share of the time that confirmation and fire control take, 0 to 1.</param>
    public int TrackCapacity(double otherShare = 0) => (int)Math.Floor((Math.Max(0, 1 - SearchShare - otherShare) * TrackPeriodS / TrackDwellS) + 1e-9);

    /// <summary>The first figure outside its range, or null.</summary>
    public string? FirstProblem()
    {
        (string Name, double Value)[] positive =
        [
            (nameof(SearchDwellS), SearchDwellS), (nameof(ConfirmationDwellS), ConfirmationDwellS), (nameof(TrackDwellS), TrackDwellS),
            (nameof(FireControlDwellS), FireControlDwellS), (nameof(ConfirmationPeriodS), ConfirmationPeriodS), (nameof(TrackPeriodS), TrackPeriodS),
        ];
        foreach (var (name, value) in positive)
        {
            if (!(value > 0) || double.IsInfinity(value)) return $"{name} must be positive and finite.";
        }

        if (!(SearchShare is >= 0 and < 1)) return $"{nameof(SearchShare)} must be from 0 to below 1.";
        return double.IsFinite(FenceElevationRad) ? null : $"{nameof(FenceElevationRad)} must be finite.";
    }
}
