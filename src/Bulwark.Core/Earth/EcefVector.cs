namespace Bulwark.Core.Earth;

/// <summary>
/// A vector in the Earth-centred, Earth-fixed frame (WGS-84: x through 0 N 0 E, z through the north pole).
/// The name of the variable says whether it is a position (m), a velocity (m/s) or a direction (1). Immutable.
/// </summary>
/// <param name="X">Component through 0 N 0 E.</param>
/// <param name="Y">Component through 0 N 90 E.</param>
/// <param name="Z">Component through the north pole.</param>
public readonly record struct EcefVector(double X, double Y, double Z)
{
    /// <summary>The zero vector.</summary>
    public static EcefVector Zero => default;

    /// <summary>Euclidean length, in the unit of the components.</summary>
    public double Length => Math.Sqrt(LengthSquared);

    /// <summary>Square of the length.</summary>
    public double LengthSquared => (X * X) + (Y * Y) + (Z * Z);

    /// <summary>Scalar product.</summary>
    public double Dot(EcefVector other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    /// <summary>Vector product (right-handed).</summary>
    public EcefVector Cross(EcefVector other) => new((Y * other.Z) - (Z * other.Y), (Z * other.X) - (X * other.Z), (X * other.Y) - (Y * other.X));

    /// <summary>The unit vector in this direction; a zero vector gives not-a-number components.</summary>
    public EcefVector Normalized() => this / Length;

    /// <summary>Distance to another point, in the unit of the components.</summary>
    public double DistanceTo(EcefVector other) => (this - other).Length;

    /// <summary>Sum.</summary>
    public static EcefVector operator +(EcefVector left, EcefVector right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

    /// <summary>Difference.</summary>
    public static EcefVector operator -(EcefVector left, EcefVector right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z);

    /// <summary>Opposite.</summary>
    public static EcefVector operator -(EcefVector value) => new(-value.X, -value.Y, -value.Z);

    /// <summary>Scaled vector.</summary>
    public static EcefVector operator *(EcefVector value, double factor) => new(value.X * factor, value.Y * factor, value.Z * factor);

    /// <summary>Scaled vector.</summary>
    public static EcefVector operator *(double factor, EcefVector value) => value * factor;

    /// <summary>Divided vector.</summary>
    public static EcefVector operator /(EcefVector value, double divisor) => value * (1 / divisor);
}
