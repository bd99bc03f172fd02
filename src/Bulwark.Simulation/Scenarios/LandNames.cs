using Bulwark.Sensing.Clutter;

namespace Bulwark.Simulation.Scenarios;

/// <summary>What users call the classes of ground, in files and on the command line.</summary>
public static class LandNames
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<(string Name, LandSurface Surface)> All { get; } =
    [
        ("flatland", LandSurface.Flatland),
        ("farmland", LandSurface.Farmland),
        ("woods", LandSurface.Woods),
        ("wooded-hills", LandSurface.WoodedHills),
        ("mountains", LandSurface.RuggedMountains),
        ("towns", LandSurface.Metropolitan),
    ];
}
