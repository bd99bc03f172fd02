namespace Bulwark.Sensing.Doppler;

/// <summary>
/// Moving-target indication by delay-line cancellers of any order, with a constant or a staggered repetition of pulses. Immutable.
/// </summary>
/// <remarks>
/// Sources: Skolnik, Introduction to Radar Systems, 3rd ed. (2001), sections 3.2 to 3.3 and 3.7; Richards, Fundamentals of Radar Signal
/// Processing, 2nd ed. (2014), section 5.2. The output is Σ wₖ x(tₖ) with binomial weights of alternating sign over the last N + 1 pulses.
/// Everything is exact for a Gaussian spectrum of clutter: signal gain |Σ wₖ exp(j 2π f tₖ)|², noise gain Σ wₖ², clutter gain
/// ΣΣ wᵢ wₖ ρ(tᵢ - tₖ) cos(2π f꜀ (tᵢ - tₖ)); for a staggered set the means over the places in the stagger. For slow clutter the improvement
/// factor tends to 2 (PRF/2πσ)² for one canceller and 2 (PRF/2πσ)⁴ for two. What instabilities and quantisation leave is a limit.
/// </remarks>
public sealed class DelayCanceller : IDopplerProcessing
{
    private readonly double[] _weights;
    private readonly double[][] _timesS;
    private readonly double _noiseGain;
    private readonly double _clutterGain;
    private readonly double _wavelengthM;

    /// <summary>Makes a canceller.</summary>
    /// <param name="order">Number of cancellers in line: 1 for single, 2 for double; 1 to 8.</param>
    /// <param name="wavelengthM">Wavelength, metres, positive.</param>
    /// <param name="intervalsS">Intervals between pulses in turn, seconds, positive; one for a constant repetition.</param>
    /// <param name="clutter">Spectrum of the clutter.</param>
    /// <param name="limitDb">Largest improvement factor that the set's stability allows, dB.</param>
    /// <exception cref="ArgumentException">A figure is outside its range.</exception>
    public DelayCanceller(int order, double wavelengthM, IReadOnlyList<double> intervalsS, ClutterSpectrum clutter, double limitDb = 60)
    {
        ArgumentNullException.ThrowIfNull(intervalsS);
        if (order is < 1 or > 8) throw new ArgumentOutOfRangeException(nameof(order), order, "Expected 1 to 8 cancellers.");
        if (!(wavelengthM > 0) || !double.IsFinite(wavelengthM)) throw new ArgumentOutOfRangeException(nameof(wavelengthM), wavelengthM, "The wavelength must be positive and finite.");
        if (intervalsS.Count == 0 || intervalsS.Any(interval => !(interval > 0) || !double.IsFinite(interval)))
            throw new ArgumentException("Every interval between pulses must be positive and finite, and there must be one.", nameof(intervalsS));
        (Order, _wavelengthM, Clutter) = (order, wavelengthM, clutter);
        MeanIntervalS = intervalsS.Average();
        _weights = new double[order + 1];
        _weights[0] = 1;
        for (var k = 1; k <= order; k++) _weights[k] = -_weights[k - 1] * (order - k + 1) / k;
        _timesS = new double[intervalsS.Count][];
        for (var start = 0; start < _timesS.Length; start++)
        {
            _timesS[start] = new double[order + 1];
            for (var k = 1; k <= order; k++) _timesS[start][k] = _timesS[start][k - 1] + intervalsS[(start + k - 1) % intervalsS.Count];
        }

        _noiseGain = _weights.Sum(weight => weight * weight);
        var spectral = ClutterGain(clutter);
        _clutterGain = spectral + (_noiseGain * Math.Pow(10, -limitDb / 10));
    }

    /// <summary>Cancellers in line.</summary>
    public int Order { get; }

    /// <summary>Mean interval between pulses, seconds.</summary>
    public double MeanIntervalS { get; }

    /// <summary>Spectrum of the clutter.</summary>
    public ClutterSpectrum Clutter { get; }

    /// <summary>
    /// Improvement factor: signal to clutter at the output over that at the input, mean over all radial speeds; the set's limit included.
    /// </summary>
    public double ImprovementRatio => _noiseGain / _clutterGain;

    /// <summary>Gain of a signal against that of noise: 1 in the mean over all speeds, 0 at blind speeds of a constant repetition.</summary>
    /// <param name="radialSpeedMPerS">Radial speed, m/s.</param>
    public double SignalGainRatio(double radialSpeedMPerS)
    {
        var perS = 4 * Math.PI * radialSpeedMPerS / _wavelengthM;
        var sum = 0.0;
        foreach (var times in _timesS)
        {
            var (real, imaginary) = (0.0, 0.0);
            for (var k = 0; k < _weights.Length; k++)
            {
                var (sine, cosine) = Math.SinCos(perS * times[k]);
                real += _weights[k] * cosine;
                imaginary += _weights[k] * sine;
            }

            sum += (real * real) + (imaginary * imaginary);
        }

        return sum / _timesS.Length / _noiseGain;
    }

    /// <inheritdoc/>
    public double SignalToInterferenceRatio(double snrRatio, double clutterToNoiseRatio, double radialSpeedMPerS) =>
        snrRatio * SignalGainRatio(radialSpeedMPerS) / (1 + (clutterToNoiseRatio / ImprovementRatio));

    /// <summary>Smallest radial speed from which on the signal gain first reaches a value, m/s; not a number when it never does below the first blind speed.</summary>
    /// <param name="signalGainRatio">Gain asked for, positive; 0.5 for 3 dB below the mean.</param>
    public double MinimumDetectableMPerS(double signalGainRatio = 0.5)
    {
        var blind = 0.5 * _wavelengthM / MeanIntervalS;
        const int Steps = 4000;
        for (var step = 1; step <= Steps; step++)
        {
            if (SignalGainRatio(blind * step / Steps) < signalGainRatio) continue;
            double low = blind * (step - 1) / Steps, high = blind * step / Steps;
            for (var halving = 0; halving < 50; halving++)
            {
                var middle = 0.5 * (low + high);
                if (SignalGainRatio(middle) < signalGainRatio) low = middle;
                else high = middle;
            }

            return 0.5 * (low + high);
        }

        return double.NaN;
    }

    private double ClutterGain(ClutterSpectrum clutter)
    {
        // The weights cancel to many digits for slow clutter: 1 - ρ is summed instead of ρ, which changes nothing as the weights sum to zero.
        var perS = 4 * Math.PI * clutter.MeanSpeedMPerS / _wavelengthM;
        var sum = 0.0;
        foreach (var times in _timesS)
        {
            for (var i = 0; i < _weights.Length; i++)
            {
                for (var k = 0; k < _weights.Length; k++)
                {
                    var delayS = times[i] - times[k];
                    sum -= _weights[i] * _weights[k] * (1 - (clutter.CorrelationRatio(delayS, _wavelengthM) * Math.Cos(perS * delayS)));
                }
            }
        }

        return Math.Max(0, sum / _timesS.Length);
    }
}
