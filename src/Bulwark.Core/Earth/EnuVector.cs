namespace Bulwark.Core.Earth;

/// <summary>
/// A vector in a local east-north-up frame (see <see cref="LocalFrame"/>).
/// The name of the variable says whether it is a position (m), a velocity (m/s) or a direction (1). Immutable.
/// </summary>
/// <param name="East">Component to the east.</param>
/// <param name="North">Component to the north.</param>
/// <param name="Up">Component along the ellipsoid normal.</param>
public readonly record struct EnuVector(double East, double North, double Up)
{
    /// <summary>The zero vector.</summary>
    public static EnuVector Zero => default;

    /// <summary>Euclidean length, in the unit of the components.</summary>
    public double Length => Math.Sqrt(LengthSquared);

    /// <summary>Square of the length.</summary>
    public double LengthSquared => (East * East) + (North * North) + (Up * Up);

    /// <summary>Scalar product.</summary>
    public double Dot(EnuVector other) => (East * other.East) + (North * other.North) + (Up * other.Up);

    /// <summary>Vector product (right-handed).</summary>
    public EnuVector Cross(EnuVector other) => new((North * other.Up) - (Up * other.North), (Up * other.East) - (East * other.Up), (East * other.North) - (North * other.East));

    /// <summary>The unit vector in this direction; a zero vector gives not-a-number components.</summary>
    public EnuVector Normalized() => this / Length;

    /// <summary>Distance to another point, in the unit of the components.</summary>
    public double DistanceTo(EnuVector other) => (this - other).Length;

    /// <summary>Sum.</summary>
    public static EnuVector operator +(EnuVector left, EnuVector right) => new(left.East + right.East, left.North + right.North, left.Up + right.Up);

    /// <summary>Difference.</summary>
    public static EnuVector operator -(EnuVector left, EnuVector right) => new(left.East - right.East, left.North - right.North, left.Up - right.Up);

    /// <summary>Opposite.</summary>
    public static EnuVector operator -(EnuVector value) => new(-value.East, -value.North, -value.Up);

    /// <summary>Scaled vector.</summary>
    public static EnuVector operator *(EnuVector value, double factor) => new(value.East * factor, value.North * factor, value.Up * factor);

    /// <summary>Scaled vector.</summary>
    public static EnuVector operator *(double factor, EnuVector value) => value * factor;

    /// <summary>Divided vector.</summary>
    public static EnuVector operator /(EnuVector value, double divisor) => value * (1 / divisor);
}
