using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bulwark.Sensing.Propagation;

/// <summary>
/// Two-way loss by gas, rain and cloud of one radar, tabulated over range and apparent elevation for the hot path: a lookup without
/// allocation, some nanoseconds each. Immutable; safe for any number of threads.
/// </summary>
/// <remarks>
/// Gas is a table, bilinear between knots that lie densely at short ranges and low elevations (both coordinates are x/(x + constant)).
/// Rain and cloud are straight lines in range between where the ray enters and leaves them, which a row of the table knows, so that
/// their sharp edges stay sharp. The difference from the integrals of <see cref="PathLoss"/> is stated, with its measurement, in the model's page.
/// Beyond the greatest range the loss is held; below the horizon it means nothing. A cloud wholly below the antenna counts from where
/// the ray first enters to where it last leaves it, an upper bound.
/// </remarks>
public sealed class PropagationTable
{
    private const int ElevationKnots = 560;
    private const int RangeKnots = 360;
    private const float ElevationScaleRad = 0.05f;
    private const float RangeScaleM = 60_000;
    private const double LowestElevationRad = -0.35;

    private readonly float[] _gasDb = new float[ElevationKnots * RangeKnots];
    private readonly WeatherRow[] _weather = new WeatherRow[ElevationKnots];
    private readonly float _firstElevation;
    private readonly float _elevationKnotsPerUnit;
    private readonly float _rangeKnotsPerUnit;
    private readonly float _maximumRangeM;
    private readonly bool _hasWeather;

    /// <summary>Tabulates; some tens of milliseconds.</summary>
    /// <param name="conditions">Air and weather.</param>
    /// <param name="maximumRangeM">Greatest range, metres, 1 km to 3000 km.</param>
    /// <exception cref="ArgumentException">A condition or the range is outside its range.</exception>
    public PropagationTable(PropagationConditions conditions, double maximumRangeM)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        conditions.Check();
        if (!(maximumRangeM is >= 1000 and <= 3e6)) throw new ArgumentOutOfRangeException(nameof(maximumRangeM), maximumRangeM, "A table reaches 1 to 3000 km.");
        Conditions = conditions;
        _maximumRangeM = (float)maximumRangeM;
        _firstElevation = Coordinate((float)LowestElevationRad);
        _elevationKnotsPerUnit = (ElevationKnots - 1) / (Coordinate(0.5f * MathF.PI) - _firstElevation);
        _rangeKnotsPerUnit = (RangeKnots - 1) * (_maximumRangeM + RangeScaleM) / _maximumRangeM;
        _hasWeather = conditions.RainRateMPerS > 0 || conditions.CloudDensityKgPerM3 > 0;
        var air = new AirProfile(conditions);
        for (var row = 0; row < ElevationKnots; row++) Fill(row, air);
    }

    /// <summary>Air and weather it was made for.</summary>
    public PropagationConditions Conditions { get; }

    /// <summary>Greatest range, metres; the loss beyond is that at it.</summary>
    public double MaximumRangeM => _maximumRangeM;

    /// <summary>Two-way loss, dB, not negative.</summary>
    /// <param name="rangeM">Range, metres; negative counts as zero.</param>
    /// <param name="elevationRad">Apparent elevation at the antenna, radians; below -0.35 counts as -0.35.</param>
    public double LossDb(double rangeM, double elevationRad) => LossDb((float)rangeM, (float)elevationRad);

    /// <summary>Two-way loss, dB, in single precision.</summary>
    /// <param name="rangeM">Range, metres.</param>
    /// <param name="elevationRad">Apparent elevation at the antenna, radians.</param>
    public float LossDb(float rangeM, float elevationRad)
    {
        var range = float.MinNative(float.MaxNative(rangeM, 0), _maximumRangeM);
        var elevationPosition = (Coordinate(elevationRad) - _firstElevation) * _elevationKnotsPerUnit;
        elevationPosition = float.MinNative(float.MaxNative(elevationPosition, 0), ElevationKnots - 1.001f);
        var rangePosition = float.MinNative(range / (range + RangeScaleM) * _rangeKnotsPerUnit, RangeKnots - 1.001f);
        return At(range, elevationPosition, rangePosition);
    }

    /// <summary>Two-way losses of many targets, dB.</summary>
    /// <param name="rangeM">Ranges, metres.</param>
    /// <param name="elevationRad">Apparent elevations, radians, as many.</param>
    /// <param name="lossDb">Where the losses go, at least as many.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void LossDb(ReadOnlySpan<float> rangeM, ReadOnlySpan<float> elevationRad, Span<float> lossDb)
    {
        if (elevationRad.Length != rangeM.Length || lossDb.Length < rangeM.Length) throw new ArgumentException("As many elevations and places as ranges are needed.", nameof(lossDb));
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            // The places in the table eight at a time, the table itself one by one: the same operations as above, to the bit.
            Span<float> places = stackalloc float[3 * 8];
            for (; i + 8 <= rangeM.Length; i += 8)
            {
                var range = Vector256.MinNative(Vector256.MaxNative(Vector256.Create(rangeM[i..]), Vector256<float>.Zero), Vector256.Create(_maximumRangeM));
                var elevation = Vector256.Create(elevationRad[i..]);
                var coordinate = elevation / (Vector256.Abs(elevation) + Vector256.Create(ElevationScaleRad));
                var elevationPosition = (coordinate - Vector256.Create(_firstElevation)) * _elevationKnotsPerUnit;
                elevationPosition = Vector256.MinNative(Vector256.MaxNative(elevationPosition, Vector256<float>.Zero), Vector256.Create(ElevationKnots - 1.001f));
                var rangePosition = range / (range + Vector256.Create(RangeScaleM)) * _rangeKnotsPerUnit;
                rangePosition = Vector256.MinNative(rangePosition, Vector256.Create(RangeKnots - 1.001f));
                range.CopyTo(places);
                elevationPosition.CopyTo(places[8..]);
                rangePosition.CopyTo(places[16..]);
                for (var k = 0; k < 8; k++) lossDb[i + k] = At(places[k], places[8 + k], places[16 + k]);
            }
        }

        for (; i < rangeM.Length; i++) lossDb[i] = LossDb(rangeM[i], elevationRad[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float At(float range, float elevationPosition, float rangePosition)
    {
        var row = (int)elevationPosition;
        var column = (int)rangePosition;
        var up = elevationPosition - row;
        var along = rangePosition - column;

        // Positions are clamped, so the cell is inside; one that is not a number becomes cell zero.
        ref var corner = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_gasDb), (uint)((row * RangeKnots) + column));
        var lower = corner + (along * (Unsafe.Add(ref corner, 1) - corner));
        ref var above = ref Unsafe.Add(ref corner, RangeKnots);
        var upper = above + (along * (Unsafe.Add(ref above, 1) - above));
        var loss = lower + (up * (upper - lower));
        return _hasWeather ? loss + WeatherRow.LossDb(_weather[row], _weather[row + 1], up, range) : loss;
    }

    private static float Coordinate(float elevationRad) => elevationRad / (MathF.Abs(elevationRad) + ElevationScaleRad);

    private void Fill(int row, AirProfile air)
    {
        var coordinate = _firstElevation + (row / (double)_elevationKnotsPerUnit);
        var elevationRad = Math.Min(coordinate * ElevationScaleRad / (1 - Math.Abs(coordinate)), 0.5 * Math.PI);
        var march = new RayMarch(air, Conditions, elevationRad);
        for (var column = 1; column < RangeKnots; column++)
        {
            var share = column / (double)_rangeKnotsPerUnit;
            march.To(share * RangeScaleM / (1 - share));
            _gasDb[(row * RangeKnots) + column] = (float)march.GasDb;
        }

        var (rainEntryM, rainExitM) = march.Rain.Interval(Math.Min(_maximumRangeM, Conditions.RainReachM));
        var (cloudEntryM, cloudExitM) = march.Cloud.Interval(_maximumRangeM);
        _weather[row] = new WeatherRow(
            rainEntryM, rainExitM, (float)(2 * PathLoss.RainDbPerM(Conditions, elevationRad)), cloudEntryM, cloudExitM, (float)(2 * PathLoss.CloudDbPerM(Conditions)));
    }
}
