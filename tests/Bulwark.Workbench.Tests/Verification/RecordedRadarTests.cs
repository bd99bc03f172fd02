using Bulwark.Formats.Asterix;
using Bulwark.Studies.PlotQuality;
using Bulwark.Studies.Verification.Experiments;
using Bulwark.Workbench.Tests.Formats;

namespace Bulwark.Workbench.Tests.Verification;

public class RecordedRadarTests
{
    private const int FixedTransponders = 0xFFF;

    /// <summary>
    /// The figures stated beside the recording were measured by others, who do not say how the nine scans were used; leaving the middle
    /// one out of the quadratic, as here, or leaving it in and scaling moves a spread by up to a seventh, hence 15 %. They give the
    /// period as the median of times in steps of 1/128 s, and count scans with it.
    /// </summary>
    [Fact]
    public void The_recording_measures_what_is_stated_beside_it()
    {
        var (figures, northS) = Recording();
        Assert.Equal(136, figures.Groups);
        Assert.Equal(4.008, figures.PeriodS, 0.001);
        Assert.Equal(northS, figures.PeriodS, 0.0002);
        Assert.Equal(0.987, figures.ReceivedShare, 0.004);
        Assert.Equal(6.3, figures.RangeSigmaM, 0.15 * 6.3);
        Assert.Equal(11.5, figures.Range95M, 0.15 * 11.5);
        Assert.Equal(0.023, double.RadiansToDegrees(figures.AzimuthSigmaRad), 0.15 * 0.023);
        Assert.Equal(0.056, double.RadiansToDegrees(figures.Azimuth95Rad), 0.15 * 0.056);
        Assert.Equal(1852.0 / 128, figures.RangeStepM, 1e-6);
        Assert.Equal(360.0 / 65536, double.RadiansToDegrees(figures.AzimuthStepRad), 1e-9);
    }

    [Fact]
    public void The_figures_that_verify_uses_are_the_recordings()
    {
        var (figures, _) = Recording();
        var used = RecordedRadarExperiment.Recorded;
        Assert.Equal(figures.PeriodS, used.PeriodS, 0.00005);
        Assert.Equal(figures.ReceivedShare, used.ReceivedShare, 0.00005);
        Assert.Equal(figures.RangeSigmaM, used.RangeSigmaM, 0.005);
        Assert.Equal(figures.Range95M, used.Range95M, 0.005);
        Assert.Equal(double.RadiansToDegrees(figures.AzimuthSigmaRad), double.RadiansToDegrees(used.AzimuthSigmaRad), 0.00005);
        Assert.Equal(double.RadiansToDegrees(figures.Azimuth95Rad), double.RadiansToDegrees(used.Azimuth95Rad), 0.00005);
        Assert.Equal(figures.RangeStepM, used.RangeStepM, 1e-6);
        Assert.Equal(figures.AzimuthStepRad, used.AzimuthStepRad, 1e-11);
    }

    [Fact]
    public void A_simulated_radar_measures_what_it_was_set_to()
    {
        var figures = RecordedRadarExperiment.Simulate(TestContext.Current.CancellationToken);
        Assert.True(figures.Groups >= RecordedRadarTraffic.Aircraft);
    }

    private static (PlotFigures Figures, double NorthS) Recording()
    {
        using var reader = AsterixReader.Open(Recordings.Path("valencia_evening.gps.gz"));
        var source = new PlotSource(reader);
        var plots = new List<PlotSample>();
        while (source.Read())
        {
            if (source.Kind != RadarEventKind.Plot) continue;
            var code = source.Report.Mode3A ?? -1;
            plots.Add(new PlotSample(source.Report.TimeS, code == FixedTransponders ? -1 : code, source.Report.RangeM, source.Report.AzimuthRad));
        }

        return (PlotMeter.Measure(plots), AntennaPeriod.Estimate(source.NorthMarkTimesOf(new SensorKey(20, 130)))!.Value.PeriodS);
    }
}
