using System.Runtime.ExceptionServices;
using Bulwark.Core.Terrain;
using Bulwark.Core.Terrain.Sight;
using Bulwark.Simulation;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Planning;
using Bulwark.Studies.Plans;
using Bulwark.Studies.Results;
using Bulwark.Studies.Store;

namespace Bulwark.Studies.Execution;

/// <summary>
/// Does the runs of a study that its results file lacks, with threads of its own. What is run, and every result, depends on the
/// study alone: not on the number of threads, nor on how often it was stopped and resumed.
/// </summary>
public sealed class StudyRunner
{
    private const int StoredTogether = 64;
    private const int MostWaiting = 1024;

    private readonly StudyPlan _plan;
    private readonly StudyStore _store;
    private readonly WorkQueue _queue;
    private readonly WorkShare _share;
    private readonly CellPlans _plans;
    private readonly CancellationTokenSource _stop;
    private readonly Lock _gate = new();
    private readonly object _signal = new();
    private readonly int _threads;
    private List<StudyResult> _finished = [];
    private ExceptionDispatchInfo? _failure;
    private int _working;

    private StudyRunner(StudyPlan plan, StudyStore store, WorkShare share, int threads, CancellationToken cancellation)
    {
        (_plan, _store, _share, _threads) = (plan, store, share, threads);
        _queue = new WorkQueue(plan, store, share);
        _plans = new CellPlans(plan, Math.Max(8, 2 * threads), threads);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    }

    /// <summary>Does what is missing.</summary>
    /// <param name="plan">The study.</param>
    /// <param name="store">Its results file, open for writing.</param>
    /// <param name="threads">Threads, at least 1.</param>
    /// <param name="progress">Is told, on the calling thread, how far the study has come.</param>
    /// <param name="share">Which part of the study; all of it when null.</param>
    /// <param name="cancellation">Stops between two events of a run; what was finished is stored first, unless the study's first run, which is repeated before anything is stored, was still under way.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="DocumentException">A setting makes no valid scenario.</exception>
    /// <exception cref="Results.ResultsException">Results cannot be stored, or those of before were made by a program that computes others; they are kept.</exception>
    public static void Run(StudyPlan plan, StudyStore store, int threads, Action<StudyProgress>? progress = null, WorkShare? share = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        new StudyRunner(plan, store, share ?? WorkShare.All(plan), threads, cancellation).Run(progress, cancellation);
    }

    private void Run(Action<StudyProgress>? progress, CancellationToken cancellation)
    {
        var before = _store.Count;
        var least = Math.Max(1, _plan.Study.Replications.IsSequential ? 1 : _share.Count);
        var fromShare = _plan.Study.Replications.IsSequential ? 0 : Math.Min(1, before / (double)least);
        long done = 0;
        Thread[] workers = [.. Enumerable.Range(0, _threads).Select(number => new Thread(Work, 16 * 1024 * 1024) { Name = $"study {number + 1}", IsBackground = true })];
        _working = workers.Length;
        foreach (var worker in workers) worker.Start();
        try
        {
            // Beside the workers, and before anything is stored.
            Prove();
            var ended = false;
            while (!ended)
            {
                List<StudyResult> batch;
                lock (_signal)
                {
                    while (_finished.Count < StoredTogether && _working > 0)
                    {
                        // A pause ends the wait now and then, so that slow runs are stored and shown while they come.
                        if (!Monitor.Wait(_signal, 500)) break;
                    }

                    ended = _working == 0;
                    (batch, _finished) = (_finished, []);
                    Monitor.PulseAll(_signal);
                }

                _store.Add(batch);
                done += batch.Count;
                progress?.Invoke(new StudyProgress(before + done, done, Share(before + done, least), fromShare));
            }
        }
        finally
        {
            _stop.Cancel();
            lock (_signal) Monitor.PulseAll(_signal);
            foreach (var worker in workers) worker.Join();
            _stop.Dispose();
        }

        _failure?.Throw();
        cancellation.ThrowIfCancellationRequested();
    }

    // The study's fingerprint holds its figures and the program's version, not what the program does with them. So one run is repeated
    // whenever results are added to, on whatever machine and build: results of two builds that differ do not come into one file.
    private void Prove()
    {
        var first = _plan.Cells[0];
        string hash;
        try
        {
            hash = RunOne(first, 0).Hash;
        }
        catch (OperationCanceledException) when (_failure is not null)
        {
            // A worker met the reason first; it is told below.
            return;
        }

        if (_store.Prove(hash) is { } other)
            throw new ResultsException($"'{_store.File}' holds results of a program that computes otherwise: the study's first run gave {other} there and gives {hash} now. Resume with the build that began it, or name another file with --out and run all of it anew.");
    }

    private double Share(long stored, long least)
    {
        if (!_plan.Study.Replications.IsSequential) return Math.Min(1, stored / (double)least);
        lock (_gate) return _queue.DoneShare;
    }

    private void Work()
    {
        try
        {
            while (Take() is { } item)
            {
                var result = RunOne(item.Cell, item.Replication);
                lock (_gate) item.Group.Finish(in item, result.Measures);
                lock (_signal)
                {
                    while (_finished.Count >= MostWaiting && !_stop.IsCancellationRequested) Monitor.Wait(_signal);
                    _finished.Add(result);
                    Monitor.PulseAll(_signal);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Asked for; whoever asked is told by the thread that waits.
        }
        catch (Exception problem) when (problem is DocumentException or ArgumentException or TerrainException or UnknownGroundException or IOException)
        {
            lock (_signal) _failure ??= ExceptionDispatchInfo.Capture(problem);
            _stop.Cancel();
        }
        finally
        {
            lock (_signal)
            {
                _working--;
                Monitor.PulseAll(_signal);
            }
        }
    }

    // The next run; waits while every one left depends on runs under way; null when none is left.
    private WorkItem? Take()
    {
        while (true)
        {
            _stop.Token.ThrowIfCancellationRequested();
            lock (_gate)
            {
                if (_queue.TryTake(out var item)) return item;
                if (_queue.IsDone) return null;
            }

            lock (_signal) Monitor.Wait(_signal, 20);
        }
    }

    private StudyResult RunOne(StudyCell cell, int replication)
    {
        var run = Simulator.Run(RunPlanner.Again(_plans.Of(cell), cell.Seed, (uint)replication), _stop.Token);
        var result = new StudyResult(cell.Index, replication, run.Summary.Hash, _plan.Study.Measures.Of(run));
        run.Recorder.Release();
        return result;
    }
}
