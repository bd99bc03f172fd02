namespace Bulwark.Core.Terrain.Sight;

/// <summary>How finely a horizon profile is made. Immutable.</summary>
public sealed record HorizonOptions
{
    /// <summary>Number of azimuths, at least 8, equally spaced from north; 1440 is one each 0.25 degrees.</summary>
    public int AzimuthCount { get; init; } = 1440;

    /// <summary>Width of a range bin, metres, positive.</summary>
    public double BinM { get; init; } = 250;

    /// <summary>Largest range, metres; beyond it, what the last bin says holds.</summary>
    public double MaxRangeM { get; init; } = 400_000;

    /// <summary>Distance between samples of the ground, metres; zero for a quarter of the spacing of the posts.</summary>
    public double SpacingM { get; init; }

    /// <summary>What stands in for unknown ground.</summary>
    public MissingTerrain Missing { get; init; }

    /// <summary>Threads at most; zero for as many as the machine has. The result does not depend on it.</summary>
    public int MaxThreads { get; init; }

    internal static void Check(HorizonOptions options)
    {
        if (options.AzimuthCount < 8) throw new ArgumentOutOfRangeException(nameof(options), options.AzimuthCount, "AzimuthCount: At least 8 azimuths are needed.");
        if (!(options.BinM > 0)) throw new ArgumentOutOfRangeException(nameof(options), options.BinM, "BinM: A range bin has a positive width.");
        if (!(options.MaxRangeM >= options.BinM) || !double.IsFinite(options.MaxRangeM)) throw new ArgumentOutOfRangeException(nameof(options), options.MaxRangeM, "MaxRangeM: The largest range is at least one bin.");
        if (options.MaxRangeM / options.BinM * options.AzimuthCount > 250e6) throw new ArgumentOutOfRangeException(nameof(options), options.AzimuthCount, "AzimuthCount: More than 250 million cells; take wider bins or fewer azimuths.");
        if (!(options.SpacingM >= 0) || !double.IsFinite(options.SpacingM)) throw new ArgumentOutOfRangeException(nameof(options), options.SpacingM, "SpacingM: The spacing is positive, or zero for a quarter of that of the posts.");
        if (options.MaxThreads < 0) throw new ArgumentOutOfRangeException(nameof(options), options.MaxThreads, "MaxThreads: The number of threads is positive, or zero for all.");
    }
}
