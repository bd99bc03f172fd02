using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Registration;

/// <summary>Registers the radars of a tracker from its own tracks, and takes their errors off the plots before they are associated.</summary>
internal sealed class RegistrationDesk
{
    // Fewer pairs than this say too little to touch the plots.
    private const int FewestPairs = 20;

    // The errors taken off are renewed when so many more pairs have come, as a share of those before.
    private const double RenewalShare = 0.1;

    private readonly RegistrationEstimator _estimator;
    private readonly RadarBias[] _applied;
    private Plot[] _corrected = [];
    private Plot[] _lastOfSlot = [];
    private long _renewAt = FewestPairs;

    public RegistrationDesk(SensorDescription[] sensors)
        : this(new RegistrationEstimator(sensors, new RegistrationSettings()), new RadarBias[sensors.Length])
    {
    }

    private RegistrationDesk(RegistrationEstimator estimator, RadarBias[] applied) => (_estimator, _applied) = (estimator, applied);

    /// <summary>A desk in the same state.</summary>
    public RegistrationDesk Copy() => new(_estimator.Copy(), [.. _applied]) { _lastOfSlot = [.. _lastOfSlot], _renewAt = _renewAt };

    /// <summary>What is known of a radar's errors.</summary>
    public RadarBias BiasOf(int sensor) => _estimator.BiasOf(sensor);

    /// <summary>Pairs of plots a radar had a part in.</summary>
    public int PairsOf(int sensor) => _estimator.PairsOf(sensor);

    /// <summary>The plots of a call with the errors taken off. Valid until the next call.</summary>
    public ReadOnlySpan<Plot> Correct(ReadOnlySpan<Plot> plots, SimTime now)
    {
        if (_estimator.PairCount >= _renewAt)
        {
            for (var sensor = 0; sensor < _applied.Length; sensor++) _applied[sensor] = _estimator.BiasOf(sensor);
            _renewAt = _estimator.PairCount + 1 + (long)(RenewalShare * _estimator.PairCount);
        }

        if (_estimator.PairCount < FewestPairs) return plots;
        if (_corrected.Length < plots.Length) _corrected = new Plot[2 * plots.Length];
        for (var k = 0; k < plots.Length; k++)
        {
            ref readonly var plot = ref plots[k];
            _corrected[k] = (uint)plot.Sensor < (uint)_applied.Length && PlotPreparation.IsUsableTime(plot.Time) && plot.Time <= now
                ? Shifted(in plot, -1, now)
                : plot;
        }

        return _corrected.AsSpan(0, plots.Length);
    }

    /// <summary>Compares a plot that a confirmed track took with the one before it.</summary>
    /// <param name="track">The track, just corrected.</param>
    /// <param name="plot">The plot, its errors taken off.</param>
    public void Take(ref readonly Track track, in Plot plot)
    {
        if (track.Slot >= _lastOfSlot.Length) Array.Resize(ref _lastOfSlot, 2 * Math.Max(32, track.Slot + 1));
        ref var last = ref _lastOfSlot[track.Slot];
        var raw = Shifted(in plot, 1, SimTime.Never);

        // A slot may have belonged to another track before: only plots that this track can have taken count.
        if (last.RangeSigmaM > 0 && last.Sensor != raw.Sensor && last.Time >= track.FirstTime)
        {
            _estimator.TryAdd(in raw, in last, track.Velocity, Wgs84.HeightM(track.Estimate.Position));
        }

        last = raw;
    }

    private Plot Shifted(in Plot plot, int direction, SimTime latest)
    {
        ref readonly var bias = ref _applied[plot.Sensor];
        return plot with
        {
            RangeM = plot.RangeM + (direction * bias.RangeM),
            AzimuthRad = plot.AzimuthRad + (direction * bias.AzimuthRad),
            Time = SimTime.Min(latest, plot.Time - SimDuration.FromSeconds(direction * bias.TimeS)),
        };
    }
}
