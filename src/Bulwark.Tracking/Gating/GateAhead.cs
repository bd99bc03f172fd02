using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Gating;

/// <summary>
/// Finds the pairs of all sensors of a call before any of them is decided, on several threads: first the tracks near each sensor's plots, then the pairs of so many
/// tracks at a time. How the work is cut does not depend on the number of threads.
/// </summary>
internal sealed class GateAhead
{
    private const int CandidatesPerJob = 24;

    private readonly SensorDescription[] _sensors;
    private readonly GateWorker[] _workers;
    private readonly TrackReach _reach;
    private readonly double[] _thresholds;
    private readonly int[] _sceneOf;
    private GateScene[] _scenes = [];
    private int[] _sensorOf = [];
    private int _sceneCount;
    private Job[] _jobs = [];
    private int _jobCount;
    private TrackTable? _table;
    private PlotBatch? _batch;
    private bool _isValid;

    public GateAhead(SensorDescription[] sensors, GateWorker[] workers, TrackReach reach, double[] thresholds)
    {
        (_sensors, _workers, _reach, _thresholds) = (sensors, workers, reach, thresholds);
        _sceneOf = new int[sensors.Length];
        (Scenes, Jobs) = (new SceneWork(this), new JobWork(this));
    }

    /// <summary>The first round: a job for each sensor with plots.</summary>
    public ICrewWork Scenes { get; }

    /// <summary>The second round: a job for so many tracks of a sensor.</summary>
    public ICrewWork Jobs { get; }

    /// <summary>Begins a call.</summary>
    /// <returns>Jobs of the first round.</returns>
    public int Begin(TrackTable table, PlotBatch batch)
    {
        (_table, _batch, _sceneCount, _isValid) = (table, batch, 0, true);
        foreach (var worker in _workers) worker.Outcomes.Clear();
        for (var sensor = 0; sensor < _sensors.Length; sensor++)
        {
            _sceneOf[sensor] = -1;
            if (batch.PlotsOf(sensor).IsEmpty) continue;
            if (_sceneCount == _scenes.Length) Grow();
            _sceneOf[sensor] = _sceneCount;
            _sensorOf[_sceneCount++] = sensor;
        }

        return _sceneCount;
    }

    /// <summary>Cuts the second round into jobs.</summary>
    /// <returns>How many there are.</returns>
    public int Cut()
    {
        _jobCount = 0;
        for (var scene = 0; scene < _sceneCount; scene++)
        {
            var candidates = _scenes[scene].Candidates.Length;

            // No more jobs than a crew takes: a sensor with very many tracks gives larger ones.
            var each = Math.Max(CandidatesPerJob, 1 + (candidates * 2 * _sceneCount / WorkCrew.MostJobs));
            for (var first = 0; first < candidates; first += each)
            {
                if (_jobCount == _jobs.Length)
                {
                    Array.Resize(ref _jobs, Math.Max(64, 2 * _jobCount));
                    for (var k = _jobCount; k < _jobs.Length; k++) _jobs[k] = new Job();
                }

                _jobs[_jobCount++].Set(scene, first, Math.Min(candidates, first + each));
            }
        }

        return _jobCount;
    }

    /// <summary>Ends a call: nothing is known ahead any longer.</summary>
    public void End() => _isValid = false;

    /// <summary>What is known ahead of a sensor's plots; null when nothing is.</summary>
    public GateScene? SceneOf(int sensor) => _isValid && _sceneOf[sensor] >= 0 ? _scenes[_sceneOf[sensor]] : null;

    /// <summary>The first job of a sensor, or the number of jobs.</summary>
    public int FirstJobOf(int sensor)
    {
        // Jobs stand in the order of their scenes.
        var (low, high) = (0, _jobCount);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_jobs[middle].Scene < _sceneOf[sensor]) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The pairs a job found, in ascending order of rows.</summary>
    public ReadOnlySpan<GatedPair> PairsOf(int job) => _jobs[job].Pairs;

    /// <summary>Whether a job is one of a sensor.</summary>
    public bool IsOf(int job, int sensor) => job < _jobCount && _jobs[job].Scene == _sceneOf[sensor];

    private void Grow()
    {
        Array.Resize(ref _scenes, Math.Max(4, 2 * _sceneCount));
        Array.Resize(ref _sensorOf, _scenes.Length);
        for (var k = _sceneCount; k < _scenes.Length; k++) _scenes[k] = new GateScene();
    }

    private sealed class SceneWork(GateAhead ahead) : ICrewWork
    {
        public void Do(int worker, int job)
        {
            var sensor = ahead._sensorOf[job];
            ahead._scenes[job].Fill(ahead._sensors[sensor], ahead._batch!.PlotsOf(sensor), ahead._thresholds[3]);
            ahead._scenes[job].Approach(ahead._table!, ahead._reach);
        }
    }

    private sealed class JobWork(GateAhead ahead) : ICrewWork
    {
        public void Do(int worker, int job)
        {
            var work = ahead._jobs[job];
            var scene = ahead._scenes[work.Scene];
            var plots = ahead._batch!.PlotsOf(ahead._sensorOf[work.Scene]);
            var sink = new JobSink(work);
            var table = ahead._table!;
            for (var k = work.First; k < work.End; k++)
            {
                ref readonly var candidate = ref scene.Candidates[k];
                if (table.Rows[candidate.Row].Standing != TrackStanding.Tentative) ahead._workers[worker].Judge(table, in candidate, scene, plots, [], ref sink);
            }
        }
    }

    private readonly struct JobSink(Job job) : IPairSink
    {
        public bool MayTake(in PreparedPlot plot, int place, double logLikelihoodBound) => true;

        public bool Take(in GatedPair pair)
        {
            job.Add(in pair);
            return true;
        }
    }

    private sealed class Job
    {
        private GatedPair[] _pairs = new GatedPair[CandidatesPerJob];
        private int _count;

        public int Scene { get; private set; }

        public int First { get; private set; }

        public int End { get; private set; }

        public ReadOnlySpan<GatedPair> Pairs => _pairs.AsSpan(0, _count);

        public void Set(int scene, int first, int end) => (Scene, First, End, _count) = (scene, first, end, 0);

        public void Add(in GatedPair pair)
        {
            if (_count == _pairs.Length) Array.Resize(ref _pairs, 2 * _count);
            _pairs[_count++] = pair;
        }
    }
}
