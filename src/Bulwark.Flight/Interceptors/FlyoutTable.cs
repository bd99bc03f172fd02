using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>
/// Time of flight and speed on arrival of a round over ground range and height, found by flying the model to fixed points. Immutable.
/// </summary>
/// <remarks>
/// The flights start on the ellipsoid at 45 N and go north; what latitude, azimuth and height of the launcher change (below 1 per cent of the time for
/// launchers below 1 km) is left out. The mean straight speed is stored instead of the time, because it varies less, and read bilinearly.
/// </remarks>
public sealed class FlyoutTable
{
    private const int RangeSteps = 15;
    private const int HeightSteps = 9;

    // How far the steps widen: shares of the way at which the quadratic term counts.
    private const double RangeBend = 0.6;
    private const double HeightBend = 0.5;

    private readonly double[] _rangesM;
    private readonly double[] _heightsM;
    private readonly (double Mean, double Terminal)[] _speeds;
    private readonly double _perRangeM;
    private readonly double _perHeightM;

    private FlyoutTable(InterceptorParameters parameters, double[] rangesM, double[] heightsM, (double Mean, double Terminal)[] speeds)
    {
        Parameters = parameters;
        (_rangesM, _heightsM, _speeds) = (rangesM, heightsM, speeds);
        _perRangeM = 1 / (rangesM[^1] - rangesM[1]);
        _perHeightM = 1 / (heightsM[^1] - heightsM[0]);
    }

    /// <summary>The round.</summary>
    public InterceptorParameters Parameters { get; }

    /// <summary>Flies the table: some 150 flights.</summary>
    /// <param name="parameters">The round.</param>
    /// <param name="threads">Threads to use, at least 1; the result is the same to the bit at any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">No thread is allowed, or the limits of the round leave no envelope.</exception>
    public static FlyoutTable Build(InterceptorParameters parameters, int threads)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        if (!(parameters.MaximumRangeM > parameters.MinimumRangeM && parameters.MinimumRangeM > 0 && parameters.MaximumHeightM > parameters.MinimumHeightM))
        {
            throw new ArgumentOutOfRangeException(
                nameof(parameters), $"{parameters.Name}: the ranges {parameters.MinimumRangeM}..{parameters.MaximumRangeM} m and heights {parameters.MinimumHeightM}..{parameters.MaximumHeightM} m leave no envelope.");
        }

        var rangesM = Ranges(parameters);
        var heightsM = Heights(parameters);
        var speeds = new (double Mean, double Terminal)[rangesM.Length * heightsM.Length];
        var flight = new InterceptorFlight(parameters, table: null);
        if (threads == 1)
        {
            for (var i = 0; i < speeds.Length; i++) Fly(i);
        }
        else
        {
            Parallel.For(0, speeds.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, Fly);
        }

        Fill(parameters, rangesM, heightsM, speeds);
        return new FlyoutTable(parameters, rangesM, heightsM, speeds);

        void Fly(int index)
        {
            var (rangeM, heightM) = (rangesM[index % rangesM.Length], heightsM[index / rangesM.Length]);
            if (IsTooNear(parameters, rangeM, heightM))
            {
                speeds[index] = (double.NaN, double.NaN);
                return;
            }

            var summary = PointFlight.Fly(flight, parameters, rangeM, heightM);
            speeds[index] = (summary.MeanSpeedMPerS, summary.ArrivalSpeedMPerS);
        }
    }

    /// <summary>Time of flight to a point, seconds; outside the envelope that of its nearest edge, in proportion to the distance.</summary>
    /// <param name="launcherPosition">Earth-fixed position of the launcher, metres.</param>
    /// <param name="point">Earth-fixed position of the point, metres.</param>
    public double TimeOfFlightS(EcefVector launcherPosition, EcefVector point) => TimeOfFlightS(launcherPosition, point, EarthEnvironment.HeightM(point));

    /// <summary>The same for a point whose height is known.</summary>
    internal double TimeOfFlightS(in EcefVector launcher, in EcefVector point, double heightM) => point.DistanceTo(launcher) / Read(GroundM(launcher, point), heightM).Mean;

    /// <summary>The edge of the envelope in ground range and height, for plots: up along the far side, then down along the near side.</summary>
    /// <param name="minimumSpeedMPerS">Least speed on arrival, m/s; the round's own least speed when not given.</param>
    /// <param name="heights">Number of heights, at least 2.</param>
    /// <returns>The corners of the outline, not closed; empty when nothing is reached.</returns>
    public IReadOnlyList<EnvelopePoint> EnvelopeOutline(double? minimumSpeedMPerS = null, int heights = 28)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(heights, 2);
        var speedMPerS = Math.Max(minimumSpeedMPerS ?? 0, Parameters.MinimumSpeedMPerS);
        var far = new List<EnvelopePoint>();
        var near = new List<EnvelopePoint>();
        const int Columns = 600;
        for (var row = 0; row < heights; row++)
        {
            var heightM = Parameters.MinimumHeightM + ((Parameters.MaximumHeightM - Parameters.MinimumHeightM) * row / (heights - 1));
            var first = double.NaN;
            var last = double.NaN;
            for (var column = 0; column <= Columns; column++)
            {
                var rangeM = Parameters.MaximumRangeM * column / Columns;
                var (mean, terminal) = Read(rangeM, heightM);
                var slantM = SlantM(rangeM, heightM);
                if (slantM < Parameters.MinimumRangeM || slantM > Parameters.LargestRangeM(heightM) || terminal < speedMPerS || slantM / mean > Parameters.MaximumFlightTimeS) continue;
                if (double.IsNaN(first)) first = rangeM;
                last = rangeM;
            }

            if (double.IsNaN(first)) continue;
            far.Add(new EnvelopePoint(last, heightM));
            near.Add(new EnvelopePoint(first, heightM));
        }

        near.Reverse();
        return [.. far, .. near];
    }

    /// <summary>Mean straight speed and speed on arrival, m/s, for a point seen from a launcher.</summary>
    internal (double Mean, double Terminal) Speeds(in EcefVector launcher, in EcefVector point) => Read(GroundM(launcher, point), EarthEnvironment.HeightM(point));

    // By the chord c of the unit sphere between them: the angle is 2 asin(c/2), for small ones by its series (to 1e-13 of the angle).
    private static double GroundM(in EcefVector launcher, in EcefVector point)
    {
        var half = 0.5 * (point.Normalized() - launcher.Normalized()).Length;
        var squared = half * half;
        var angleRad = half < 0.1
            ? 2 * half * (1 + (squared * ((1.0 / 6) + (squared * ((3.0 / 40) + (squared * ((15.0 / 336) + (squared * (105.0 / 3456)))))))))
            : 2 * Math.Asin(Math.Min(1, half));
        return angleRad * Wgs84.MeanRadiusM;
    }

    private (double Mean, double Terminal) Read(double rangeM, double heightM)
    {
        // The nodes lie on parabolas (see Ranges and Heights), so that the place among them is the root of one.
        var column = rangeM < _rangesM[1] ? 0 : 1 + Step((rangeM - _rangesM[1]) * _perRangeM, RangeBend, RangeSteps - 1);
        var row = Step((heightM - _heightsM[0]) * _perHeightM, HeightBend, HeightSteps);
        var across = Share(_rangesM, ref column, rangeM);
        var up = Share(_heightsM, ref row, heightM);
        var index = (row * _rangesM.Length) + column;
        ref readonly var a = ref _speeds[index];
        ref readonly var b = ref _speeds[index + 1];
        ref readonly var c = ref _speeds[index + _rangesM.Length];
        ref readonly var d = ref _speeds[index + _rangesM.Length + 1];
        var (wa, wb, wc, wd) = ((1 - across) * (1 - up), across * (1 - up), (1 - across) * up, across * up);
        return ((wa * a.Mean) + (wb * b.Mean) + (wc * c.Mean) + (wd * d.Mean), (wa * a.Terminal) + (wb * b.Terminal) + (wc * c.Terminal) + (wd * d.Terminal));
    }

    // The step s steps from the first node, (1 - b) x + b x² of the whole way with x = s/steps, in which a share of the way lies.
    private static int Step(double share, double bend, int steps)
    {
        var linear = 1 - bend;
        return (int)(steps * (Math.Sqrt((linear * linear) + (4 * bend * Math.Clamp(share, 0, 1))) - linear) / (2 * bend));
    }

    // The share of a step; rounding may have put a value at a node on its other side.
    private static double Share(double[] nodes, ref int index, double value)
    {
        index = Math.Min(index, nodes.Length - 2);
        if (value < nodes[index] && index > 0) index--;
        else if (value >= nodes[index + 1] && index < nodes.Length - 2) index++;
        return Math.Clamp((value - nodes[index]) / (nodes[index + 1] - nodes[index]), 0, 1);
    }

    // Nodes nobody asks for, too near the launcher, continue their neighbours evenly so that the cells beside them can be read; nodes that were not
    // reached get no speed on arrival and the mean speed of the nearest node that was.
    private static void Fill(InterceptorParameters parameters, double[] rangesM, double[] heightsM, (double Mean, double Terminal)[] speeds)
    {
        var columns = rangesM.Length;
        for (var row = 0; row < heightsM.Length; row++)
        {
            var mean = double.NaN;
            for (var pass = 0; pass < 2; pass++)
            {
                for (var i = 0; i < columns; i++)
                {
                    var column = pass == 0 ? i : columns - 1 - i;
                    ref var speed = ref speeds[(row * columns) + column];
                    if (speed.Mean > 0) mean = speed.Mean;
                    else if (!double.IsNaN(speed.Mean) && !double.IsNaN(mean)) speed = (mean, 0);
                }
            }

            if (double.IsNaN(mean)) mean = 0.5 * parameters.MinimumSpeedMPerS;
            for (var column = 0; column < columns; column++)
            {
                ref var speed = ref speeds[(row * columns) + column];
                if (speed.Mean == 0) speed = (mean, 0);
            }
        }

        for (var row = heightsM.Length - 1; row >= 0; row--)
        {
            for (var column = columns - 1; column >= 0; column--)
            {
                var index = (row * columns) + column;
                if (!double.IsNaN(speeds[index].Mean)) continue;
                var above = row + 1 < heightsM.Length;
                var beside = speeds[index + 1];
                var (mean, terminal) = above
                    ? (beside.Mean + speeds[index + columns].Mean - speeds[index + columns + 1].Mean, beside.Terminal + speeds[index + columns].Terminal - speeds[index + columns + 1].Terminal)
                    : beside;
                speeds[index] = (Math.Max(mean, 0.25 * beside.Mean), Math.Max(terminal, 0));
            }
        }
    }

    private static bool IsTooNear(InterceptorParameters parameters, double rangeM, double heightM) => SlantM(rangeM, heightM) < 0.99 * parameters.MinimumRangeM;

    private static double SlantM(double rangeM, double heightM)
    {
        var half = Math.Sin(rangeM / (2 * Wgs84.MeanRadiusM));
        return Math.Sqrt((heightM * heightM) + (4 * Wgs84.MeanRadiusM * (Wgs84.MeanRadiusM + heightM) * half * half));
    }

    // Zero and the smallest range, then ever wider steps to the largest.
    private static double[] Ranges(InterceptorParameters parameters)
    {
        var ranges = new double[RangeSteps + 1];
        for (var i = 1; i <= RangeSteps; i++)
        {
            var share = (i - 1) / (double)(RangeSteps - 1);
            ranges[i] = parameters.MinimumRangeM + ((parameters.MaximumRangeM - parameters.MinimumRangeM) * (((1 - RangeBend) * share) + (RangeBend * share * share)));
        }

        return ranges;
    }

    private static double[] Heights(InterceptorParameters parameters)
    {
        var heights = new double[HeightSteps + 1];
        for (var i = 0; i <= HeightSteps; i++)
        {
            var share = i / (double)HeightSteps;
            heights[i] = parameters.MinimumHeightM + ((parameters.MaximumHeightM - parameters.MinimumHeightM) * (((1 - HeightBend) * share) + (HeightBend * share * share)));
        }

        return heights;
    }
}
