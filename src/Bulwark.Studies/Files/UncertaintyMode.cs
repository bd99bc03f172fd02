namespace Bulwark.Studies.Files;

/// <summary>What a study does with the spread of the catalogue's figures.</summary>
public enum UncertaintyMode
{
    /// <summary>Uses the typical values.</summary>
    Typical,

    /// <summary>Samples every figure between low and high, with the typical value most likely.</summary>
    Sample,

    /// <summary>Takes figures at low and at high, together.</summary>
    Corners,
}
