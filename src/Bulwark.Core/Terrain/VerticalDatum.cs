namespace Bulwark.Core.Terrain;

/// <summary>What heights are counted from.</summary>
public enum VerticalDatum
{
    /// <summary>The EGM96 geoid, "mean sea level" of SRTM and DTED tiles.</summary>
    Egm96,

    /// <summary>The WGS-84 ellipsoid, as positions of models are.</summary>
    Ellipsoid,
}
