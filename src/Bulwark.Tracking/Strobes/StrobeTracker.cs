using System.Numerics;
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Initiation;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Strobes;

/// <summary>
/// Follows the strobes of jammers: in azimuth at each radar, and in position where the strobes of two radars cross. With n jammers two
/// radars see up to n² crossings; those that move as no aircraft does, or through which a third radar has no strobe, lose against the others
/// as ghosts. Mutable; not safe for use by two threads at once.
/// Source: Blackman and Popoli, Design and Analysis of Modern Tracking Systems (1999), chapter 5.5 (angle-only tracking, triangulation,
/// ghosts) and 6.2 (scores); Pattipati, Deb, Bar-Shalom and Washburn, IEEE Trans. Automatic Control 37 (1992) 198-213 (assignment of lines
/// of sight by likelihood).
/// </summary>
public sealed class StrobeTracker
{
    /// <summary>Strobes that confirm a strobe track.</summary>
    public const int ConfirmationHits = 3;

    /// <summary>Revisit periods without a strobe after which a strobe track is dropped.</summary>
    public const int DeletionPeriods = 5;

    /// <summary>Strobes of its two radars before a crossing may be told from a ghost.</summary>
    public const int JudgingUpdates = 6;

    private const int LargestCrossings = CompatibleSet.Largest;

    // A crossing aircraft at 100 km that turns hard changes its azimuth's rate by 0.2 mrad/s²; a new one may pass at 10 mrad/s.
    private const double RateNoiseRad2PerS3 = 4e-8;
    private const double FirstRateSigmaRadPerS = 0.01;
    private const double GateSquared = 16;
    private const double Fading = 0.97;
    private const double LeastScore = 1e-3;

    private readonly TrackerParameters _parameters;
    private readonly SensorDescription[] _sensors;
    private readonly NearlyConstantVelocity _motion;
    private readonly CompatibleSet _set = new();
    private readonly List<StrobeTrack> _tracks = [];
    private readonly List<JammerFix> _fixes = [];
    private readonly List<Strobe> _strobes = [];
    private readonly List<int> _order = [];
    private int _nextTrack = 1;
    private int _nextFix = 1;

    /// <summary>Makes an empty tracker.</summary>
    /// <param name="parameters">The settings; those of motion, speed and assumed height are used.</param>
    /// <param name="sensors">The sensors; <see cref="Strobe.Sensor"/> is an index into them.</param>
    /// <exception cref="ArgumentException">A setting or a sensor is out of its range.</exception>
    public StrobeTracker(TrackerParameters parameters, ReadOnlySpan<SensorDescription> sensors)
    {
        ParameterCheck.Require(parameters, sensors);
        (_parameters, _sensors, _motion) = (parameters, sensors.ToArray(), NearlyConstantVelocity.For(parameters));
    }

    /// <summary>The strobe tracks, in the order of their numbers. Valid until the next call.</summary>
    public ReadOnlySpan<StrobeTrack> Tracks => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_tracks);

    /// <summary>The crossings, in the order of their numbers. Valid until the next call.</summary>
    public ReadOnlySpan<JammerFix> Fixes => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_fixes);

    /// <summary>Strobes refused: a value that is none, an unknown sensor, older than what is known or later than the call.</summary>
    public long Refused { get; private set; }

    /// <summary>A tracker in the same state, sharing nothing that changes.</summary>
    public StrobeTracker Copy() => Copy(_parameters);

    /// <summary>A tracker in the same state that goes on with other settings.</summary>
    /// <param name="parameters">The settings from now on.</param>
    public StrobeTracker Copy(TrackerParameters parameters)
    {
        var copy = new StrobeTracker(parameters, _sensors) { _nextTrack = _nextTrack, _nextFix = _nextFix, Refused = Refused };
        copy._tracks.AddRange(_tracks);
        copy._fixes.AddRange(_fixes);
        return copy;
    }

    /// <summary>Takes in strobes and moves the clock.</summary>
    /// <param name="strobes">Strobes of any sensors.</param>
    /// <param name="now">When they are delivered; not before their own times.</param>
    public void Process(ReadOnlySpan<Strobe> strobes, SimTime now)
    {
        Forget(now);
        _strobes.Clear();
        foreach (ref readonly var strobe in strobes)
        {
            if (IsUsable(in strobe, now)) _strobes.Add(strobe);
            else Refused++;
        }

        _strobes.Sort(static (left, right) => (left.Time, left.Sensor, left.AzimuthRad, left.Id).CompareTo((right.Time, right.Sensor, right.AzimuthRad, right.Id)));
        foreach (var strobe in _strobes) Take(in strobe);
        if (_strobes.Count == 0) return;
        Cross();
        Ask(now);
        Choose();
    }

    private bool IsUsable(in Strobe strobe, SimTime now) => (uint)strobe.Sensor < (uint)_sensors.Length && strobe.Time <= now && PlotPreparation.IsUsableTime(strobe.Time)
        && double.IsFinite(strobe.AzimuthRad) && strobe.AzimuthSigmaRad is > 0 and < 1;

    // A strobe goes to the nearest track of its radar that has none of this look yet.
    private void Take(in Strobe strobe)
    {
        var tracks = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_tracks);
        var shortest = SimDuration.FromSeconds(_sensors[strobe.Sensor].ShortestRevisitS);
        var (best, least) = (-1, GateSquared);
        for (var k = 0; k < tracks.Length; k++)
        {
            if (tracks[k].Sensor != strobe.Sensor || strobe.Time - tracks[k].Time < shortest || strobe.Time <= tracks[k].Time) continue;
            var predicted = tracks[k];
            predicted.Predict(strobe.Time, RateNoiseRad2PerS3);
            var turn = Math.IEEERemainder(strobe.AzimuthRad - predicted.AzimuthRad, 2 * Math.PI);
            var distance = turn * turn / (predicted.AzimuthVarianceRad2 + (strobe.AzimuthSigmaRad * strobe.AzimuthSigmaRad));
            if (distance < least) (best, least) = (k, distance);
        }

        if (best < 0)
        {
            _tracks.Add(new StrobeTrack
            {
                Id = _nextTrack++,
                Sensor = strobe.Sensor,
                Hits = 1,
                Time = strobe.Time,
                AzimuthRad = strobe.AzimuthRad - (2 * Math.PI * Math.Floor(strobe.AzimuthRad / (2 * Math.PI))),
                AzimuthVarianceRad2 = strobe.AzimuthSigmaRad * strobe.AzimuthSigmaRad,
                RateVarianceRad2PerS2 = FirstRateSigmaRadPerS * FirstRateSigmaRadPerS,
                LastStrobeId = strobe.Id,
            });
            return;
        }

        ref var track = ref tracks[best];
        track.Predict(strobe.Time, RateNoiseRad2PerS3);
        track.Update(in strobe);
        track.IsConfirmed |= track.Hits >= ConfirmationHits;
        foreach (ref var fix in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_fixes))
        {
            if (fix.FirstTrack == track.Id || fix.SecondTrack == track.Id) Correct(ref fix, in strobe);
        }
    }

    // One azimuth corrects position and velocity (sequential update of one value; Joseph's form is not needed for a gain of one scalar).
    private void Correct(ref JammerFix fix, in Strobe strobe)
    {
        _motion.Predict(ref fix.Belief, strobe.Time);
        var (residual, gradient) = Triangulation.Azimuth(_sensors[strobe.Sensor].Frame, fix.Belief.Position, strobe.AzimuthRad);
        var s = gradient.Dot(fix.Belief.BlockTimes(0, 0, gradient)) + (strobe.AzimuthSigmaRad * strobe.AzimuthSigmaRad);
        fix.Score = (Fading * fix.Score) + Gain(residual, s);
        Correct(ref fix.Belief, gradient, residual, s);

        // Azimuths alone let the height drift without end; the assumption is renewed when knowledge is worse than it.
        var place = Wgs84.ToGeodetic(fix.Belief.Position);
        var up = new LocalFrame(place).Up;
        var vertical = up.Dot(fix.Belief.BlockTimes(0, 0, up));
        var assumed = _parameters.AssumedHeightSigmaM * _parameters.AssumedHeightSigmaM;
        if (vertical > assumed) Correct(ref fix.Belief, up, _parameters.AssumedHeightM - place.HeightM, vertical + assumed);
        fix.Updates++;
        fix.LastStrobeId = strobe.Id;
    }

    private static void Correct(ref KinematicEstimate belief, EcefVector gradient, double residual, double variance)
    {
        var position = belief.BlockTimes(0, 0, gradient);
        var velocity = belief.BlockTimes(3, 0, gradient);
        belief.SubtractOuter(position / variance, velocity / variance, position, velocity);
        belief.Position += position * (residual / variance);
        belief.Velocity += velocity * (residual / variance);
    }

    // How much likelier an azimuth is than from anywhere.
    private static double Gain(double residual, double variance) => (0.5 * Math.Log(2 * Math.PI / variance)) - (0.5 * residual * residual / variance);

    // Every pair of confirmed strobe tracks of different radars that cross is followed.
    private void Cross()
    {
        for (var one = 0; one < _tracks.Count; one++)
        {
            for (var other = one + 1; other < _tracks.Count && _fixes.Count < LargestCrossings; other++)
            {
                var (left, right) = (_tracks[one], _tracks[other]);
                if (!left.IsConfirmed || !right.IsConfirmed || left.Sensor == right.Sensor || Follows(left.Id, right.Id)) continue;
                var time = SimTime.Max(left.Time, right.Time);
                left.Predict(time, RateNoiseRad2PerS3);
                right.Predict(time, RateNoiseRad2PerS3);
                if (!Triangulation.TryFix([BearingOf(in left), BearingOf(in right)], _parameters.AssumedHeightM, _parameters.AssumedHeightSigmaM, out var fix)) continue;
                fix.Time = time;
                var variance = _parameters.MaximumSpeedMPerS * _parameters.MaximumSpeedMPerS / 9;
                fix.Matrix[21] = fix.Matrix[28] = fix.Matrix[35] = variance;
                _fixes.Add(new JammerFix { Id = _nextFix++, FirstTrack = left.Id, SecondTrack = right.Id, Belief = fix, AskedAt = time, LastStrobeId = right.LastStrobeId });
            }
        }

    }

    private Bearing BearingOf(in StrobeTrack track) => new(_sensors[track.Sensor].Frame, track.AzimuthRad, Math.Sqrt(track.AzimuthVarianceRad2));

    private bool Follows(int left, int right)
    {
        foreach (var fix in _fixes)
        {
            if (fix.FirstTrack == left && fix.SecondTrack == right) return true;
        }

        return false;
    }

    // Once a revisit, each further radar that follows strobes at all is asked whether one goes through the crossing.
    private void Ask(SimTime now)
    {
        foreach (ref var fix in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_fixes))
        {
            var longestS = 0.0;
            foreach (var sensor in _sensors) longestS = Math.Max(longestS, sensor.RevisitPeriodS);
            if ((now - fix.AskedAt).TotalS < longestS) continue;
            fix.AskedAt = now;
            fix.Supports = 0;
            fix.Further = default;
            for (var sensor = 0; sensor < _sensors.Length; sensor++)
            {
                if (sensor == SensorOf(fix.FirstTrack) || sensor == SensorOf(fix.SecondTrack)) continue;
                var (isAsked, best, line) = (false, double.NegativeInfinity, 0);
                foreach (var known in _tracks)
                {
                    if (known.Sensor != sensor || !known.IsConfirmed) continue;
                    isAsked = true;
                    var track = known;
                    var estimate = fix.Belief;
                    var time = SimTime.Max(track.Time, estimate.Time);
                    track.Predict(time, RateNoiseRad2PerS3);
                    _motion.Predict(ref estimate, time);
                    var (residual, gradient) = Triangulation.Azimuth(_sensors[sensor].Frame, estimate.Position, track.AzimuthRad);
                    var variance = gradient.Dot(estimate.BlockTimes(0, 0, gradient)) + track.AzimuthVarianceRad2;
                    if (residual * residual < GateSquared * variance && Gain(residual, variance) > best) (best, line) = (Gain(residual, variance), known.Id);
                }

                if (!isAsked) continue;
                if (line != 0 && fix.Supports < JammerFix.Lines.Length) fix.Further[fix.Supports++] = line;
                fix.Score += Math.Max(best, Math.Log(1 - _parameters.DetectionProbability));
            }
        }
    }

    private int SensorOf(int id)
    {
        foreach (var track in _tracks)
        {
            if (track.Id == id) return track.Sensor;
        }

        return -1;
    }

    // The set of crossings that weighs most in which no strobe track is used twice.
    private void Choose()
    {
        var fixes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_fixes);
        _order.Clear();
        for (var k = 0; k < fixes.Length; k++)
        {
            fixes[k].IsJammer = false;
            if (fixes[k].Updates >= JudgingUpdates && fixes[k].Score > LeastScore && fixes[k].Belief.Velocity.Length < _parameters.MaximumSpeedMPerS) _order.Add(k);
        }

        _order.Sort((left, right) => (_fixes[right].Score, left).CompareTo((_fixes[left].Score, right)));
        _set.Clear();
        foreach (var k in _order) _set.Add(fixes[k].Score);
        for (var one = 0; one < _order.Count; one++)
        {
            for (var other = one + 1; other < _order.Count; other++)
            {
                if (Shares(in fixes[_order[one]], in fixes[_order[other]])) _set.Exclude(one, other);
            }
        }

        for (var chosen = _set.Solve(); chosen != 0; chosen &= chosen - 1) fixes[_order[BitOperations.TrailingZeroCount(chosen)]].IsJammer = true;
    }

    // Crossings exclude each other when they share a strobe track, or when they are one place seen by different pairs of radars.
    private bool Shares(ref readonly JammerFix left, ref readonly JammerFix right)
    {
        if (right.Uses(left.FirstTrack) || right.Uses(left.SecondTrack) || left.Uses(right.FirstTrack) || left.Uses(right.SecondTrack)) return true;
        for (var k = 0; k < JammerFix.Lines.Length; k++)
        {
            if (right.Uses(left.Further[k])) return true;
        }

        var (one, other) = (left.Belief, right.Belief);
        var time = SimTime.Max(one.Time, other.Time);
        _motion.Predict(ref one, time);
        _motion.Predict(ref other, time);
        var apart = one.Position - other.Position;
        var spread = one.PositionSigmaM + other.PositionSigmaM;
        var differs = SensorOf(left.FirstTrack) != SensorOf(right.FirstTrack) || SensorOf(left.SecondTrack) != SensorOf(right.SecondTrack);
        return differs && apart.LengthSquared < spread * spread;
    }

    private void Forget(SimTime now)
    {
        for (var k = _tracks.Count - 1; k >= 0; k--)
        {
            if ((now - _tracks[k].Time).TotalS <= DeletionPeriods * _sensors[_tracks[k].Sensor].RevisitPeriodS) continue;
            var id = _tracks[k].Id;
            _tracks.RemoveAt(k);
            for (var fix = _fixes.Count - 1; fix >= 0; fix--)
            {
                if (_fixes[fix].FirstTrack == id || _fixes[fix].SecondTrack == id) _fixes.RemoveAt(fix);
            }
        }
    }
}
