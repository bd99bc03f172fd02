using System.Diagnostics;

namespace Bulwark.Cli.Manner;

/// <summary>Progress as an occasional plain line, for places that are no terminal.</summary>
/// <param name="writer">Receives the lines.</param>
/// <param name="title">What is being done.</param>
internal sealed class PlainProgress(TextWriter writer, string title)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Stopwatch _sinceLine = Stopwatch.StartNew();

    /// <summary>Takes note of the share done, 0 to 1; prints when the last line is some seconds old.</summary>
    public void Show(double share)
    {
        if (_sinceLine.Elapsed < Pause) return;
        _sinceLine.Restart();
        writer.WriteLine($"{title}: {share:0 %}");
    }
}
