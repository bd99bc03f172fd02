using System.Diagnostics;
using Bulwark.Workbench.Tests.Rules;

namespace Bulwark.Workbench.Tests.Studies.Experiments;

/// <summary>The command as a process of its own, which a test may kill.</summary>
internal static class Child
{
    /// <summary>Starts bulwark.</summary>
    public static Process Start(string folder, params string[] arguments) => Start("dotnet", folder, [Repository.AssemblyFile("Bulwark.Cli"), .. arguments]);

    /// <summary>Starts a program.</summary>
    public static Process Start(string program, string folder, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>Runs a program to its end.</summary>
    public static (int ExitCode, string Text) Run(string program, string folder, params IReadOnlyList<string> arguments)
    {
        using var process = Start(program, folder, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd() + error.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, text);
    }

    /// <summary>Whether a program is on the path.</summary>
    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin").Any(folder => File.Exists(Path.Combine(folder, program)));
}
