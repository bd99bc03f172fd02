using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Plots;

namespace Bulwark.Simulation.Stages;

/// <summary>
/// Turns echoes into plots: echoes of one resolution cell become one plot, at the power-weighted mean of their places, with the noise of
/// the strongest. As in a real extractor a plot is ready once the beam has left its target, so a sector's last echoes wait for the next.
/// </summary>
internal sealed class PlotExtractor
{
    private const uint BlocksPerNoise = 2;

    // False alarms have any range rate that aircraft have.
    private const double LargestRateMPerS = 1200;

    private readonly List<(SimTime Time, Plot Plot, double SnrDb)> _plots = [];
    private readonly List<Echo> _waiting = [];

    /// <summary>Adds a plot that is no echo: a false alarm.</summary>
    /// <param name="plan">The radar.</param>
    /// <param name="measured">Where.</param>
    /// <param name="time">When.</param>
    /// <param name="rates">Draws its range rate, when the set measures one.</param>
    public void AddFalseAlarm(PlannedNode plan, in RadarMeasurement measured, SimTime time, ref RandomStream rates)
    {
        var rate = plan.Radar.Parameters.RangeRateSigmaMPerS > 0 ? rates.Uniform(-LargestRateMPerS, LargestRateMPerS) : double.NaN;
        _plots.Add((time, PlotOf(plan, in measured, rate, time, PlotTag.Of(-1), replied: false), double.NaN));
    }

    /// <summary>Makes the plots of all echoes up to a time and hands them, with the false alarms, to the tracker.</summary>
    /// <param name="plan">The radar.</param>
    /// <param name="node">Its state; echoes later than the time stay in it.</param>
    /// <param name="random">The run's streams.</param>
    /// <param name="ready">Echoes up to this time have all their neighbours.</param>
    /// <param name="output">Receives the record.</param>
    public void Extract(PlannedNode plan, NodeState node, RandomNames random, SimTime ready, StageOutput output)
    {
        node.Echoes.Sort(static (left, right) => (left.Time, left.Target).CompareTo((right.Time, right.Target)));
        _waiting.Clear();
        for (var first = 0; first < node.Echoes.Count; first++)
        {
            if (node.Echoes[first].Target < 0) continue;
            if (node.Echoes[first].Time > ready)
            {
                _waiting.Add(node.Echoes[first]);
                continue;
            }

            AddPlot(plan, Merged(plan.Radar.Parameters, node, first), random);
        }

        node.Echoes.Clear();
        node.Echoes.AddRange(_waiting);
        _plots.Sort(static (left, right) => (left.Time, left.Plot.Id).CompareTo((right.Time, right.Plot.Id)));
        foreach (var (time, plot, snrDb) in _plots)
        {
            node.Plots.Add(plot);
            output.Record(time, new PlotMade(plan.Index, TruthTag.Unsaid, plot.RangeM, plot.AzimuthRad, plot.ElevationRad, snrDb), TruthTag.OfPlot(plot.Id));
        }

        _plots.Clear();
    }

    // The echoes of the cell round the first one; those taken are marked by a target of -1.
    private static Echo Merged(RadarParameters radar, NodeState node, int first)
    {
        var origin = node.Echoes[first];
        var originView = origin.View;
        var strongest = origin;
        var (power, range, azimuth, elevation) = (origin.SnrRatio, 0.0, 0.0, 0.0);
        for (var other = first + 1; other < node.Echoes.Count; other++)
        {
            var echo = node.Echoes[other];
            if (echo.Target < 0 || !EchoResolution.Holds(radar, in originView, echo.View)) continue;
            node.Echoes[other] = echo with { Target = -1 };
            power += echo.SnrRatio;
            range += echo.SnrRatio * (echo.View.RangeM - origin.View.RangeM);
            azimuth += echo.SnrRatio * Math.IEEERemainder(echo.View.AzimuthRad - origin.View.AzimuthRad, 2 * Math.PI);
            elevation += echo.SnrRatio * (echo.View.ElevationRad - origin.View.ElevationRad);
            strongest = (echo.SnrRatio > strongest.SnrRatio ? echo : strongest) with { Replied = strongest.Replied || echo.Replied };
        }

        return strongest with
        {
            View = origin.View with
            {
                RangeM = origin.View.RangeM + (range / power),
                AzimuthRad = origin.View.AzimuthRad + (azimuth / power),
                ElevationRad = origin.View.ElevationRad + (elevation / power),
            },
        };
    }

    private void AddPlot(PlannedNode plan, in Echo echo, RandomNames random)
    {
        var noise = random.Open(plan.Index, echo.Target, RandomPurpose.MeasurementNoise, BlocksPerNoise * echo.Look);
        var measured = plan.Radar.Measure(echo.View, echo.SnrRatio, plan.Bias, ref noise);
        var sigma = plan.Radar.Parameters.RangeRateSigmaMPerS;
        var rate = sigma > 0 ? echo.RangeRateMPerS + (sigma * noise.Normal()) : double.NaN;
        var strength = StrengthDbSm(plan, in echo, random);
        _plots.Add((echo.Time, PlotOf(plan, in measured, rate, echo.Time, PlotTag.Of(echo.Target), echo.Replied) with { EchoDbSm = strength }, 10 * Math.Log10(echo.SnrRatio)));
    }

    // What cross-section, in free space, gives an echo as strong as this one happens to be: it fluctuates from look to look as the sum of many scatterers does, its power exponentially distributed
    // (Swerling's first case: Barton, Radar System Analysis and Modeling, 2005, section 2.3). The mean of such a power in decibels is 2.51 dB below that of the power, which the set allows for.
    private static double StrengthDbSm(PlannedNode plan, in Echo echo, RandomNames random)
    {
        const double MeanLogDb = -2.5068;
        var luck = random.Open(plan.Index, echo.Target, RandomPurpose.EchoStrength, echo.Look);
        return (10 * Math.Log10(echo.SnrRatio / plan.Radar.SnrRatio(echo.View.RangeM, 1) * -Math.Log(1 - luck.NextUnit()))) - MeanLogDb;
    }

    private static Plot PlotOf(PlannedNode plan, in RadarMeasurement measured, double rangeRateMPerS, SimTime time, long tag, bool replied) => new()
    {
        Time = time,
        Sensor = plan.Sensor,
        RangeM = measured.RangeM,
        AzimuthRad = measured.AzimuthRad,
        ElevationRad = measured.ElevationRad,
        RangeSigmaM = measured.RangeSigmaM,
        AzimuthSigmaRad = measured.AzimuthSigmaRad,
        ElevationSigmaRad = measured.ElevationSigmaRad,
        RangeRateMPerS = rangeRateMPerS,
        RangeRateSigmaMPerS = plan.Radar.Parameters.RangeRateSigmaMPerS,
        Replied = replied,
        Id = tag,
    };
}
