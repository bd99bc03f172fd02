using System.Globalization;
using Bulwark.Core.Numerics;
using Bulwark.Simulation;
using Bulwark.Simulation.Recording;
using Bulwark.Studies.PlotQuality;

namespace Bulwark.Studies.Verification.Experiments;

/// <summary>Plots of a simulated radar, set from a recording's figures, measured in the way in which the recording was.</summary>
internal sealed class RecordedRadarExperiment : IExperiment
{
    /// <inheritdoc />
    public string Name => "experiment-recorded-radar";

    /// <inheritdoc />
    public string Area => "Monte Carlo";

    /// <inheritdoc />
    public string Model => "plots of the catalogue radar valencia-ssr";

    /// <inheritdoc />
    public string Source => "a recording of the radar, measured with the same yardstick";

    /// <inheritdoc />
    public string Rule =>
        $"A run of {RecordedRadarTraffic.Aircraft} airliners on straight and turning legs within 150 NM; each line gives the recording's figure and then the run's. Scatter is that of the middle of nine scans about the quadratic through the other eight, beyond 20 NM: 1.4826 times the median deviation, and the 95 % point. "
        + "Period within one part in ten thousand (the recording's times have steps of 1/128 s), share of scans with a plot within 0.005 (four binomial deviations of the run are 0.003), scatter within a tenth (a radar set's figures do not stand to more: those of the recording differ by that much from one range to the next), steps exact to rounding.";

    /// <summary>What the recording gives.</summary>
    public static PlotFigures Recorded { get; } = ReadRecorded();

    /// <summary>Measures the simulated radar.</summary>
    /// <param name="cancellation">When to stop.</param>
    public static PlotFigures Simulate(CancellationToken cancellation)
    {
        var result = Simulator.Run(RecordedRadarTraffic.Scenario(), new RunOptions { Threads = 1 }, cancellation);
        var plots = new List<PlotSample>();
        foreach (var plot in result.Recorder.Events<PlotMade>()) plots.Add(new PlotSample(plot.Time.TotalS, plot.Happened.Target, plot.Happened.RangeM, plot.Happened.AzimuthRad));
        return PlotMeter.Measure(plots);
    }

    /// <inheritdoc />
    public void Run(Findings findings, ExperimentInput input, CancellationToken cancellation)
    {
        var run = Simulate(cancellation);
        Compare(findings, "period", "s", "F4", run.PeriodS, Recorded.PeriodS, Tolerance.Relative(1e-4));
        Compare(findings, "received", "", "F4", run.ReceivedShare, Recorded.ReceivedShare, Tolerance.Absolute(0.005));
        Compare(findings, "range spread", "m", "F2", run.RangeSigmaM, Recorded.RangeSigmaM, Tolerance.Relative(0.1));
        Compare(findings, "range 95 %", "m", "F2", run.Range95M, Recorded.Range95M, Tolerance.Relative(0.1));
        Compare(findings, "azimuth spread", "deg", "F4", Deg(run.AzimuthSigmaRad), Deg(Recorded.AzimuthSigmaRad), Tolerance.Relative(0.1));
        Compare(findings, "azimuth 95 %", "deg", "F4", Deg(run.Azimuth95Rad), Deg(Recorded.Azimuth95Rad), Tolerance.Relative(0.1));
        Compare(findings, "range step", "m", "F3", run.RangeStepM, Recorded.RangeStepM, Tolerance.Relative(1e-6));
        Compare(findings, "azimuth step", "deg", "F5", Deg(run.AzimuthStepRad), Deg(Recorded.AzimuthStepRad), Tolerance.Relative(1e-6));
    }

    private static double Deg(double angleRad) => double.RadiansToDegrees(angleRad);

    private static void Compare(Findings findings, string quantity, string unit, string format, double run, double recorded, Tolerance tolerance)
    {
        string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        findings.Begin($"recorded {Text(recorded)}, simulated {Text(run)}");
        findings.Check($"{quantity} {Text(recorded)} / {Text(run)}", unit, run, recorded, tolerance);
    }

    private static PlotFigures ReadRecorded()
    {
        var figures = EmbeddedTable.Read(typeof(RecordedRadarExperiment).Assembly, "recorded-radar.csv")[0];
        return new PlotFigures
        {
            Plots = 0,
            Groups = 0,
            Windows = 0,
            PeriodS = figures[0],
            ReceivedShare = figures[1],
            RangeSigmaM = figures[2],
            Range95M = figures[3],
            AzimuthSigmaRad = double.DegreesToRadians(figures[4]),
            Azimuth95Rad = double.DegreesToRadians(figures[5]),
            RangeStepM = figures[6],
            AzimuthStepRad = double.DegreesToRadians(figures[7]),
        };
    }
}
