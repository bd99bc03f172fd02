namespace Bulwark.Workbench.Tests.Rules;

/// <summary>Every single-file program in examples runs as a user would run it, from the root of the checkout, and succeeds.</summary>
public class ExampleRules(ITestOutputHelper output)
{
    [Fact]
    public async Task EveryExampleRuns()
    {
        var examples = Repository.Files(Path.Combine(Repository.Root, "examples"), "*.cs").Select(Repository.Relative).ToList();
        Assert.NotEmpty(examples);

        // One after the other: each builds the libraries it needs in place.
        var failures = new List<string>();
        foreach (var example in examples)
        {
            var (exitCode, text) = await ShellCommand.RunAsync("dotnet", ["run", example], Repository.Root, TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
            output.WriteLine($"{example} ended with {exitCode}:{Environment.NewLine}{text}");
            if (exitCode != 0) failures.Add($"{example} ended with {exitCode}{Environment.NewLine}{text}");
            else if (string.IsNullOrWhiteSpace(text)) failures.Add($"{example} printed nothing");
        }

        Violations.AssertNone(failures, "Every example runs with 'dotnet run FILE' and ends with 0.");
    }
}
