using Bulwark.Formats.Asterix;
using Bulwark.Formats.Asterix.Containers;

namespace Bulwark.Workbench.Tests.Formats;

/// <summary>Plots, north marks and their complete times.</summary>
public sealed class PlotSourceTests
{
    private static AsterixReader Open(byte[] recording) => AsterixReader.Open(new MemoryStream(recording), "test");

    private static List<double> Times(byte[] recording)
    {
        using var reader = Open(recording);
        var source = new PlotSource(reader);
        var times = new List<double>();
        while (source.Read()) times.Add(source.Kind == RadarEventKind.Plot ? source.Report.TimeS : source.NorthMark.TimeS);
        return times;
    }

    [Fact]
    public void The_evening_recording_holds_its_plots_north_marks_and_antenna_period()
    {
        using var reader = AsterixReader.Open(Recordings.Path("valencia_evening.gps.gz"));
        var source = new PlotSource(reader);
        double earliestS = double.MaxValue, latestS = double.MinValue;
        while (source.Read())
        {
            if (source.Kind != RadarEventKind.Plot) continue;
            var delayS = source.Report.ReceivedTimeS!.Value - source.Report.TimeS;
            earliestS = Math.Min(earliestS, delayS);
            latestS = Math.Max(latestS, delayS);
        }

        Assert.Equal((ContainerKind.Gps, true), (reader.Container, reader.IsCompressed));
        Assert.Equal((30651, 716), (source.Plots, source.NorthMarks));
        Assert.Equal((0, 0), (source.ReportsWithoutTime, source.ReportsWithoutMeasurement));

        // The recording's notes state 0.055 to 0.164 s between detection and reception; the clock steps are 1/128 s.
        Assert.InRange(earliestS, 0.05, 0.06);
        Assert.InRange(latestS, 0.16, 0.17);
        var radar = Assert.Single(source.SensorsWithNorthMarks);
        Assert.Equal(new SensorKey(20, 130), radar);
        var period = AntennaPeriod.Estimate(source.NorthMarkTimesOf(radar))!.Value;

        // The notes' 4.008 s is the usual interval, 513 steps of the clock; one interval in eight has 514, so the period is longer.
        Assert.Equal(4.008, period.MedianIntervalS, 3);
        Assert.Equal(4.00881, period.PeriodS, 5);
        Assert.Equal((716, 0), (period.Marks, period.MissingMarks));
        Assert.InRange(period.ResidualS, 0, 0.02);
    }

    [Fact]
    public void Without_receive_times_the_north_marks_complete_the_times_the_same_way()
    {
        var withS = new List<(double TimeS, bool Plot)>();
        var raw = new MemoryStream();
        using (var reader = AsterixReader.Open(Recordings.Path("valencia_evening.gps.gz")))
        {
            var source = new PlotSource(reader);
            while (source.Read())
            {
                withS.Add((source.Kind == RadarEventKind.Plot ? source.Report.TimeS : source.NorthMark.TimeS, source.Kind == RadarEventKind.Plot));
                raw.Write(AsterixBlocks.Block(reader.Current.Category, reader.Current.Octets.ToArray()));
            }
        }

        using var rawReader = Open(raw.ToArray());
        var rawSource = new PlotSource(rawReader);
        var early = withS.TakeWhile(found => found.Plot).Count();
        foreach (var (timeS, plot) in withS.Skip(early))
        {
            Assert.True(rawSource.Read());
            Assert.Equal(timeS, plot ? rawSource.Report.TimeS : rawSource.NorthMark.TimeS);
        }

        Assert.Equal(ContainerKind.Raw, rawReader.Container);
        Assert.Equal(early, rawSource.ReportsWithoutTime);
        Assert.False(rawSource.Read());
    }

    /// <summary>A day is 168.75 times 512 s, so around midnight the truncated time jumps; seconds keep growing.</summary>
    [Fact]
    public void Times_keep_growing_over_midnight()
    {
        double[] timesS = [86395, 86398.5, 86399.25, 86400.25, 86403, 86404, 86404.5, 86530, 86540, 86550, 86700, 86790];
        byte[] AsBlock(int index, double timeS) =>
            index % 3 == 0 ? AsterixBlocks.NorthMark(timeS % 86400) : AsterixBlocks.Plot(timeS % 86400);

        Assert.Equal(timesS, Times([.. timesS.SelectMany((timeS, index) => AsBlock(index, timeS))]));
        Assert.Equal(timesS, Times(AsterixBlocks.Gps([.. timesS.Select((timeS, index) => (AsBlock(index, timeS), (timeS + 0.0625) % 86400))])));

        // Measured before midnight, received after it.
        Assert.Equal([-0.5], Times(AsterixBlocks.Gps((AsterixBlocks.Plot(86399.5), 0.125))));
    }

    [Fact]
    public void A_mode_s_report_carries_everything_over_in_si_units()
    {
        using var reader = Open(AsterixBlocks.Bytes(AsterixBlocks.Plot048));
        var source = new PlotSource(reader);
        Assert.True(source.Read());
        var report = source.Report;
        Assert.Equal((33499.8359375, 73.921875 * 1852), (report.TimeS, report.RangeM));
        Assert.Equal(double.DegreesToRadians(89.67041015625), report.AzimuthRad, 12);
        Assert.Equal(11277.6, report.HeightM!.Value, 9);
        Assert.Equal((RadarDetection.Secondary, 0xAB4CBD, "RYR5XW", 919), (report.Detection, report.Address, report.Callsign, report.TrackNumber));
        Assert.True(report.IsMode3AReliable && report.IsHeightReliable && !report.IsNoAircraft);
        var plot = report.ToPlot(3, 33000, RadarAccuracy.SecondaryRadar, 12);
        Assert.Equal((499.8359375, 3, 12L, Convert.ToInt32("470", 8), true), (plot.Time.TotalS, plot.Sensor, plot.Id, plot.Code, plot.Replied));
        Assert.Equal((report.RangeM, report.AzimuthRad, report.HeightM!.Value), (plot.RangeM, plot.AzimuthRad, plot.HeightM));
        var doubtful = (report with { IsMode3AReliable = false, IsHeightReliable = false }).ToPlot(0, 0, RadarAccuracy.SecondaryRadar, 0);
        Assert.Equal((-1, double.NaN), (doubtful.Code, doubtful.HeightM));
        Assert.False(source.Read());
    }

    [Fact]
    public void The_mode_s_radar_states_the_period_its_north_marks_show()
    {
        using var reader = AsterixReader.Open(Recordings.Path("alcolea_modes.gps"));
        var source = new PlotSource(reader);
        double statedS = 0;
        while (source.Read()) statedS = reader.Current.RotationPeriodS ?? statedS;
        Assert.Equal((1830, 951), (source.Plots, source.NorthMarks));
        var period = AntennaPeriod.Estimate(source.NorthMarkTimesOf(new SensorKey(20, 4)))!.Value;

        // The stated value has steps of 1/128 s.
        Assert.Equal(statedS, period.PeriodS, 1.0 / 128);
    }

    [Theory]
    [InlineData(new double[0], null, 0, 0)]
    [InlineData(new[] { 5.0 }, null, 0, 0)]
    [InlineData(new[] { 5.0, 5.0 }, null, 0, 0)]
    [InlineData(new[] { 0.0, 4, 4, 8, 20, 24 }, 4.0, 5, 2)]
    public void Missing_and_repeated_north_marks_do_not_bend_the_period(double[] timesS, double? periodS, int marks, int missing)
    {
        var period = AntennaPeriod.Estimate(timesS);
        Assert.Equal(periodS, period?.PeriodS);
        if (period is { } found) Assert.Equal((marks, missing), (found.Marks, found.MissingMarks));
    }

    [Fact]
    public void Two_feeds_of_the_same_radars_become_one()
    {
        using var reader = AsterixReader.Open(Recordings.Path("croatia_034_048.pcap"), new AsterixReaderOptions { DropDuplicatesWithinS = 1 });
        var kept = new HashSet<string>();
        while (reader.Read()) Assert.True(kept.Add(reader.Current.Category + Convert.ToHexString(reader.Current.Octets)));
        Assert.Equal((81, 162, 81), (kept.Count, reader.Statistics.Records, reader.Statistics.DuplicateRecords));
    }

    [Fact]
    public void A_repetition_outside_the_window_is_kept()
    {
        var plot = AsterixBlocks.Plot(100);
        var recording = AsterixBlocks.Gps((plot, 100), (plot, 100.5), (plot, 103), (plot, 103.25));
        using var reader = AsterixReader.Open(new MemoryStream(recording), "test", new AsterixReaderOptions { DropDuplicatesWithinS = 1 });
        var kept = new List<double?>();
        while (reader.Read()) kept.Add(reader.Current.ReceiveTimeS);
        Assert.Equal([100, 103], kept);
    }
}
