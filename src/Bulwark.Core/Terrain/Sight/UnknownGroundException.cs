using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>A sensor was to be put on ground whose height is unknown: inside a void of the terrain or outside of it.</summary>
public sealed class UnknownGroundException : Exception
{
    /// <summary>Names no place.</summary>
    public UnknownGroundException()
        : this("The height of the ground is unknown at the site.")
    {
    }

    /// <summary>Says what is wrong.</summary>
    /// <param name="message">The text.</param>
    public UnknownGroundException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong and why.</summary>
    /// <param name="message">The text.</param>
    /// <param name="innerException">The cause.</param>
    public UnknownGroundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Names the place.</summary>
    /// <param name="site">Where the sensor was to stand.</param>
    public UnknownGroundException(GeodeticPoint site)
        : this(FormattableString.Invariant(
            $"The terrain has no height at {site.LatitudeDeg:0.######}, {site.LongitudeDeg:0.######} (a void, or outside the tiles). State the ground height of the site, move it, or add the tile."))
    {
        Site = site;
    }

    /// <summary>Where the sensor was to stand.</summary>
    public GeodeticPoint Site { get; }
}
