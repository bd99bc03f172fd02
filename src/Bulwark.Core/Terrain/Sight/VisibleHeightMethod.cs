namespace Bulwark.Core.Terrain.Sight;

/// <summary>How a map of smallest visible heights is found.</summary>
public enum VisibleHeightMethod
{
    /// <summary>A fan of rays; each serves the cells beside it. Near a pole, where rows and columns are no help, a ray per cell is used.</summary>
    Fan,

    /// <summary>One ray traced for every cell (<see cref="LineOfSight"/>): exact to the sampling of the terrain, thousands of times slower.</summary>
    RayPerCell,
}
