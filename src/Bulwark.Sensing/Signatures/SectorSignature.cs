namespace Bulwark.Sensing.Signatures;

/// <summary>Cross-sections of a class in one band by aspect. Immutable.</summary>
/// <param name="Nose">Seen from the front.</param>
/// <param name="Side">Seen from the side.</param>
/// <param name="Tail">Seen from behind.</param>
public sealed record SectorSignature(RcsSpread Nose, RcsSpread Side, RcsSpread Tail)
{
    /// <summary>The same from every side.</summary>
    /// <param name="everywhere">Spread of the class.</param>
    public static SectorSignature Uniform(RcsSpread everywhere) => new(everywhere, everywhere, everywhere);
}
