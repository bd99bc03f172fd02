namespace Bulwark.Core.Terrain.Sight;

/// <summary>
/// The rays of one wedge where they cross one line of posts (a row or a column), or the middle between two: quadratics in the ray's number,
/// counted from the middle of the wedge. All single precision, the same for the plain and the vector kernel.
/// </summary>
internal struct FanLine
{
    /// <summary>Place along the line, in posts from the start of the segment: value, first and second coefficient.</summary>
    internal float Place0, Place1, Place2;

    /// <summary>The tangent of the elevation of ground of reduced height p is Offset + Slope p.</summary>
    internal float Offset0, Offset1, Offset2;

    /// <summary>See <see cref="Offset0"/>, 1/m.</summary>
    internal float Slope0, Slope1, Slope2;

    /// <summary>The reduced height seen at tangent t is (t + Drop) Spread + AntennaM.</summary>
    internal float Drop0, Drop1, Drop2;

    /// <summary>See <see cref="Drop0"/>, metres.</summary>
    internal float Spread0, Spread1, Spread2;

    /// <summary>Reduced height of the antenna, metres, less what the surface lies above the fitted sphere.</summary>
    internal float AntennaM;

    /// <summary>One over the radius of the apparent sphere, 1/m.</summary>
    internal float CurvaturePerM;

    /// <summary>Where the rays cross between this line and the next; zero on the line.</summary>
    internal float Between;

    /// <summary>One over <see cref="Place1"/>.</summary>
    internal float RaysPerPost;

    /// <summary><see cref="Place2"/> over <see cref="Place1"/>.</summary>
    internal float Bend;
}
