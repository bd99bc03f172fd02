namespace Bulwark.Sensing.Doppler;

/// <summary>
/// Pulse-Doppler processing: a bank of filters over n pulses (weighted discrete Fourier transform), of which the one with the best signal to
/// noise and clutter counts. Immutable.
/// </summary>
/// <remarks>
/// Source: Richards, Fundamentals of Radar Signal Processing, 2nd ed. (2014), section 5.3; Skolnik, Introduction to Radar Systems, 3rd ed.
/// (2001), section 3.4. Filter k has the weights aᵢ exp(-j 2π i k/n); its signal gain is |Σ aᵢ exp(j 2π (f T - k/n) i)|², its noise gain
/// Σ aᵢ², its clutter gain ΣΣ aᵢ aₘ ρ((i-m) T) cos(2π (i-m)(f꜀ T - k/n)), all exact for a Gaussian spectrum. Weights: uniform, or Hamming
/// (side lobes 43 dB down). Echoes shift by no range cell and come from the first repetition interval.
/// </remarks>
public sealed class DopplerFilterBank : IDopplerProcessing
{
    private readonly double[] _weights;
    private readonly double[] _clutterGains;
    private readonly double _noiseGain;
    private readonly double _intervalS;
    private readonly double _wavelengthM;

    /// <summary>Makes a bank.</summary>
    /// <param name="pulses">Pulses and filters, 2 to 4096.</param>
    /// <param name="wavelengthM">Wavelength, metres, positive.</param>
    /// <param name="repetitionHz">Pulse repetition frequency, hertz, positive.</param>
    /// <param name="clutter">Spectrum of the clutter.</param>
    /// <param name="hamming">Whether the pulses are weighted by Hamming's window; otherwise all count the same.</param>
    /// <param name="limitDb">Clutter that instabilities leave in every filter, dB below that of the input pulse.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public DopplerFilterBank(int pulses, double wavelengthM, double repetitionHz, ClutterSpectrum clutter, bool hamming = true, double limitDb = 60)
    {
        if (pulses is < 2 or > 4096) throw new ArgumentOutOfRangeException(nameof(pulses), pulses, "Expected 2 to 4096 pulses.");
        if (!(wavelengthM > 0) || !double.IsFinite(wavelengthM)) throw new ArgumentOutOfRangeException(nameof(wavelengthM), wavelengthM, "The wavelength must be positive and finite.");
        if (!(repetitionHz > 0) || !double.IsFinite(repetitionHz)) throw new ArgumentOutOfRangeException(nameof(repetitionHz), repetitionHz, "The repetition frequency must be positive and finite.");
        (_wavelengthM, _intervalS, Clutter) = (wavelengthM, 1 / repetitionHz, clutter);
        _weights = new double[pulses];
        for (var i = 0; i < pulses; i++) _weights[i] = hamming ? 0.54 - (0.46 * Math.Cos(2 * Math.PI * i / (pulses - 1))) : 1;
        _noiseGain = _weights.Sum(weight => weight * weight);

        // Terms of equal delay first: their sums are the same for every filter.
        var byDelay = new double[pulses];
        for (var delay = 0; delay < pulses; delay++)
        {
            for (var i = delay; i < pulses; i++) byDelay[delay] += _weights[i] * _weights[i - delay];
            byDelay[delay] *= (delay == 0 ? 1 : 2) * clutter.CorrelationRatio(delay * _intervalS, wavelengthM);
        }

        var turns = clutter.MeanDopplerHz(wavelengthM) * _intervalS;
        var floor = _noiseGain * Math.Pow(10, -limitDb / 10);
        _clutterGains = new double[pulses];
        for (var filter = 0; filter < pulses; filter++)
        {
            var sum = 0.0;
            for (var delay = 0; delay < pulses; delay++) sum += byDelay[delay] * Math.Cos(2 * Math.PI * delay * (turns - ((double)filter / pulses)));
            _clutterGains[filter] = Math.Max(0, sum) + floor;
        }
    }

    /// <summary>Pulses, and filters.</summary>
    public int Pulses => _weights.Length;

    /// <summary>Spectrum of the clutter.</summary>
    public ClutterSpectrum Clutter { get; }

    /// <summary>Loss of the weights against uniform ones on the centre of a filter, dB, not negative.</summary>
    public double WeightingLossDb
    {
        get
        {
            var sum = _weights.Sum();
            return -10 * Math.Log10(sum * sum / (Pulses * _noiseGain));
        }
    }

    /// <inheritdoc/>
    /// <remarks>The coherent gain of the bank, n less the weighting loss, is in the result.</remarks>
    public double SignalToInterferenceRatio(double snrRatio, double clutterToNoiseRatio, double radialSpeedMPerS)
    {
        var turns = 2 * radialSpeedMPerS / _wavelengthM * _intervalS;
        var best = 0.0;
        for (var filter = 0; filter < Pulses; filter++)
            best = Math.Max(best, snrRatio * SignalGain(turns - ((double)filter / Pulses)) / (_noiseGain + (clutterToNoiseRatio * _clutterGains[filter])));
        return best;
    }

    // The recurrence turns a unit vector by the same angle from pulse to pulse.
    private double SignalGain(double turns)
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * turns);
        var (real, imaginary, x, y) = (0.0, 0.0, 1.0, 0.0);
        foreach (var weight in _weights)
        {
            real += weight * x;
            imaginary += weight * y;
            (x, y) = ((x * cosine) - (y * sine), (x * sine) + (y * cosine));
        }

        return (real * real) + (imaginary * imaginary);
    }
}
