using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Sensing.Detection;
using Bulwark.Sensing.Radars;

namespace Bulwark.Models.Tests.Sensing;

public class RadarModelTests
{
    private static readonly GeodeticPoint Ground = GeodeticPoint.FromDegrees(39, 33, 900);

    [Theory]
    [InlineData(SwerlingCase.Steady, 1, 0.9)]
    [InlineData(SwerlingCase.Case1, 10, 0.8)]
    [InlineData(SwerlingCase.Case4, 24, 0.5)]
    public void ThePublishedStatementIsReproduced(SwerlingCase fluctuation, int pulses, double pd)
    {
        var model = new RadarModel(Sample() with { Fluctuation = fluctuation, IntegratedPulses = pulses, ReferencePdProbability = pd });
        Assert.Equal(pd, model.DetectionProbability(model.SnrRatio(300_000, 4)), 2e-6);
        Assert.Equal(300_000, model.DetectionRangeM(4, pd), 0.01);
        // Fourth-root law: a sixteenth of the cross-section is seen at half the range.
        Assert.Equal(150_000, model.DetectionRangeM(0.25, pd), 0.01);
    }

    [Fact]
    public void EveryReasonNotToSeeIsReported()
    {
        var model = new RadarModel(Sample() with { SectorWidthRad = 2, MinimumElevationRad = 0.005 });
        var site = new RadarSite(Ground, 12, 0.1);
        EcefVector At(double rangeM, double azimuthRad, double elevationRad) => site.Locate(new SphericalMeasurement(rangeM, azimuthRad, elevationRad));
        Assert.Equal(Visibility.Visible, model.Check(site, At(50_000, 0.1, 0.1)));
        Assert.Equal(Visibility.Visible, model.Check(site, At(50_000, (2 * Math.PI) - 0.8, 0.1)));
        Assert.Equal(Visibility.OutsideSector, model.Check(site, At(50_000, 1.2, 0.1)));
        Assert.Equal(Visibility.TooClose, model.Check(site, At(1_000, 0.1, 0.1)));
        Assert.Equal(Visibility.OutOfRange, model.Check(site, At(410_000, 0.1, 0.1)));
        Assert.Equal(Visibility.AboveBeam, model.Check(site, At(50_000, 0.1, 1.2)));
        Assert.Equal(Visibility.BelowBeam, model.Check(site, At(50_000, 0.1, 0.002)));
        Assert.Equal(Visibility.BelowHorizon, model.Check(site, At(300_000, 0.1, -0.03)));
    }

    [Fact]
    public void MeasurementErrorsMatchTheTable()
    {
        foreach (var row in ReferenceCsv.Read("radar_measurement_accuracy.csv"))
        {
            var snr = Math.Pow(10, row.Number("snr_dB") / 10);
            var value = row["quantity"] switch
            {
                "range_sigma_m" when row["description"].StartsWith("flat", StringComparison.Ordinal) => MeasurementErrors.FlatSpectrumBoundM(row.Number("in1"), snr),
                "range_sigma_m_resolution_form" => MeasurementErrors.RangeSigmaM(row.Number("in1"), snr),
                "angle_sigma_deg" => MeasurementErrors.UniformApertureBoundRad(row.Number("in1"), snr),
                "angle_sigma_deg_monopulse_km1.6" => MeasurementErrors.AngleSigmaRad(row.Number("in1"), snr),
                _ => double.NaN,
            };
            // Doppler is not measured. Angles go through in degrees: the forms are linear. Printed digits limit the comparison.
            if (double.IsNaN(value)) continue;
            Assert.True(Math.Abs((value / row.Number("reference_value")) - 1) < 1e-5, $"{row["case_id"]}: {value}");
        }
    }

    [Fact]
    public void NoiseHasTheStatedSpreadAndNoBias()
    {
        var model = new RadarModel(Sample());
        var view = new RadarView(100_000, 0.001, 0.05, true);
        var random = new RandomStream(7, 0, 0, RandomPurpose.MeasurementNoise);
        double range = 0, range2 = 0, azimuth = 0, azimuth2 = 0, elevation2 = 0;
        const int Count = 40_000;
        RadarMeasurement last = default;
        for (var i = 0; i < Count; i++)
        {
            last = model.Measure(view, 100, ref random);
            Assert.InRange(last.AzimuthRad, 0, 2 * Math.PI);
            var dr = (last.RangeM - view.RangeM) / last.RangeSigmaM;
            var da = Math.IEEERemainder(last.AzimuthRad - view.AzimuthRad, 2 * Math.PI) / last.AzimuthSigmaRad;
            var de = (last.ElevationRad - view.ElevationRad) / last.ElevationSigmaRad;
            range += dr;
            range2 += dr * dr;
            azimuth += da;
            azimuth2 += da * da;
            elevation2 += de * de;
        }

        // Four standard errors of mean (1/√n) and mean square (√(2/n)).
        Assert.Equal(0, range / Count, 0.02);
        Assert.Equal(0, azimuth / Count, 0.02);
        Assert.Equal(1, range2 / Count, 0.029);
        Assert.Equal(1, azimuth2 / Count, 0.029);
        Assert.Equal(1, elevation2 / Count, 0.029);
        Assert.Equal(MeasurementErrors.RangeSigmaM(150, 1000, 20), last.RangeSigmaM, 1e-12);
    }

    [Fact]
    public void ASetWithoutElevationReportsNone()
    {
        var model = new RadarModel(Sample() with { MeasuresElevation = false });
        var random = new RandomStream(1, 0, 0, RandomPurpose.MeasurementNoise);
        var plot = model.Measure(new RadarView(50_000, 1, 0.02, true), 20, ref random);
        Assert.True(double.IsNaN(plot.ElevationRad) && double.IsNaN(plot.ElevationSigmaRad));
    }

    [Fact]
    public void FalseAlarmsArePoissonAndUniform()
    {
        var model = new RadarModel(Sample());
        var random = new RandomStream(3, 0, 0, RandomPurpose.FalseAlarms);
        const double Width = Math.PI / 8;
        var mean = model.ExpectedFalseAlarms(Width);
        // Cells: 398 km / 150 m x 61 degrees / 2 degrees x 22.5 degrees / 1.5 degrees x 1e-6.
        Assert.Equal(398_000 / 150.0 * 30.5 * 15 * 1e-6, mean, 1e-9);
        const int Looks = 20_000;
        double sum = 0, squares = 0, range = 0, azimuth = 0;
        for (var look = 0; look < Looks; look++)
        {
            var count = model.DrawFalseAlarmCount(Width, ref random);
            sum += count;
            squares += count * count;
            for (var i = 0; i < count; i++)
            {
                var plot = model.DrawFalseAlarm(6.2, Width, ref random);
                range += plot.RangeM;
                azimuth += Math.IEEERemainder(plot.AzimuthRad - 6.2 - (Width / 2), 2 * Math.PI);
                Assert.InRange(plot.AzimuthRad, 0, 2 * Math.PI);
            }
        }

        var observed = sum / Looks;
        Assert.Equal(mean, observed, 4 * Math.Sqrt(mean / Looks));
        // A Poisson variance equals its mean; the variance of the estimate is near (2 mean² + mean)/n.
        Assert.Equal(mean, (squares / Looks) - (observed * observed), 4 * Math.Sqrt(((2 * mean * mean) + mean) / Looks));
        Assert.Equal(201_000, range / sum, 4 * 398_000 / Math.Sqrt(12 * sum));
        Assert.Equal(0, azimuth / sum, 4 * Width / Math.Sqrt(12 * sum));
    }

    [Fact]
    public void MeaninglessParametersAreNamed()
    {
        var error = Assert.Throws<ArgumentException>(() => new RadarModel(Sample() with { AzimuthBeamwidthRad = 0 }));
        Assert.Contains("AzimuthBeamwidthRad is 0; expected a positive number", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new RadarModel(Sample() with { ReferencePdProbability = 1 }));
        Assert.Throws<ArgumentException>(() => new RadarModel(Sample() with { InstrumentedRangeM = double.NaN }));
        Assert.Throws<ArgumentException>(() => new RadarModel(Sample() with { MaximumElevationRad = -0.5 }));
    }

    private static RadarParameters Sample() => new()
    {
        Name = "sample",
        ReferenceRangeM = 300_000,
        ReferenceRcsM2 = 4,
        ReferencePdProbability = 0.8,
        FalseAlarmProbability = 1e-6,
        IntegratedPulses = 10,
        MinimumRangeM = 2_000,
        InstrumentedRangeM = 400_000,
        AntennaHeightM = 12,
        AzimuthBeamwidthRad = double.DegreesToRadians(1.5),
        ElevationBeamwidthRad = double.DegreesToRadians(2),
        RangeResolutionM = 150,
        RangeFloorM = 20,
        AngleFloorRad = 0.001,
    };
}
