using System.Diagnostics;

namespace Bulwark.Cli.Manner;

/// <summary>Progress as an occasional plain line, for places that are no terminal.</summary>
/// <param name="writer">Receives the lines.</param>
/// <param name="title">What is being done.</param>
internal sealed class PlainProgress(TextWriter writer, string title)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Stopwatch _sinceLine = Stopwatch.StartNew();
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();
    private double? _first;

    /// <summary>Takes note of the share done, 0 to 1; prints when the last line is some seconds old, with the time left at the rate so far.</summary>
    public void Show(double share)
    {
        _first ??= share;
        if (_sinceLine.Elapsed < Pause) return;
        _sinceLine.Restart();
        writer.WriteLine($"{title}: {share:0 %}{Left(share - _first.Value, 1 - share)}");
    }

    private string Left(double done, double left)
    {
        if (!(done > 0) || !(left > 0)) return "";
        var seconds = _sinceStart.Elapsed.TotalSeconds * left / done;
        return seconds < 90 ? $", about {Math.Max(1, Math.Round(seconds)):0} s left" : seconds < 5400 ? $", about {seconds / 60:0} min left" : $", about {seconds / 3600:0.#} h left";
    }
}
