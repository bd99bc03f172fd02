using Bulwark.Core.Randomness;
using Bulwark.Sensing.Doppler;

namespace Bulwark.Models.Tests.Sensing;

public class DopplerTests
{
    private const double Wavelength = 0.1;
    private const double Repetition = 1000;
    private static readonly double[] Constant = [1 / Repetition];

    [Fact]
    public void CancellersHaveTheTextbookResponseAndBlindSpeeds()
    {
        var single = new DelayCanceller(1, Wavelength, Constant, new ClutterSpectrum(0.2));
        var twice = new DelayCanceller(2, Wavelength, Constant, new ClutterSpectrum(0.2));
        foreach (var speed in new[] { 3.0, 12.5, 25, 47, 61 })
        {
            // 4 sin² over a noise gain of 2, 16 sin⁴ over 6 (Skolnik, 3.2).
            var sine = Math.Sin(Math.PI * 2 * speed / Wavelength / Repetition);
            Assert.Equal(2 * sine * sine, single.SignalGainRatio(speed), 1e-9);
            Assert.Equal(16 * Math.Pow(sine, 4) / 6, twice.SignalGainRatio(speed), 1e-9);
        }

        var blind = DopplerShift.BlindSpeedMPerS(Repetition, 299_792_458 / Wavelength);
        Assert.Equal(50, blind, 1e-9);
        Assert.Equal(0, single.SignalGainRatio(blind), 1e-12);
        Assert.Equal(0, twice.SignalGainRatio(DopplerShift.BlindSpeedMPerS(Repetition, 299_792_458 / Wavelength, 3)), 1e-12);
        Assert.Equal(single.MinimumDetectableMPerS(0.5), 50 * Math.Asin(0.5) / Math.PI, 1e-9);
    }

    [Fact]
    public void ImprovementFactorsTendToTheTextbookLimits()
    {
        // 2 (PRF/2πσ)² and 2 (PRF/2πσ)⁴ with σ = 2 σv/λ (Skolnik, 3.7), within the first neglected term.
        const double Sigma = 0.25;
        var ratio = Repetition / (2 * Math.PI * 2 * Sigma / Wavelength);
        var single = new DelayCanceller(1, Wavelength, Constant, new ClutterSpectrum(Sigma), 200);
        var twice = new DelayCanceller(2, Wavelength, Constant, new ClutterSpectrum(Sigma), 200);
        Assert.Equal(1, single.ImprovementRatio / (2 * ratio * ratio), 2 / (ratio * ratio));
        Assert.Equal(1, twice.ImprovementRatio / (2 * Math.Pow(ratio, 4)), 4 / (ratio * ratio));

        // A limit of 40 dB leaves no more; moving clutter is cancelled worse.
        Assert.Equal(40, 10 * Math.Log10(new DelayCanceller(2, Wavelength, Constant, new ClutterSpectrum(0.01), 40).ImprovementRatio), 0.01);
        Assert.True(new DelayCanceller(2, Wavelength, Constant, new ClutterSpectrum(Sigma, 10), 200).ImprovementRatio < 0.01 * twice.ImprovementRatio);
    }

    [Fact]
    public void ScanningLimitsTheImprovementAsInTheBook()
    {
        // n²/1.39 and n⁴/3.84 for n pulses in the beamwidth (Skolnik, 3.7); his constants are rounded.
        var scanned = new ClutterSpectrum(0).Scanned(40, Repetition, Wavelength);
        Assert.Equal(1, new DelayCanceller(1, Wavelength, Constant, scanned, 200).ImprovementRatio / (40 * 40 / 1.39), 0.01);
        Assert.Equal(1, new DelayCanceller(2, Wavelength, Constant, scanned, 200).ImprovementRatio / (Math.Pow(40, 4) / 3.84), 0.02);
    }

    [Fact]
    public void StaggeringFillsBlindSpeedsAndKeepsTheMean()
    {
        var staggered = new DelayCanceller(2, Wavelength, [25e-3 / 25, 30e-3 / 25, 27e-3 / 25, 31e-3 / 25], new ClutterSpectrum(0.2));
        var blind = 0.5 * Wavelength / staggered.MeanIntervalS;
        Assert.True(staggered.SignalGainRatio(blind) > 0.1);
        var sum = 0.0;
        for (var i = 0; i < 100_000; i++) sum += staggered.SignalGainRatio(i * 0.1);
        Assert.Equal(1, sum / 100_000, 0.01);
    }

    [Fact]
    public void SimulatedClutterIsCancelledAsComputed()
    {
        // Clutter of many scatterers with Gaussian speeds; 3000 runs of three pulses. The spread of the mean of an exponential is 1.8 %.
        const double Sigma = 1.5;
        var canceller = new DelayCanceller(2, Wavelength, Constant, new ClutterSpectrum(Sigma), 200);
        var random = new RandomStream(4, 0, 0, RandomPurpose.General);
        var (before, after) = (0.0, 0.0);
        var (real, imaginary) = (new double[3], new double[3]);
        for (var run = 0; run < 3000; run++)
        {
            Array.Clear(real);
            Array.Clear(imaginary);
            for (var scatterer = 0; scatterer < 30; scatterer++)
            {
                var speed = Sigma * Math.Sqrt(-2 * Math.Log(random.NextUnit())) * Math.Cos(2 * Math.PI * random.NextUnit());
                var phase = 2 * Math.PI * random.NextUnit();
                for (var pulse = 0; pulse < 3; pulse++)
                {
                    var (sine, cosine) = Math.SinCos(phase + (4 * Math.PI * speed / Wavelength * pulse / Repetition));
                    real[pulse] += cosine;
                    imaginary[pulse] += sine;
                }
            }

            before += (real[0] * real[0]) + (imaginary[0] * imaginary[0]);
            var (x, y) = (real[0] - (2 * real[1]) + real[2], imaginary[0] - (2 * imaginary[1]) + imaginary[2]);
            after += (x * x) + (y * y);
        }

        // The noise gain is 6. Few fast scatterers carry the output: five standard deviations of it are 20 %.
        Assert.Equal(1, 6 * before / after / canceller.ImprovementRatio, 0.2);
    }

    [Fact]
    public void FilterBanksGainCoherentlyAndSeeBetweenTheClutter()
    {
        var calm = new ClutterSpectrum(0.1);
        var uniform = new DopplerFilterBank(32, Wavelength, 4000, calm, hamming: false);
        var hamming = new DopplerFilterBank(32, Wavelength, 4000, calm);
        Assert.Equal(0, uniform.WeightingLossDb, 1e-9);
        Assert.Equal(1.34, hamming.WeightingLossDb, 0.15); // printed for many pulses (Harris, Proceedings of the IEEE 66 (1978) 51-83)

        // In noise alone, on the centre of filter 8: speed λ PRF k/(2 n).
        var speed = 0.5 * Wavelength * 4000 * 8 / 32;
        Assert.Equal(32, uniform.SignalToInterferenceRatio(1, 0, speed), 1e-6);
        Assert.Equal(32, hamming.SignalToInterferenceRatio(1, 0, speed) * Math.Pow(10, hamming.WeightingLossDb / 10), 1e-6);

        // In clutter 40 dB over the noise: next to nothing at no speed, nearly all beyond, nothing again at the blind speed.
        Assert.True(hamming.SignalToInterferenceRatio(10, 1e4, 0) < 0.01);
        Assert.True(hamming.SignalToInterferenceRatio(10, 1e4, speed) > 100);
        Assert.Equal(hamming.SignalToInterferenceRatio(10, 1e4, 0), hamming.SignalToInterferenceRatio(10, 1e4, 200), 1e-6);
    }

    [Fact]
    public void ArgumentsOutsideTheirRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DelayCanceller(0, Wavelength, Constant, default));
        Assert.Throws<ArgumentException>(() => new DelayCanceller(1, Wavelength, [0], default));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DopplerFilterBank(1, Wavelength, 1000, default));
    }
}
