namespace Bulwark.Core.Terrain.Sight;

/// <summary>How a map of smallest visible heights is made. Immutable.</summary>
public sealed record VisibleHeightOptions
{
    /// <summary>Radius of the disc, metres along the ellipsoid, positive, at most 1,000 km.</summary>
    public double RadiusM { get; init; } = 400_000;

    /// <summary>What stands in for unknown ground.</summary>
    public MissingTerrain Missing { get; init; }

    /// <summary>How the heights are found.</summary>
    public VisibleHeightMethod Method { get; init; }

    /// <summary>Threads at most; zero for as many as the machine has. The result does not depend on it.</summary>
    public int MaxThreads { get; init; }

    /// <summary>Rays of the fan per post at the rim of the disc, 0.75 to 8; more rays follow the edges of shadows more closely.</summary>
    public double RaysPerPostFactor { get; init; } = 1;

    /// <summary>Whether vector instructions may be used; the result does not depend on it.</summary>
    public bool UsesVectors { get; init; } = true;

    internal static void Check(VisibleHeightOptions options)
    {
        if (!(options.RadiusM > 0 && options.RadiusM <= 1e6)) throw new ArgumentOutOfRangeException(nameof(options), options.RadiusM, "RadiusM: The radius is positive and at most 1,000 km.");
        if (!(options.RaysPerPostFactor is >= 0.75 and <= 8)) throw new ArgumentOutOfRangeException(nameof(options), options.RaysPerPostFactor, "RaysPerPostFactor: from 0.75 to 8.");
        if (options.MaxThreads < 0) throw new ArgumentOutOfRangeException(nameof(options), options.MaxThreads, "MaxThreads: The number of threads is positive, or zero for all.");
        if (!Enum.IsDefined(options.Method)) throw new ArgumentOutOfRangeException(nameof(options), options.Method, "Method: Not a method.");
    }
}
