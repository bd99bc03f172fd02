using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Tracking.Plots;

namespace Bulwark.Tracking.Registration;

/// <summary>
/// Estimates the constant errors in range, azimuth and time of several radars from targets that they see in common: each pair of plots of one
/// target by two radars, one moved to the time of the other, differs by what the six errors make of it and by noise. Recursive least squares
/// along the Earth, where plots without elevation are right too. Not safe for use by two threads at once. For recordings; radars whose errors are stated,
/// and elevations, are for <see cref="JointRegistration"/>.
/// Source: Lin, Kirubarajan and Bar-Shalom, "Exact multisensor dynamic bias estimation with local tracks", IEEE Trans. AES 40 (2004) 576-590
/// (differences as pseudo-measurements of the biases); Blackman and Popoli (1999), section 10.5 (registration).
/// </summary>
public sealed class RegistrationEstimator
{
    private const int Biases = 3;

    // A difference this far out is two targets, not one (chi-square with two degrees of freedom: once in 160,000).
    private const double LargestDistanceSquared = 24;

    private readonly SensorDescription[] _sensors;
    private readonly RegistrationSettings _settings;
    private readonly double[] _information;
    private readonly double[] _weighted;
    private readonly double[] _solution;
    private readonly double[] _covariance;
    private readonly int[] _pairs;
    private bool _isSolved;

    /// <summary>Makes an estimator that has seen nothing.</summary>
    /// <param name="sensors">The radars.</param>
    /// <param name="settings">What is believed before.</param>
    public RegistrationEstimator(ReadOnlySpan<SensorDescription> sensors, RegistrationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _sensors = sensors.ToArray();
        _settings = settings;
        var size = Biases * _sensors.Length;
        _information = new double[size * size];
        _weighted = new double[size];
        _solution = new double[size];
        _covariance = new double[size * size];
        _pairs = new int[_sensors.Length];
        for (var sensor = 0; sensor < _sensors.Length; sensor++)
        {
            Span<double> sigmas = [settings.RangeSigmaM, settings.AzimuthSigmaRad, settings.TimeSigmaS];
            for (var k = 0; k < Biases; k++)
            {
                var at = (Biases * sensor) + k;
                _information[(size + 1) * at] = 1 / (sigmas[k] * sigmas[k]);
            }
        }
    }

    private RegistrationEstimator(RegistrationEstimator other)
        : this(other._sensors, other._settings)
    {
        other._information.CopyTo(_information, 0);
        other._weighted.CopyTo(_weighted, 0);
        other._pairs.CopyTo(_pairs, 0);
        PairCount = other.PairCount;
    }

    /// <summary>Pairs of plots used so far.</summary>
    public long PairCount { get; private set; }

    /// <summary>The longest time between two plots that are compared, seconds.</summary>
    public double LongestApartS => _settings.LongestApartS;

    /// <summary>Pairs a radar had a part in.</summary>
    /// <param name="sensor">The radar.</param>
    public int PairsOf(int sensor) => _pairs[sensor];

    /// <summary>An estimator in the same state.</summary>
    public RegistrationEstimator Copy() => new(this);

    /// <summary>Takes in two plots of one target by two radars.</summary>
    /// <param name="first">The one, as measured.</param>
    /// <param name="second">The other, as measured.</param>
    /// <param name="velocity">Earth-fixed velocity of the target, m/s.</param>
    /// <param name="heightM">Height of the target above the ellipsoid, metres; where plots tell it, they need not agree with it well.</param>
    /// <returns>False when they cannot be compared: one radar, too far apart in time, or most likely two targets.</returns>
    public bool TryAdd(in Plot first, in Plot second, EcefVector velocity, double heightM)
    {
        if (first.Sensor == second.Sensor) return false;
        var seconds = (first.Time - second.Time).TotalS;
        if (!(Math.Abs(seconds) <= _settings.LongestApartS)) return false;
        var (near, far) = (Place(in first, heightM), Place(in second, heightM));
        var frame = new LocalFrame(Wgs84.ToGeodetic(near));
        var apart = frame.Rotate(near - (far + (velocity * seconds)));
        if (!double.IsFinite(apart.East + apart.North)) return false;

        Span<double> rows = stackalloc double[4 * Biases];
        Span<double> noise = stackalloc double[3];
        noise.Clear();
        Slopes(in first, near, velocity, frame, rows[..(2 * Biases)], noise);
        Slopes(in second, far, velocity, frame, rows[(2 * Biases)..], noise);
        for (var k = 2 * Biases; k < 4 * Biases; k++) rows[k] = -rows[k];
        var wander = 0.5 * _settings.AccelerationSigmaMPerS2 * seconds * seconds;
        noise[0] += wander * wander;
        noise[2] += wander * wander;
        return TryTake(first.Sensor, second.Sensor, rows, noise, apart);
    }

    /// <summary>What is known of a radar's errors.</summary>
    /// <param name="sensor">The radar.</param>
    public RadarBias BiasOf(int sensor)
    {
        Solve();
        var size = Biases * _sensors.Length;
        var at = Biases * sensor;
        double Sigma(int k) => Math.Sqrt(Math.Max(0, _covariance[(size + 1) * (at + k)]));
        return new RadarBias(_solution[at], _solution[at + 1], _solution[at + 2], Sigma(0), Sigma(1), Sigma(2));
    }

    /// <summary>A plot with its radar's errors taken off.</summary>
    /// <param name="plot">The plot as measured.</param>
    public Plot Correct(in Plot plot)
    {
        if ((uint)plot.Sensor >= (uint)_sensors.Length || PairCount == 0) return plot;
        return BiasOf(plot.Sensor).TakenOff(in plot);
    }

    private EcefVector Place(in Plot plot, double heightM) => PlotPreparation.LocateAtHeight(_sensors[plot.Sensor].Frame, plot.RangeM, plot.AzimuthRad, heightM);

    // How the place in the plane changes with range, azimuth and time bias; and the noise of the measured range and azimuth there.
    private void Slopes(in Plot plot, EcefVector place, EcefVector velocity, LocalFrame frame, Span<double> rows, Span<double> noise)
    {
        var local = _sensors[plot.Sensor].Frame.Local;
        var seen = local.ToLocal(place);
        var ground = Math.Max(1, Math.Sqrt((seen.East * seen.East) + (seen.North * seen.North)));
        var outwards = frame.Rotate(local.Rotate(new EnuVector(seen.East, seen.North, 0) / ground)) * (seen.Length / ground);
        var across = frame.Rotate(local.Rotate(new EnuVector(seen.North, -seen.East, 0)));
        var along = frame.Rotate(velocity);
        (rows[0], rows[1], rows[2]) = (outwards.East, across.East, along.East);
        (rows[Biases], rows[Biases + 1], rows[Biases + 2]) = (outwards.North, across.North, along.North);
        var (range, azimuth) = (plot.RangeSigmaM * plot.RangeSigmaM, plot.AzimuthSigmaRad * plot.AzimuthSigmaRad);
        noise[0] += (range * outwards.East * outwards.East) + (azimuth * across.East * across.East);
        noise[1] += (range * outwards.East * outwards.North) + (azimuth * across.East * across.North);
        noise[2] += (range * outwards.North * outwards.North) + (azimuth * across.North * across.North);
    }

    private bool TryTake(int first, int second, ReadOnlySpan<double> rows, ReadOnlySpan<double> noise, EnuVector apart)
    {
        var determinant = (noise[0] * noise[2]) - (noise[1] * noise[1]);
        if (!(determinant > 0)) return false;
        var (ee, en, nn) = (noise[2] / determinant, -noise[1] / determinant, noise[0] / determinant);
        Span<int> places = stackalloc int[2 * Biases];
        for (var k = 0; k < Biases; k++) (places[k], places[Biases + k]) = ((Biases * first) + k, (Biases * second) + k);
        if (!IsLikely(places, rows, noise, apart)) return false;

        var size = Biases * _sensors.Length;
        for (var a = 0; a < 2 * Biases; a++)
        {
            var (east, north) = (East(rows, a), North(rows, a));
            var (we, wn) = ((ee * east) + (en * north), (en * east) + (nn * north));
            _weighted[places[a]] += (we * apart.East) + (wn * apart.North);
            for (var b = 0; b < 2 * Biases; b++) _information[(size * places[a]) + places[b]] += (we * East(rows, b)) + (wn * North(rows, b));
        }

        PairCount++;
        _pairs[first]++;
        _pairs[second]++;
        _isSolved = false;
        return true;
    }

    // Against what is known so far: the difference less its expectation, over noise and the doubt about the biases.
    private bool IsLikely(ReadOnlySpan<int> places, ReadOnlySpan<double> rows, ReadOnlySpan<double> noise, EnuVector apart)
    {
        // The biases are solved for anew only now and then: a test by what was known a little earlier serves as well.
        if (!_isSolved && (PairCount < 64 || PairCount % 16 == 0)) Solve();
        var size = Biases * _sensors.Length;
        var (east, north, ee, en, nn) = (apart.East, apart.North, noise[0], noise[1], noise[2]);
        for (var a = 0; a < 2 * Biases; a++)
        {
            east -= East(rows, a) * _solution[places[a]];
            north -= North(rows, a) * _solution[places[a]];
            for (var b = 0; b < 2 * Biases; b++)
            {
                var covariance = _covariance[(size * places[a]) + places[b]];
                ee += East(rows, a) * covariance * East(rows, b);
                en += East(rows, a) * covariance * North(rows, b);
                nn += North(rows, a) * covariance * North(rows, b);
            }
        }

        var determinant = (ee * nn) - (en * en);
        return ((nn * east * east) - (2 * en * east * north) + (ee * north * north)) / determinant < LargestDistanceSquared;
    }

    private static double East(ReadOnlySpan<double> rows, int k) => k < Biases ? rows[k] : rows[Biases + k];

    private static double North(ReadOnlySpan<double> rows, int k) => k < Biases ? rows[Biases + k] : rows[(2 * Biases) + k];

    private void Solve()
    {
        if (_isSolved) return;
        var size = Biases * _sensors.Length;
        _covariance.AsSpan().Clear();
        for (var k = 0; k < size; k++) _covariance[(size + 1) * k] = 1;
        Span<double> root = size <= 48 ? stackalloc double[size * size] : new double[size * size];
        _information.CopyTo(root);
        if (!SmallMatrix.TryCholesky(root, size)) return;
        SmallMatrix.CholeskySolve(root, _covariance, size, size);
        _weighted.CopyTo(_solution, 0);
        SmallMatrix.CholeskySolve(root, _solution, size);
        _isSolved = true;
    }
}
