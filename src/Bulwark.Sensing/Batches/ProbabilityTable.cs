using Bulwark.Sensing.Detection;

namespace Bulwark.Sensing.Batches;

/// <summary>
/// Probability of detection by signal-to-noise ratio in single precision, for <see cref="DetectionBatch"/>. Immutable.
/// </summary>
/// <remarks>
/// The exponent and the leading bits of the mantissa of the ratio are the index, so that no logarithm is taken: 2^m steps an octave, in
/// each of which the probability is linear in the ratio. m is chosen so that the error against <see cref="DetectionTable"/> stays below
/// <see cref="WorstErrorProbability"/>.
/// </remarks>
public sealed class ProbabilityTable
{
    /// <summary>Largest error against the exact probability: 1e-5 of interpolation, 1e-5 at the cut ends, 1e-6 of the table it is made from.</summary>
    public const double WorstErrorProbability = 2.2e-5;

    private const double End = 1e-5;
    private const double Interpolation = 1e-5;
    private const int MantissaBits = 23;

    /// <summary>Makes the table.</summary>
    /// <param name="table">The table of the radar and target class, with or without CFAR.</param>
    public ProbabilityTable(DetectionTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        double low = table.FirstDb, high = table.LastDb;
        while (high - low > 1 && table.At(low + 1) - table.At(table.FirstDb) < End) low++;
        while (high - low > 1 && table.At(table.LastDb) - table.At(high - 1) < End) high--;
        for (var bits = 4; ; bits++)
        {
            Shift = MantissaBits - bits;
            var first = Index(low);
            Values = new float[Index(high) - first + 2];
            FirstBits = first << Shift;
            var worst = 0.0;
            for (var i = 0; i < Values.Length; i++)
            {
                Values[i] = (float)table.At(KnotDb(i));
                if (i == 0) continue;
                var middleDb = 10 * Math.Log10(0.5 * (Knot(i - 1) + Knot(i)));
                worst = Math.Max(worst, Math.Abs(table.At(middleDb) - (0.5 * ((double)Values[i - 1] + Values[i]))));
            }

            if (worst < Interpolation || bits == 10) break;
        }
    }

    /// <summary>Steps in which an octave (3 dB) is divided.</summary>
    public int StepsPerOctave => 1 << (MantissaBits - Shift);

    /// <summary>Number of values.</summary>
    public int Count => Values.Length;

    internal float[] Values { get; }

    /// <summary>Bits of the ratio at the first value.</summary>
    internal int FirstBits { get; }

    /// <summary>Largest bits that still lie in the last step.</summary>
    internal int LastBits => FirstBits + ((Values.Length - 1) << Shift) - 1;

    /// <summary>Bits of the ratio that lie within a step.</summary>
    internal int Shift { get; }

    private int Index(double snrDb) => BitConverter.SingleToInt32Bits((float)Math.Pow(10, snrDb / 10)) >> Shift;

    private double Knot(int i) => BitConverter.Int32BitsToSingle(FirstBits + (i << Shift));

    private double KnotDb(int i) => 10 * Math.Log10(Knot(i));
}
