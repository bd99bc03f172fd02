namespace Bulwark.Core.Earth;

/// <summary>How fine a coastline is.</summary>
public enum CoastlineDetail
{
    /// <summary>Natural Earth 1:50m: 59 thousand points, right to about a kilometre; for maps of seas and continents.</summary>
    Coarse,

    /// <summary>Natural Earth 1:10m: 405 thousand points, right to about two hundred metres; for maps of islands and coasts.</summary>
    Fine,
}
