namespace Bulwark.Sensing.Clutter;

/// <summary>Classes of ground for <see cref="LandClutter"/>.</summary>
public enum LandSurface
{
    /// <summary>Flat open land, grass, desert.</summary>
    Flatland = 0,

    /// <summary>Fields.</summary>
    Farmland = 1,

    /// <summary>Woods on flat ground.</summary>
    Woods = 2,

    /// <summary>Wooded hills.</summary>
    WoodedHills = 3,

    /// <summary>Rugged mountains.</summary>
    RuggedMountains = 4,

    /// <summary>Large towns.</summary>
    Metropolitan = 5,
}
