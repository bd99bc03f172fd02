using Bulwark.Tracking.Association;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Gating;

/// <summary>
/// Finds which plots may belong to which tracks, sensor by sensor, and scores each pair.
/// Source: Blackman and Popoli (1999), sections 6.3 (gates) and 6.2.3 (score of a pair).
/// </summary>
/// <remarks>
/// With several threads the pairs of all sensors of a call are found ahead, all at once. What an earlier sensor's plots then change is judged again when its turn
/// comes; what they do not is as it would have been: the result is the same to the bit.
/// </remarks>
internal sealed class Gater
{
    private readonly TrackerParameters _parameters;
    private readonly TrackReach _reach;
    private readonly double[] _thresholds = new double[5];
    private readonly double _missCost;
    private readonly double _codeCost;
    private readonly double _hitScore;
    private readonly GateWorker[] _workers;
    private readonly SensorDescription[] _sensors;
    private readonly GateScene _scene = new();
    private readonly GateAhead? _ahead;
    private GateScene? _known;
    private readonly GateCandidate[][] _candidates = [[], [], []];
    private readonly int[] _counts = new int[3];
    private Hypothesis[] _hypotheses = new Hypothesis[32];
    private int _count;
    private TrackStanding _standing;
    private int _next;
    private bool[] _without = [];
    private bool[] _taken = [];

    public Gater(TrackerParameters parameters, SensorDescription[] sensors, ModePredictor predictor, TrackReach reach)
    {
        _parameters = parameters;
        _sensors = sensors;
        _reach = reach;
        for (var dimension = 1; dimension <= 4; dimension++) _thresholds[dimension] = ChiSquareGate.Threshold(parameters.GateProbability, dimension);

        // Score of a pair: Pd N(residual; S) against (1 - Pd) times the density of other plots, that density counted per cell
        // (2 pi)^(n/2) |R|^(1/2), so that the units of the measured values and the factors of pi drop out.
        var detection = parameters.DetectionProbability;
        _missCost = -2 * Math.Log((1 - detection) * parameters.FalsePlotProbability / detection);
        _hitScore = Math.Log(detection / parameters.FalsePlotProbability);
        _codeCost = -2 * Math.Log(parameters.CodeChangeProbability);
        _workers = new GateWorker[sensors.Length < WorkCrew.MostJobs / 2 ? parameters.Threads : 1];
        for (var k = 0; k < _workers.Length; k++)
        {
            var own = k == 0 ? predictor : new ModePredictor(parameters);
            _workers[k] = new GateWorker(parameters, sensors, own, _thresholds, k, _workers.Length);
        }

        if (_workers.Length > 1) _ahead = new GateAhead(sensors, _workers, reach, _thresholds);
    }

    /// <summary>The gated pairs of the last call.</summary>
    public ReadOnlySpan<Hypothesis> Hypotheses => _hypotheses.AsSpan(0, _count);

    /// <summary>The estimate of a pair's track once it has taken the pair's plot; it may be changed.</summary>
    public ref ModeEstimate OutcomeOf(in Hypothesis hypothesis) => ref _workers[hypothesis.Outcome % _workers.Length].Outcomes[hypothesis.Outcome / _workers.Length];

    /// <summary>Finds the pairs of all sensors ahead; null with one thread.</summary>
    public GateAhead? Ahead => _ahead;

    /// <summary>Finds the tracks of any standing that may be met by the plots of a sensor: the first step of gating.</summary>
    /// <param name="table">The tracks.</param>
    /// <param name="batch">The plots; those of the sensor are selected.</param>
    /// <param name="sensor">The sensor.</param>
    public void Approach(TrackTable table, PlotBatch batch, int sensor)
    {
        _counts.AsSpan().Clear();
        _known = _ahead?.SceneOf(sensor);
        if (_known is { } known)
        {
            ApproachKnown(table, known, sensor);
            return;
        }

        _scene.Fill(_sensors[sensor], batch.Selected, _thresholds[3]);
        foreach (var row in _scene.Near(table))
        {
            if (_scene.MayMeet(in table.Rows[row], _reach, out var reachM)) Add(table, new GateCandidate(row, reachM));
        }
    }

    /// <summary>Gates the plots approached against the tracks of one standing (confirmed: with their alternatives).</summary>
    /// <param name="table">The tracks.</param>
    /// <param name="standing">Which of them.</param>
    /// <param name="batch">The plots; what others have taken is not offered to tracks that wait, nor to any hypothesis while no place is free.</param>
    public void Gate(TrackTable table, TrackStanding standing, PlotBatch batch)
    {
        Begin(table, standing, batch);
        foreach (ref readonly var candidate in _candidates[(int)standing].AsSpan(0, _counts[(int)standing])) Judge(table, in candidate, batch);
    }

    /// <summary>Begins to gate against the tracks of one standing, a track at a time.</summary>
    /// <inheritdoc cref="Gate"/>
    public void Begin(TrackTable table, TrackStanding standing, PlotBatch batch)
    {
        (_count, _standing, _next) = (0, standing, 0);
        if (_known is null) _workers[0].Outcomes.Clear();
        _without = [];
        if (standing != TrackStanding.Waiting && !(standing == TrackStanding.Tentative && table.ConfirmedCount >= _parameters.MaximumTracks)) return;

        // What is taken meanwhile by tracks of the same standing is still offered to the others.
        if (_taken.Length < batch.Used.Length) _taken = new bool[2 * batch.Used.Length];
        batch.Used.CopyTo(_taken);
        _without = _taken;
    }

    /// <summary>Finds the pairs of the next track that has any; those of the one before, and their outcomes, are forgotten.</summary>
    /// <returns>False when there is no further track.</returns>
    public bool TryNext(TrackTable table, PlotBatch batch)
    {
        _count = 0;
        while (_count == 0 && _next < _counts[(int)_standing])
        {
            if (_known is null) _workers[0].Outcomes.Clear();
            Judge(table, in _candidates[(int)_standing][_next++], batch);
        }

        return _count > 0;
    }

    private void Judge(TrackTable table, ref readonly GateCandidate candidate, PlotBatch batch)
    {
        if (table.Rows[candidate.Row].Id == 0) return;
        var sink = new Sink(this, batch);
        if (candidate.Job < 0)
        {
            _workers[0].Judge(table, in candidate, _known ?? _scene, batch.Selected, _without, ref sink);
            return;
        }

        foreach (ref readonly var pair in _ahead!.PairsOf(candidate.Job)[candidate.First..candidate.End])
        {
            if (_without.Length == 0 || !_without[pair.Plot]) sink.Take(in pair);
        }
    }

    // Tracks that an earlier sensor's plots changed, or began, are judged now, and so are tentative ones, most of which need no more than a look; of the others the pairs
    // are known.
    private void ApproachKnown(TrackTable table, GateScene known, int sensor)
    {
        var (job, first) = (_ahead!.FirstJobOf(sensor), 0);
        var candidates = known.Candidates;
        var touched = known.NearTouched(table);
        int next = 0, again = 0;
        while (next < candidates.Length || again < touched.Length)
        {
            if (again < touched.Length && (next == candidates.Length || touched[again] <= candidates[next].Row))
            {
                var row = touched[again++];
                if (next < candidates.Length && candidates[next].Row == row) next++;
                if (known.MayMeet(in table.Rows[row], _reach, out var reachM)) Add(table, new GateCandidate(row, reachM));
                continue;
            }

            var candidate = candidates[next++];
            if (table.IsTouched(candidate.Row)) continue;
            if (table.Rows[candidate.Row].Standing == TrackStanding.Tentative)
            {
                Add(table, candidate);
                continue;
            }

            for (; _ahead.IsOf(job, sensor); job++, first = 0)
            {
                var pairs = _ahead.PairsOf(job);
                while (first < pairs.Length && pairs[first].Row < candidate.Row) first++;
                if (first < pairs.Length) break;
            }

            if (!_ahead.IsOf(job, sensor)) continue;
            var found = _ahead.PairsOf(job);
            var end = first;
            while (end < found.Length && found[end].Row == candidate.Row) end++;
            if (end > first) Add(table, new GateCandidate(candidate.Row, 0, job, first, end));
        }
    }

    private void Add(TrackTable table, GateCandidate candidate)
    {
        var standing = (int)table.Rows[candidate.Row].Standing;
        ref var candidates = ref _candidates[standing];
        if (_counts[standing] == candidates.Length) Array.Resize(ref candidates, Math.Max(32, 2 * candidates.Length));
        candidates[_counts[standing]++] = candidate;
    }

    // Whether a pair could be admitted if its likelihood were as great as it can be. Rates and addresses may say more than that: then it is worked out.
    private bool MayAdmit(in PreparedPlot plot, int place, double logLikelihoodBound, PlotBatch batch)
    {
        const double Rounding = 1e-6;
        var rivals = batch.Rivals[place];
        if (plot.Plot.HasRangeRate || plot.Plot.Address > 0) return true;
        if (rivals == 0 && logLikelihoodBound == 0) return true;
        return batch.Excess[place] - (0.5 * _missCost) + Math.Log(1 + rivals) - logLikelihoodBound < Rounding;
    }

    // Scores a pair with what is known of the plot by now.
    private bool Admit(in GatedPair pair, PlotBatch batch)
    {
        var (rivals, excess) = (batch.Rivals[pair.Plot], batch.Excess[pair.Plot]);
        var cost = (2 * excess) - _missCost;
        if (pair.IsCodeOther) cost += _codeCost;
        cost -= 2 * pair.Evidence;
        var logRatio = pair.LogLikelihood + _hitScore + pair.Evidence - excess;
        if (rivals > 0)
        {
            var shared = Math.Log(1 + rivals);
            logRatio -= shared;
            cost += 2 * shared;
        }

        cost -= 2 * pair.LogLikelihood;
        if (!(cost < 0)) return false;
        if (_count == _hypotheses.Length) Array.Resize(ref _hypotheses, 2 * _count);
        _hypotheses[_count++] = new Hypothesis(pair.Row, pair.Plot, cost, pair.Outcome, logRatio);
        return true;
    }

    private readonly struct Sink(Gater gater, PlotBatch batch) : IPairSink
    {
        public bool MayTake(in PreparedPlot plot, int place, double logLikelihoodBound) => gater.MayAdmit(in plot, place, logLikelihoodBound, batch);

        public bool Take(in GatedPair pair) => gater.Admit(in pair, batch);
    }
}
