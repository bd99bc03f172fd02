namespace Bulwark.Studies.PlotQuality;

/// <summary>What the plots of one radar say about it. Immutable. A spread is NaN when no window of nine scans allows it to be measured.</summary>
public sealed record PlotFigures
{
    /// <summary>Plots of aircraft that could be told apart.</summary>
    public required int Plots { get; init; }

    /// <summary>Groups of plots of one aircraft that were long enough.</summary>
    public required int Groups { get; init; }

    /// <summary>Time of one turn of the antenna, seconds.</summary>
    public required double PeriodS { get; init; }

    /// <summary>Scans with a plot, of all scans from the first plot of each long group to its last.</summary>
    public required double ReceivedShare { get; init; }

    /// <summary>Windows of nine scans in which the spread was measured.</summary>
    public required int Windows { get; init; }

    /// <summary>Spread of range: 1.4826 times the median distance from the median, metres.</summary>
    public required double RangeSigmaM { get; init; }

    /// <summary>Distance that 95 of 100 range errors do not exceed, metres.</summary>
    public required double Range95M { get; init; }

    /// <summary>Spread of azimuth, likewise, radians.</summary>
    public required double AzimuthSigmaRad { get; init; }

    /// <summary>Angle that 95 of 100 azimuth errors do not exceed, radians.</summary>
    public required double Azimuth95Rad { get; init; }

    /// <summary>Step of which all ranges are multiples, metres; 0 when there is none.</summary>
    public required double RangeStepM { get; init; }

    /// <summary>Step of which all azimuths are multiples, radians; 0 when there is none.</summary>
    public required double AzimuthStepRad { get; init; }
}
