using System.Collections.Immutable;

namespace Bulwark.Studies.Coverage;

/// <summary>The answer of a coverage study. Immutable.</summary>
public sealed class CoverageResult
{
    internal CoverageResult(CoverageField field, CoverageGrid grid, ImmutableArray<CoverageSite> sites, ImmutableArray<CoverageLayer> layers)
    {
        Field = field;
        Grid = grid;
        Sites = sites;
        Layers = layers;
    }

    /// <summary>What was asked.</summary>
    public CoverageRequest Request => Field.Request;

    /// <summary>The cells of the layers.</summary>
    public CoverageGrid Grid { get; }

    /// <summary>The places of the radars.</summary>
    public ImmutableArray<CoverageSite> Sites { get; }

    /// <summary>A layer for each height, in the order asked for.</summary>
    public ImmutableArray<CoverageLayer> Layers { get; }

    /// <summary>Whether terrain was given; without it the Earth is smooth.</summary>
    public bool HasTerrain => Field.HasTerrain;

    internal CoverageField Field { get; }
}
