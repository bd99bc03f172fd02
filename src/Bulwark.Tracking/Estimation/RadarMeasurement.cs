using Bulwark.Core.Earth;
using Bulwark.Tracking.Plots;

namespace Bulwark.Tracking.Estimation;

/// <summary>
/// A radar's plot as a measurement: range, azimuth, elevation or height, and range rate when there is one. Set it again for the next plot;
/// not safe for use by two threads at once.
/// Source: Bar-Shalom, Li and Kirubarajan (2001), section 10.3; range rate: Blackman and Popoli (1999), section 3.3.
/// </summary>
public sealed class RadarMeasurement : IStateMeasurement
{
    private readonly double[] _measured = new double[4];
    private readonly double[] _noise = new double[4];
    private readonly Kind[] _kinds = new Kind[4];
    private SensorFrame? _frame;

    private enum Kind
    {
        Range,
        Azimuth,
        Elevation,
        Height,
        RangeRate,
    }

    /// <inheritdoc />
    public int Dimension { get; private set; }

    /// <inheritdoc />
    public ReadOnlySpan<double> MeasuredSi => _measured.AsSpan(0, Dimension);

    /// <inheritdoc />
    public ReadOnlySpan<double> NoiseSi => _noise.AsSpan(0, Dimension);

    /// <summary>Takes a plot's values; of elevation and height the one that fixes the vertical better.</summary>
    /// <param name="plot">A plot that the tracker would take.</param>
    /// <param name="sensor">Its sensor.</param>
    public void Set(in Plot plot, SensorDescription sensor)
    {
        ArgumentNullException.ThrowIfNull(sensor);
        _frame = sensor.Frame;
        Dimension = 0;
        Add(Kind.Range, plot.RangeM, plot.RangeSigmaM);
        Add(Kind.Azimuth, plot.AzimuthRad, plot.AzimuthSigmaRad);
        var hasElevation = sensor.MeasuresElevation && !double.IsNaN(plot.ElevationRad);
        var hasHeight = !double.IsNaN(plot.HeightM);
        if (hasHeight && !(hasElevation && plot.RangeM * plot.ElevationSigmaRad <= plot.HeightSigmaM)) Add(Kind.Height, plot.HeightM, plot.HeightSigmaM);
        else if (hasElevation) Add(Kind.Elevation, plot.ElevationRad, plot.ElevationSigmaRad);
        if (plot.HasRangeRate) Add(Kind.RangeRate, plot.RangeRateMPerS, plot.RangeRateSigmaMPerS);
    }

    /// <inheritdoc />
    public void Expect(ReadOnlySpan<double> stateSi, Span<double> valuesSi)
    {
        var position = new EcefVector(stateSi[0], stateSi[1], stateSi[2]);
        var local = _frame!.Local.ToLocal(position);
        for (var k = 0; k < Dimension; k++)
        {
            valuesSi[k] = _kinds[k] switch
            {
                Kind.Range => local.Length,
                Kind.Azimuth => Math.Atan2(local.East, local.North),
                Kind.Elevation => _frame.Measure(local).ElevationRad,
                Kind.Height => Wgs84.HeightM(position),
                _ => RangeRate(stateSi),
            };
        }
    }

    /// <inheritdoc />
    public void Differentiate(ReadOnlySpan<double> stateSi, Span<double> jacobianSi)
    {
        var size = stateSi.Length;
        jacobianSi[..(size * Dimension)].Clear();
        var position = new EcefVector(stateSi[0], stateSi[1], stateSi[2]);
        var local = _frame!.Local.ToLocal(position);
        var rangeM = Math.Max(1, local.Length);
        var groundM = Math.Max(1, Math.Sqrt((local.East * local.East) + (local.North * local.North)));
        var tilt = local.Up / groundM;
        for (var k = 0; k < Dimension; k++)
        {
            var row = jacobianSi.Slice(size * k, size);
            switch (_kinds[k])
            {
                case Kind.Range: Put(row, 0, _frame.Local.Rotate(local / rangeM)); break;
                case Kind.Azimuth: Put(row, 0, _frame.Local.Rotate(new EnuVector(local.North, -local.East, 0) / (groundM * groundM))); break;
                case Kind.Elevation: Put(row, 0, _frame.Local.Rotate(new EnuVector(-local.East * tilt, -local.North * tilt, groundM) / (rangeM * rangeM))); break;
                case Kind.Height: Put(row, 0, MotionNoise.Up(stateSi)); break;
                default:
                    var along = (position - _frame.Local.OriginEcefM) / rangeM;
                    var velocity = new EcefVector(stateSi[3], stateSi[4], stateSi[5]);
                    Put(row, 0, (velocity - (along * along.Dot(velocity))) / rangeM);
                    Put(row, 3, along);
                    break;
            }
        }
    }

    /// <inheritdoc />
    public double DifferenceSi(int index, double leftSi, double rightSi)
    {
        var difference = leftSi - rightSi;
        return _kinds[index] == Kind.Azimuth && !(Math.Abs(difference) <= Math.PI) ? Math.IEEERemainder(difference, 2 * Math.PI) : difference;
    }

    private static void Put(Span<double> row, int at, EcefVector gradient) => (row[at], row[at + 1], row[at + 2]) = (gradient.X, gradient.Y, gradient.Z);

    private double RangeRate(ReadOnlySpan<double> state)
    {
        var line = new EcefVector(state[0], state[1], state[2]) - _frame!.Local.OriginEcefM;
        return line.Dot(new EcefVector(state[3], state[4], state[5])) / Math.Max(1, line.Length);
    }

    private void Add(Kind kind, double measured, double sigma) =>
        (_kinds[Dimension], _measured[Dimension], _noise[Dimension++]) = (kind, measured, sigma * sigma);
}
