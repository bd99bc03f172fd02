using System.Diagnostics;

namespace Bulwark.Core.Tests.Support;

/// <summary>Another program whose answers ours are compared with; the test is skipped where it is not installed.</summary>
internal static class PeerProgram
{
    /// <summary>Runs it with lines on its input and returns the lines of its output.</summary>
    public static string[] Ask(string program, IEnumerable<string> arguments, string input = "")
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        Process? process;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not installed here.");
            throw;
        }

        using (process!)
        {
            var output = process!.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{program}: {errors.Result}");
            return output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }
}
