using System.Diagnostics;

namespace Bulwark.Cli.Recordings;

/// <summary>Holds a recording to the pace of a clock on the wall. Mutable.</summary>
/// <param name="ratio">How many times faster than it was recorded.</param>
/// <param name="stop">Ends the waiting.</param>
internal sealed class Pace(double ratio, CancellationToken stop)
{
    private readonly Stopwatch _watch = new();
    private double _firstS;

    /// <summary>Waits until a time of the recording has come. The first time asked for is now.</summary>
    /// <param name="timeS">The time, seconds.</param>
    /// <returns>False when the waiting was ended.</returns>
    public bool WaitUntil(double timeS)
    {
        if (!_watch.IsRunning)
        {
            _firstS = timeS;
            _watch.Start();
        }

        var leftS = ((timeS - _firstS) / ratio) - _watch.Elapsed.TotalSeconds;
        while (leftS > 0 && !stop.WaitHandle.WaitOne(TimeSpan.FromSeconds(Math.Min(leftS, 60)))) leftS = ((timeS - _firstS) / ratio) - _watch.Elapsed.TotalSeconds;
        return !stop.IsCancellationRequested;
    }
}
