using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Estimation;
using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;

namespace Bulwark.Tracking.Tracks;

/// <summary>
/// Follows the tracks that are believed to be ballistic with a bank of its own, which takes over from the models of aircraft: its estimate
/// becomes the track's, and the track is predicted along its path.
/// </summary>
internal sealed class BallisticDesk(TrackerParameters parameters, SensorDescription[] sensors)
{
    // A class is taken as settled above the one and given up below the other, so that a track does not flutter.
    private const double TakeOverProbability = 0.9;
    private const double GiveUpProbability = 0.1;

    // A bank that a plot contradicts this much is started afresh from the track (chi-square: never by chance).
    private const double LargestDistanceSquared = 200;

    private const double LagSigmaM = 200;
    private const double LagSigmaMPerS = 100;

    private readonly BankFilter _filter = new(MotionBank.Ballistic);
    private readonly RadarMeasurement _measurement = new();
    private Entry[] _entries = [];
    private int _count;

    /// <summary>Takes in a plot that a confirmed track took.</summary>
    /// <param name="track">The track, just corrected.</param>
    /// <param name="identity">What it is believed to be, up to date.</param>
    /// <param name="modes">Its motion models, just corrected.</param>
    /// <param name="plot">The plot.</param>
    public void Take(ref Track track, ref readonly TrackIdentity identity, ref ModeEstimate modes, in PreparedPlot plot)
    {
        var probability = identity.ClassProbability(TrackClass.BallisticMissile);
        var place = track.IsBallistic ? Find(track.Id) : -1;
        if (place < 0)
        {
            track.IsBallistic = modes.IsBallistic = false;
            if (probability < TakeOverProbability || plot.Plot.Time < track.Belief.Time) return;
            place = Find(track.Id);
            if (place < 0) place = Add(track.Id);
            ref var begun = ref _entries[place];
            begun.FirstSeen = track.Belief.Position;
            Start(begun.Belief, track.Belief);
            track.IsBallistic = true;
        }
        else if (probability < GiveUpProbability)
        {
            Remove(place);
            track.IsBallistic = modes.IsBallistic = false;
            track.PathAccelerationMPerS2 = 0;
            return;
        }
        else if (plot.Plot.Time >= _entries[place].Belief.Time && !TryCorrect(ref _entries[place], in plot))
        {
            Start(_entries[place].Belief, track.Belief);
        }

        TakeOver(ref track, in _entries[place], ref modes);
    }

    /// <summary>Forgets the tracks that are gone.</summary>
    public void Forget(TrackTable table)
    {
        for (var place = _count - 1; place >= 0; place--)
        {
            if (table.Find(_entries[place].TrackId) < 0) Remove(place);
        }
    }

    /// <summary>Where a track came from and will strike.</summary>
    /// <returns>False when it is not ballistic.</returns>
    public bool TryReport(int id, out BallisticReport report)
    {
        report = default;
        var place = Find(id);
        if (place < 0) return false;
        ref readonly var entry = ref _entries[place];

        // Free flight is the bank's first motion; the estimate is that of all of them, its coefficient that of free flight.
        var flight = entry.Belief.Beliefs[0];
        var estimate = entry.Belief.ToEstimate();
        var combined = GaussianBelief.Of(in estimate);
        BankMixing.Convert(in combined, in flight, out var belief);
        var log = flight.MeanSi[6];
        GroundEstimate? impact = BallisticForecast.TryImpact(in belief, 0, out var strike) ? strike : null;
        GroundEstimate? launch = null;
        if (BallisticForecast.Origin(belief.MeanSi, 0) is { } origin
            && BallisticForecast.TryLaunch(in belief, 0, parameters.BoostShare * origin.DistanceTo(entry.FirstSeen), out var start))
        {
            launch = start;
        }

        report = new BallisticReport(launch, impact, Math.Exp(log));
        return true;
    }

    /// <summary>A desk in the same state for a copy of the tracker.</summary>
    public void CopyFrom(BallisticDesk other)
    {
        _count = 0;
        for (var place = 0; place < other._count; place++)
        {
            var own = Add(other._entries[place].TrackId);
            _entries[own].FirstSeen = other._entries[place].FirstSeen;
            _entries[own].Belief.CopyFrom(other._entries[place].Belief);
        }
    }

    // The models of aircraft knew nothing of gravity: their estimate lags by more than their covariance says.
    private void Start(BankBelief belief, KinematicEstimate estimate)
    {
        for (var k = 0; k < 6; k++) estimate.Elements[7 * k] += k < 3 ? LagSigmaM * LagSigmaM : LagSigmaMPerS * LagSigmaMPerS;
        _filter.Start(belief, in estimate);
    }

    private bool TryCorrect(ref Entry entry, in PreparedPlot plot)
    {
        var seen = plot.Plot;
        _measurement.Set(in seen, sensors[seen.Sensor]);
        return _filter.TryPredict(entry.Belief, plot.Plot.Time) && _filter.TryUpdate(entry.Belief, _measurement, out var fit) && fit.DistanceSquaredRatio < LargestDistanceSquared;
    }

    private void TakeOver(ref Track track, in Entry entry, ref ModeEstimate modes)
    {
        if (entry.Belief.Time != track.Belief.Time) return;
        track.Belief = entry.Belief.ToEstimate();
        ModeMoments.Spread(in track.Belief, parameters.EffectiveMotion, out modes);
        modes.IsBallistic = true;
        modes.InverseCoefficientM2PerKg = Math.Exp(-entry.Belief.Beliefs[0].MeanSi[6]);
        track.PathAccelerationMPerS2 = BallisticPath.Acceleration(track.Belief.Position, track.Belief.Velocity, modes.InverseCoefficientM2PerKg).Length;
    }

    private int Find(int id)
    {
        for (var place = 0; place < _count; place++)
        {
            if (_entries[place].TrackId == id) return place;
        }

        return -1;
    }

    private int Add(int id)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(8, 2 * _count));
            for (var place = _count; place < _entries.Length; place++) _entries[place].Belief = new BankBelief(MotionBank.Ballistic);
        }

        _entries[_count].TrackId = id;
        return _count++;
    }

    private void Remove(int place)
    {
        _count--;
        (_entries[place], _entries[_count]) = (_entries[_count], _entries[place]);
    }

    private struct Entry
    {
        public int TrackId;
        public EcefVector FirstSeen;
        public BankBelief Belief;
    }
}
