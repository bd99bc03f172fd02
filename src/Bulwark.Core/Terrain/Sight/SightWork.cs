namespace Bulwark.Core.Terrain.Sight;

/// <summary>Spreads independent pieces of work over threads. Pieces write to places of their own, so the number of threads changes nothing.</summary>
internal static class SightWork
{
    /// <summary>Does all pieces.</summary>
    /// <typeparam name="T">What a thread works with.</typeparam>
    /// <param name="pieces">How many pieces.</param>
    /// <param name="maxThreads">Threads at most; zero for as many as the machine has.</param>
    /// <param name="prepare">Makes what a thread works with.</param>
    /// <param name="work">Does one piece.</param>
    /// <param name="progress">Told the share done.</param>
    /// <param name="cancellationToken">Stops the work between pieces.</param>
    internal static void Run<T>(int pieces, int maxThreads, Func<T> prepare, Action<T, int> work, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var next = -1;
        var done = 0;
        var threads = Math.Min(pieces, maxThreads > 0 ? maxThreads : Environment.ProcessorCount);
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, Work);
        cancellationToken.ThrowIfCancellationRequested();

        void Work(int thread)
        {
            var tools = prepare();
            for (var piece = Interlocked.Increment(ref next); piece < pieces && !cancellationToken.IsCancellationRequested; piece = Interlocked.Increment(ref next))
            {
                work(tools, piece);
                var finished = Interlocked.Increment(ref done);
                progress?.Report((double)finished / pieces);
            }
        }
    }
}
