using System.Diagnostics;
using System.Globalization;

namespace Bulwark.Benchmarks.Timing;

/// <summary>Processor time of one assignment, whatever else the machine does: <c>-- assignment</c>. The least and the mean of the solutions are printed, with the gap.</summary>
internal static class AssignmentTiming
{
    internal static void Run()
    {
        Console.WriteLine("targets channels at-a-target   least ms    mean ms");
        foreach (var (targets, engagements, solutions) in ((int, int, int)[])[(100, 1, 200), (100, 2, 200), (1000, 1, 7), (1000, 2, 7)])
        {
            var bench = new AssignmentBenchmarks { Targets = targets, Engagements = engagements };
            bench.Draw();
            var milliseconds = new double[solutions];
            for (var index = 0; index < solutions; index++)
            {
                var before = Process.GetCurrentProcess().UserProcessorTime;
                bench.Solve();
                milliseconds[index] = (Process.GetCurrentProcess().UserProcessorTime - before).TotalMilliseconds;
            }

            Array.Sort(milliseconds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{targets,7} {targets * 4 / 10,8} {engagements,11} {milliseconds[0],10:0.0} {milliseconds.Average(),10:0.0}"));
        }
    }
}
