using System.ComponentModel;
using System.Diagnostics;
using Bulwark.Cli.Manner;

namespace Bulwark.Cli.Studies.Cluster;

/// <summary>Runs a program of a batch engine and hands back what it printed.</summary>
internal static class EngineProgram
{
    /// <summary>Runs a program.</summary>
    /// <exception cref="UsageException">It is not there, or fails.</exception>
    public static string Run(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0) throw new UsageException($"{program} failed with exit code {process.ExitCode}: {error.Result.Trim()}");
            return output;
        }
        catch (Win32Exception missing)
        {
            throw new UsageException($"{program} cannot be started ({missing.Message}); expected it on the PATH of this machine, or --write-only to write the files and hand them in by yourself");
        }
    }
}
