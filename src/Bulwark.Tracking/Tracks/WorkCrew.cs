using System.Runtime.ExceptionServices;

namespace Bulwark.Tracking.Tracks;

/// <summary>
/// Does numbered jobs on several threads: the caller's and, as far as they are free, some of the thread pool. Which thread does which job is left open; jobs must not
/// depend on it. Nothing is allocated for a round of jobs.
/// </summary>
/// <remarks>
/// All that a helper goes by is one word: the round, the kind of work, how many jobs there are and which one is next. A job is taken by exchanging the whole word, so
/// that a helper that comes late, in whatever round, takes nothing that is not there.
/// </remarks>
internal sealed class WorkCrew
{
    private const int JobBits = 16;
    private const int KindBits = 2;
    private const int Looks = 100;
    private const int SpinsPerLook = 10;
    private const ulong JobMask = (1UL << JobBits) - 1;

    private readonly Helper[] _helpers;
    private readonly ICrewWork[] _works;
    private ulong _state;
    private int _done;
    private ExceptionDispatchInfo? _problem;

    /// <summary>Makes a crew.</summary>
    /// <param name="threads">Threads, the caller's among them, 2 or more.</param>
    /// <param name="works">The kinds of work, up to four.</param>
    public WorkCrew(int threads, params ICrewWork[] works)
    {
        _works = works;
        _helpers = new Helper[threads - 1];
        for (var k = 0; k < _helpers.Length; k++) _helpers[k] = new Helper(this, k + 1);
    }

    /// <summary>Most jobs of a round.</summary>
    public const int MostJobs = (int)JobMask;

    /// <summary>Does jobs; returns when all are done.</summary>
    /// <param name="kind">Which work.</param>
    /// <param name="jobs">How many, at most <see cref="MostJobs"/>.</param>
    public void Run(int kind, int jobs)
    {
        if (jobs == 0) return;
        _done = 0;
        var round = (_state >> (KindBits + (2 * JobBits))) + 1;
        Volatile.Write(ref _state, (round << (KindBits + (2 * JobBits))) | ((ulong)kind << (2 * JobBits)) | ((ulong)jobs << JobBits));
        for (var k = 0; k < _helpers.Length && k < jobs - 1; k++) _helpers[k].Call();
        Work(0);
        var wait = default(SpinWait);
        while (Volatile.Read(ref _done) < jobs) wait.SpinOnce(sleep1Threshold: -1);
        if (_problem is not { } problem) return;
        _problem = null;
        problem.Throw();
    }

    private bool HasWork
    {
        get
        {
            var state = Volatile.Read(ref _state);
            return (state & JobMask) < ((state >> JobBits) & JobMask);
        }
    }

    // Rounds follow each other closely: waiting a moment costs less than being called again.
    private void LookOut()
    {
        for (var look = 0; look < Looks && !HasWork; look++) Thread.SpinWait(SpinsPerLook);
    }

    private void Work(int worker)
    {
        while (true)
        {
            var state = Volatile.Read(ref _state);
            var (next, jobs) = (state & JobMask, (state >> JobBits) & JobMask);
            if (next >= jobs) return;
            if (Interlocked.CompareExchange(ref _state, state + 1, state) != state) continue;
            try
            {
                _works[(state >> (2 * JobBits)) & ((1 << KindBits) - 1)].Do(worker, (int)next);
            }
            catch (Exception problem)
            {
                // Told to the caller once all jobs are done: it alone knows what to do.
                Interlocked.CompareExchange(ref _problem, ExceptionDispatchInfo.Capture(problem), null);
            }

            Interlocked.Increment(ref _done);
        }
    }

    private sealed class Helper(WorkCrew crew, int worker) : IThreadPoolWorkItem
    {
        private int _isCalled;

        public void Call()
        {
            if (Interlocked.Exchange(ref _isCalled, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        public void Execute()
        {
            // One at a time under each number. Free to be called again before a last look for work, so that a call in between is not lost.
            do
            {
                crew.Work(worker);
                crew.LookOut();
                Interlocked.Exchange(ref _isCalled, 0);
            }
            while (crew.HasWork && Interlocked.Exchange(ref _isCalled, 1) == 0);
        }
    }
}
