using Bulwark.Core.Numerics;

namespace Bulwark.Flight.Interceptors;

/// <summary>Zero-lift drag coefficient by Mach number, on the frontal area of the body. Immutable.</summary>
/// <remarks>
/// Source of <see cref="Standard"/>: the G7 standard projectile (McCoy, Modern Exterior Ballistics, 1999), a published curve of a slender body;
/// a factor stands for fins and shape. Its table ends at Mach 5; beyond, the last value is kept. Linear between the rows.
/// </remarks>
public sealed class DragCurve
{
    private const double PerMach = 80;
    private readonly double[] _coefficients;

    private DragCurve(double[] coefficients) => _coefficients = coefficients;

    /// <summary>The curve every interceptor uses, times its own factor.</summary>
    public static DragCurve Standard { get; } = Load();

    /// <summary>A curve that does not depend on the speed.</summary>
    /// <param name="coefficientRatio">The drag coefficient.</param>
    public static DragCurve Constant(double coefficientRatio) => new([coefficientRatio, coefficientRatio]);

    /// <summary>Drag coefficient at a Mach number.</summary>
    /// <param name="machRatio">Mach number, not negative.</param>
    public double CoefficientRatio(double machRatio)
    {
        var position = Math.Min(machRatio * PerMach, _coefficients.Length - 1.000001);
        var index = (int)position;
        return _coefficients[index] + ((position - index) * (_coefficients[index + 1] - _coefficients[index]));
    }

    // The rows lie on multiples of 1/40: a regular grid of 1/80 holds every one of them exactly and needs no search.
    private static DragCurve Load()
    {
        var rows = EmbeddedTable.Read(typeof(DragCurve).Assembly, "drag_g7.csv");
        var values = new double[(int)Math.Round(rows[^1][0] * PerMach) + 1];
        var row = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var machRatio = i / PerMach;
            while (row < rows.Length - 2 && rows[row + 1][0] < machRatio - 1e-9) row++;
            var share = (machRatio - rows[row][0]) / (rows[row + 1][0] - rows[row][0]);
            values[i] = rows[row][1] + (share * (rows[row + 1][1] - rows[row][1]));
        }

        return new DragCurve(values);
    }
}
