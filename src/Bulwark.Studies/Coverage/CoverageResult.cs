using System.Collections.Immutable;
using Bulwark.Core.Earth;

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

    /// <summary>The smallest height at which a place is in line of sight of any radar of the study.</summary>
    /// <param name="place">The place; its height is ignored.</param>
    public VisibleFrom VisibleFrom(GeodeticPoint place) => Coverage.VisibleFrom.Of(Field, place);

    internal CoverageField Field { get; }
}
