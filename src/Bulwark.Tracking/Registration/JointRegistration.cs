using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Tracking.Plots;

namespace Bulwark.Tracking.Registration;

/// <summary>
/// Estimates the constant errors in range, azimuth and elevation of several radars together, from pairs of their plots of one target and from what
/// is stated of the sets: before any pair each error is zero give or take its stated standard deviation, so that what two radars differ by is shared
/// out between them as their statements say, and geometry tells more. A Kalman filter for a state that stands still, which for linear errors is exact;
/// an error stated as zero stays zero. Plots are taken as measured and each is used once, so that the pairs' noises are independent and the standard
/// errors hold. Safe for one thread at a time; allocates only when a radar is new to it. Radars of which nothing is stated, whose clocks may differ and which
/// mostly measure no elevation, as in recordings, are for <see cref="RegistrationEstimator"/>.
/// Source: Bar-Shalom, Willett and Tian, Tracking and Data Fusion (2011), chapter on bias estimation for registration; Lin, Kirubarajan and Bar-Shalom,
/// IEEE Trans. AES 40 (2004) 576-590 (differences of two radars as pseudo-measurements of their errors). Both from memory.
/// </summary>
public sealed class JointRegistration
{
    private const int Errors = 3;

    // A difference this far out is two targets, not one (chi-square with three degrees of freedom: once in 130,000).
    private const double LargestDistanceSquared = 26;

    // Stands for not knowing a height, metres.
    private const double UnknownHeightSigmaM = 1e4;

    private readonly StatedErrors[] _stated;
    private readonly int[] _pairs;

    // By radar, where its errors stand among those that are estimated; -1 while it had no part in a pair, and always where it is stated to have none.
    private readonly int[] _firstOf;
    private int _size;
    private double[] _errors = [];
    private double[] _covariance = [];
    private double[] _gains = [];

    /// <summary>Makes an estimator that has seen nothing.</summary>
    /// <param name="stated">What is stated of each radar.</param>
    /// <exception cref="ArgumentOutOfRangeException">A standard deviation is negative or not finite.</exception>
    public JointRegistration(ReadOnlySpan<StatedErrors> stated)
    {
        _stated = stated.ToArray();
        _pairs = new int[stated.Length];
        _firstOf = new int[stated.Length];
        Array.Fill(_firstOf, -1);
        foreach (var radar in stated)
        {
            if (!IsSigma(radar.RangeSigmaM) || !IsSigma(radar.AzimuthSigmaRad) || !IsSigma(radar.ElevationSigmaRad))
                throw new ArgumentOutOfRangeException(nameof(stated), radar, "A stated error must be finite and not negative.");
        }
    }

    private JointRegistration(JointRegistration other)
    {
        _stated = other._stated;
        _pairs = [.. other._pairs];
        _firstOf = [.. other._firstOf];
        _size = other._size;
        _errors = [.. other._errors];
        _covariance = [.. other._covariance];
        _gains = new double[Errors * _size];
        Refused = other.Refused;
    }

    /// <summary>Pairs that lay too far out to be of one target.</summary>
    public int Refused { get; private set; }

    /// <summary>Pairs a radar had a part in.</summary>
    /// <param name="radar">The radar.</param>
    public int PairsOf(int radar) => _pairs[radar];

    /// <summary>An estimator in the same state.</summary>
    public JointRegistration Copy() => new(this);

    /// <summary>What is known of a radar's errors.</summary>
    /// <param name="radar">The radar.</param>
    public SiteErrors ErrorsOf(int radar)
    {
        var at = _firstOf[radar];
        return at >= 0
            ? new SiteErrors(_errors[at], _errors[at + 1], _errors[at + 2], Sigma(at), Sigma(at + 1), Sigma(at + 2))
            : new SiteErrors(0, 0, 0, _stated[radar].RangeSigmaM, _stated[radar].AzimuthSigmaRad, _stated[radar].ElevationSigmaRad);
    }

    /// <summary>Takes in two plots of one target by two radars.</summary>
    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    /// <param name="velocity">Earth-fixed velocity of the target, m/s.</param>
    /// <param name="velocitySigmaMPerS">Its standard deviation, m/s, not negative.</param>
    /// <param name="accelerationSigmaMPerS2">Standard deviation of accelerations between the two, m/s².</param>
    /// <param name="heightM">Height of the target above the ellipsoid, metres, for radars that do not tell it.</param>
    /// <returns>False when they say nothing: one radar, two without errors, or most likely two targets.</returns>
    public bool TryAdd(in SitedPlot first, in SitedPlot second, EcefVector velocity, double velocitySigmaMPerS, double accelerationSigmaMPerS2, double heightM)
    {
        if (first.Radar == second.Radar || first.Frame is null || second.Frame is null) return false;
        if (!_stated[first.Radar].IsAny && !_stated[second.Radar].IsAny) return false;
        var seconds = (first.Plot.Time - second.Plot.Time).TotalS;
        var (near, far) = (Place(in first, heightM), Place(in second, heightM));
        var frame = new LocalFrame(Wgs84.ToGeodetic(near));
        var apart = frame.Rotate(near - (far + (velocity * seconds)));
        if (!double.IsFinite(apart.LengthSquared)) return false;

        Span<double> rows = stackalloc double[Errors * 2 * Errors];
        Span<double> noise = stackalloc double[Errors * Errors];
        noise.Clear();
        Write(in first, near, in frame, 1, rows, 0, noise);
        Write(in second, far, in frame, -1, rows, Errors, noise);
        var wanderM = 0.5 * accelerationSigmaMPerS2 * seconds * seconds;
        var driftM = velocitySigmaMPerS * seconds;
        for (var k = 0; k < Errors; k++) noise[(Errors + 1) * k] += (wanderM * wanderM) + (driftM * driftM);
        var (one, two) = (PlaceOf(first.Radar), PlaceOf(second.Radar));
        Span<double> residual = [apart.East, apart.North, apart.Up];
        if (!TryUpdate(one, two, rows, noise, residual))
        {
            Refused++;
            return false;
        }

        _pairs[first.Radar]++;
        _pairs[second.Radar]++;
        return true;
    }

    /// <summary>How uncertain a place seen by one radar remains, in itself or against what another radar sees there.</summary>
    /// <param name="radar">The radar.</param>
    /// <param name="frame">Where it stands.</param>
    /// <param name="other">The radar it is compared with; negative for the truth.</param>
    /// <param name="otherFrame">Where that one stands; read only when there is one.</param>
    /// <param name="place">The place, Earth-fixed, metres.</param>
    /// <param name="along">The directions.</param>
    /// <param name="covarianceM2">Receives the covariance along them, nine values, square metres.</param>
    public void Remaining(int radar, SensorFrame frame, int other, SensorFrame? otherFrame, EcefVector place, in LocalFrame along, Span<double> covarianceM2)
    {
        var columns = other >= 0 && otherFrame is not null ? 2 * Errors : Errors;
        Span<double> rows = stackalloc double[Errors * 2 * Errors];
        ErrorSlopes.At(frame, place, isSolid: true).Write(in along, 1, rows, columns, 0);
        if (columns > Errors) ErrorSlopes.At(otherFrame!, place, isSolid: true).Write(in along, -1, rows, columns, Errors);
        for (var i = 0; i < Errors; i++)
        {
            for (var j = 0; j < Errors; j++)
            {
                var sum = 0.0;
                for (var a = 0; a < columns; a++)
                {
                    for (var b = 0; b < columns; b++) sum += rows[(i * columns) + a] * Covariance(a < Errors ? radar : other, a % Errors, b < Errors ? radar : other, b % Errors) * rows[(j * columns) + b];
                }

                covarianceM2[(Errors * i) + j] = sum;
            }
        }
    }

    private static EcefVector Place(in SitedPlot sited, double heightM)
    {
        var (frame, plot) = (sited.Frame!, sited.Plot);
        return IsSolid(in sited)
            ? frame.Locate(new SphericalMeasurement(plot.RangeM, plot.AzimuthRad, plot.ElevationRad))
            : PlotPreparation.LocateAtHeight(frame, plot.RangeM, plot.AzimuthRad, heightM);
    }

    private static bool IsSolid(in SitedPlot sited) => sited.MeasuresElevation && !double.IsNaN(sited.Plot.ElevationRad);

    // The radar's columns, and the noise of its measurement at the place.
    private static void Write(in SitedPlot sited, EcefVector place, in LocalFrame frame, double sign, Span<double> rows, int first, Span<double> noise)
    {
        var isSolid = IsSolid(in sited);
        ErrorSlopes.At(sited.Frame!, place, isSolid).Write(in frame, sign, rows, 2 * Errors, first);
        var plot = sited.Plot;
        Span<double> variances = [plot.RangeSigmaM * plot.RangeSigmaM, plot.AzimuthSigmaRad * plot.AzimuthSigmaRad, isSolid ? plot.ElevationSigmaRad * plot.ElevationSigmaRad : 0];
        for (var i = 0; i < Errors; i++)
        {
            for (var j = 0; j < Errors; j++)
            {
                for (var k = 0; k < Errors; k++) noise[(Errors * i) + j] += rows[(2 * Errors * i) + first + k] * variances[k] * rows[(2 * Errors * j) + first + k];
            }
        }

        if (!isSolid) noise[(Errors * Errors) - 1] += UnknownHeightSigmaM * UnknownHeightSigmaM;
    }

    // The filter's correction by one difference, whose rows have three columns for each of the two radars.
    private bool TryUpdate(int one, int two, ReadOnlySpan<double> rows, ReadOnlySpan<double> noise, Span<double> residual)
    {
        // Covariance of every error with the difference, and of the difference itself.
        Span<double> spread = stackalloc double[Errors * Errors];
        noise.CopyTo(spread);
        for (var at = 0; at < _size; at++)
        {
            var row = _covariance.AsSpan(_size * at, _size);
            for (var i = 0; i < Errors; i++)
            {
                var mine = rows.Slice(2 * Errors * i, 2 * Errors);
                _gains[(Errors * at) + i] = Dot(mine, row, one) + Dot(mine[Errors..], row, two);
            }
        }

        for (var i = 0; i < Errors; i++)
        {
            var mine = rows.Slice(2 * Errors * i, 2 * Errors);
            residual[i] -= Dot(mine, _errors, one) + Dot(mine[Errors..], _errors, two);
            for (var a = 0; a < 2 * Errors; a++)
            {
                var first = a < Errors ? one : two;
                for (var j = 0; j < Errors && first >= 0; j++) spread[(Errors * i) + j] += mine[a] * _gains[(Errors * (first + (a % Errors))) + j];
            }
        }

        SmallMatrix.Symmetrize(spread, Errors);
        Span<double> inverse = stackalloc double[Errors * Errors];
        if (!SmallMatrix.TryInvertSymmetric3(spread, inverse, out var determinant) || !(determinant > 0)) return false;
        Span<double> weighted = stackalloc double[Errors];
        SmallMatrix.Multiply(inverse, residual, weighted, Errors, Errors, 1);
        var squared = (weighted[0] * residual[0]) + (weighted[1] * residual[1]) + (weighted[2] * residual[2]);
        if (!(squared < LargestDistanceSquared)) return false;

        Span<double> gain = stackalloc double[Errors];
        for (var at = 0; at < _size; at++)
        {
            var mine = _gains.AsSpan(Errors * at, Errors);
            _errors[at] += (mine[0] * weighted[0]) + (mine[1] * weighted[1]) + (mine[2] * weighted[2]);
            SmallMatrix.Multiply(inverse, mine, gain, Errors, Errors, 1);
            for (var other = 0; other <= at; other++)
            {
                var theirs = _gains.AsSpan(Errors * other, Errors);
                var cut = (gain[0] * theirs[0]) + (gain[1] * theirs[1]) + (gain[2] * theirs[2]);
                var left = _covariance[(_size * at) + other] - cut;
                _covariance[(_size * at) + other] = left;
                _covariance[(_size * other) + at] = left;
            }
        }

        return true;
    }

    private static double Dot(ReadOnlySpan<double> rows, ReadOnlySpan<double> values, int first) =>
        first < 0 ? 0 : (rows[0] * values[first]) + (rows[1] * values[first + 1]) + (rows[2] * values[first + 2]);

    private static bool IsSigma(double sigma) => sigma >= 0 && double.IsFinite(sigma);

    private double Sigma(int at) => Math.Sqrt(Math.Max(0, _covariance[(_size + 1) * at]));

    private double Covariance(int radar, int error, int otherRadar, int otherError)
    {
        var (one, two) = (_firstOf[radar], _firstOf[otherRadar]);
        if (one >= 0 && two >= 0) return _covariance[(_size * (one + error)) + two + otherError];
        return radar == otherRadar && error == otherError ? StatedVariance(radar, error) : 0;
    }

    private double StatedVariance(int radar, int error)
    {
        var stated = _stated[radar];
        var sigma = error == 0 ? stated.RangeSigmaM : error == 1 ? stated.AzimuthSigmaRad : stated.ElevationSigmaRad;
        return sigma * sigma;
    }

    // A radar is given its place when it has a part in a pair for the first time: a large network's others cost nothing.
    private int PlaceOf(int radar)
    {
        if (_firstOf[radar] >= 0 || !_stated[radar].IsAny) return _firstOf[radar];
        var (old, size) = (_size, _size + Errors);
        var covariance = new double[size * size];
        for (var row = 0; row < old; row++) _covariance.AsSpan(old * row, old).CopyTo(covariance.AsSpan(size * row));
        for (var k = 0; k < Errors; k++) covariance[(size + 1) * (old + k)] = StatedVariance(radar, k);
        Array.Resize(ref _errors, size);
        (_covariance, _gains, _size) = (covariance, new double[Errors * size], size);
        return _firstOf[radar] = old;
    }
}
