namespace Bulwark.Sensing.Detection;

/// <summary>
/// Probability of detection of one radar and target class tabulated over the signal-to-noise ratio, for use in the hot path, with known
/// noise or with the loss of a CFAR detector. Immutable; safe for any number of threads.
/// </summary>
/// <remarks>
/// Knots every 0.05 dB (0.01 dB for more than 30 pulses, whose curves are steep), between them a cubic through four knots. The table
/// reaches from where Pd exceeds Pfa by less than 1e-7 to where it misses 1 by less than 1e-6; outside it holds its end values.
/// The difference from <see cref="DetectionStatistics"/> stays below 1e-6 (measured over all cases, 1 to 256 pulses, by the tests).
/// </remarks>
public sealed class DetectionTable
{
    private const double LowestDb = -80;
    private const double HighestDb = 100;
    private readonly double[] _values;
    private readonly double _firstDb;
    private readonly double _knotsPerDb;

    /// <summary>Tabulates the curve of a detector that knows the noise power.</summary>
    /// <param name="fluctuation">Fluctuation of the target.</param>
    /// <param name="pulses">Pulses added, 1 to a million.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm, 0 to 1 exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public DetectionTable(SwerlingCase fluctuation, int pulses, double falseAlarmProbability)
        : this(Curve(fluctuation, pulses, falseAlarmProbability), pulses, falseAlarmProbability)
    {
    }

    /// <summary>Tabulates the curve of a cell-averaging CFAR detector (<see cref="CellAveragingCfar"/>).</summary>
    /// <param name="fluctuation">Fluctuation of the target.</param>
    /// <param name="referenceCells">Reference cells, at least 1; at most a million with the pulses multiplied.</param>
    /// <param name="pulses">Pulses added, 1 to a million.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm, 0 to 1 exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public DetectionTable(SwerlingCase fluctuation, int referenceCells, int pulses, double falseAlarmProbability)
        : this(CfarCurve(fluctuation, referenceCells, pulses, falseAlarmProbability), pulses, falseAlarmProbability)
    {
    }

    private DetectionTable(Func<double, double> ofRatio, int pulses, double falseAlarmProbability)
    {
        double Probability(double snrDb) => ofRatio(Math.Pow(10, snrDb / 10));
        _firstDb = Boundary(snrDb => Probability(snrDb) - falseAlarmProbability < 1e-7);
        LastDb = Boundary(snrDb => 1 - Probability(snrDb) > 1e-6) + 1;
        _knotsPerDb = pulses > 30 ? 100 : 20;
        _values = new double[(int)Math.Ceiling((LastDb - _firstDb) * _knotsPerDb) + 4];

        // One knot before the first and two after the last interval serve the cubic.
        for (var i = 0; i < _values.Length; i++) _values[i] = Probability(_firstDb + ((i - 1) / _knotsPerDb));
    }

    /// <summary>Below this signal-to-noise ratio, dB, the table holds its first value.</summary>
    public double FirstDb => _firstDb;

    /// <summary>Above this signal-to-noise ratio, dB, the table holds its last value.</summary>
    public double LastDb { get; }

    /// <summary>Probability of detection.</summary>
    /// <param name="snrDb">Mean signal-to-noise ratio of one pulse, decibels; any value, minus infinity included.</param>
    public double At(double snrDb)
    {
        var position = Math.Max(0, (snrDb - _firstDb) * _knotsPerDb);
        if (!(position < _values.Length - 3)) return _values[^2];
        var index = (int)position;
        var t = position - index;
        var (p0, p1, p2, p3) = (_values[index], _values[index + 1], _values[index + 2], _values[index + 3]);
        return p1 + (t * (
            (-p0 / 3) - (p1 / 2) + p2 - (p3 / 6) + (t * (
                (0.5 * (p0 + p2)) - p1 + (t * (((p3 - p0) / 6) + (0.5 * (p1 - p2))))))));
    }

    private static Func<double, double> Curve(SwerlingCase fluctuation, int pulses, double falseAlarmProbability)
    {
        var threshold = DetectionStatistics.Threshold(pulses, falseAlarmProbability);
        return snrRatio => DetectionStatistics.Probability(fluctuation, pulses, falseAlarmProbability, threshold, snrRatio);
    }

    private static Func<double, double> CfarCurve(SwerlingCase fluctuation, int referenceCells, int pulses, double falseAlarmProbability)
    {
        var tail = CellAveragingCfar.Tail(referenceCells, pulses, falseAlarmProbability);
        return snrRatio => CountMixture.Sum(fluctuation, pulses, snrRatio, tail);
    }

    // The whole decibel below the place where a property that holds for weak signals ceases to hold.
    private static double Boundary(Func<double, bool> holds)
    {
        double low = LowestDb, high = HighestDb;
        while (high - low > 1)
        {
            var middle = Math.Floor(0.5 * (low + high));
            if (holds(middle)) low = middle;
            else high = middle;
        }

        return low;
    }
}
