using System.Runtime.InteropServices;
using Bulwark.Cli.Recordings.Traffic;
using Bulwark.Formats.Asterix;
using Bulwark.Tracking.Fusion;
using Bulwark.Tracking.Metrics;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Cli.Recordings;

/// <summary>
/// Each radar with a tracker of its own, whose tracks, not its plots, reach a node that joins them: the picture where only tracks are sent. Once a
/// turn of the fastest antenna the node's picture is kept as the tracks of the run. Mutable.
/// </summary>
internal sealed class FusedTracker : IPlotTracker
{
    private readonly RecordingTracker[] _locals;
    private readonly Dictionary<SensorKey, int> _placeOf = [];
    private readonly List<RadarReport>[] _sectors;
    private readonly TrackJoiner _joiner = new();
    private readonly List<SentTrack> _sent = [];
    private readonly List<BelievedTrack> _local = [];
    private readonly Dictionary<(int Node, int Track), double> _updatedS = [];
    private readonly Dictionary<int, double> _lastUpdateS = [];
    private readonly SortedDictionary<int, RecordedTrack> _tracks = [];
    private readonly double _periodS;
    private double _nextS = double.NegativeInfinity;
    private double _timeS = double.NegativeInfinity;

    /// <summary>Makes the trackers.</summary>
    /// <param name="radars">The radars.</param>
    /// <param name="parameters">How each of them tracks.</param>
    /// <param name="accuracy">How accurate the plots are.</param>
    /// <param name="useCodes">Whether Mode 3/A codes and Mode S addresses help to associate plots.</param>
    public FusedTracker(IReadOnlyList<RadarSetup> radars, TrackerParameters parameters, RadarAccuracy accuracy, bool useCodes)
    {
        _locals = [.. radars.Select(radar => new RecordingTracker([radar], parameters, accuracy, useCodes, keepsPlots: false) { Innovations = Innovations })];
        _sectors = [.. radars.Select(static _ => new List<RadarReport>())];
        for (var place = 0; place < radars.Count; place++) _placeOf.Add(radars[place].Key, place);
        _periodS = radars.Min(static radar => radar.PeriodS);
    }

    /// <inheritdoc />
    public long Plots => _locals.Sum(static local => local.Plots);

    /// <inheritdoc />
    public IEnumerable<TrackerCounters> Counters => _locals.SelectMany(static local => ((IPlotTracker)local).Counters);

    /// <inheritdoc />
    public ConsistencyScore Innovations { get; } = new(3);

    /// <inheritdoc />
    public void Take(ReadOnlySpan<RadarReport> sector, double endS)
    {
        foreach (var list in _sectors) list.Clear();
        foreach (ref readonly var report in sector) _sectors[_placeOf[report.Sensor]].Add(report);
        for (var place = 0; place < _locals.Length; place++) _locals[place].Take(CollectionsMarshal.AsSpan(_sectors[place]), endS);
        if (endS < _nextS) return;
        _nextS = endS + _periodS;
        Join(endS);
        foreach (var track in _joiner.Tracks) Keep(endS, in track);
    }

    /// <inheritdoc />
    public void Believe(double timeS, List<BelievedTrack> believed)
    {
        if (timeS != _timeS) Join(timeS);
        believed.Clear();
        foreach (var track in _joiner.Tracks) believed.Add(new BelievedTrack(track.Id, track.Estimate, _lastUpdateS.GetValueOrDefault(track.Id)));
    }

    /// <inheritdoc />
    public IReadOnlyList<RecordedTrack> Finish() => [.. _tracks.Values];

    private void Join(double timeS)
    {
        _timeS = timeS;
        _sent.Clear();
        _updatedS.Clear();
        for (var place = 0; place < _locals.Length; place++)
        {
            _locals[place].Believe(timeS, _local);
            foreach (var track in _local)
            {
                _sent.Add(new SentTrack(place, track.Id, track.Estimate));
                _updatedS.Add((place, track.Id), track.LastUpdateS);
            }
        }

        _joiner.Update(_sent);
        _lastUpdateS.Clear();
        foreach (var (id, node, track) in _joiner.Members) _lastUpdateS[id] = Math.Max(_lastUpdateS.GetValueOrDefault(id, double.NegativeInfinity), _updatedS[(node, track)]);
    }

    private void Keep(double timeS, in JoinedTrack joined)
    {
        if (!_tracks.TryGetValue(joined.Id, out var track)) _tracks.Add(joined.Id, track = new RecordedTrack(joined.Id) { IsConfirmed = true });
        track.Add(new TrackState(timeS, 0, joined.Estimate.Position, joined.Estimate.Velocity, joined.Estimate.PositionSigmaM, -1, false, double.NaN));
    }
}
