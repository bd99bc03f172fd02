namespace Bulwark.Workbench.Tests.Rules;

/// <summary>
/// Every command that README.md and docs show is run as it stands, in a copy of the folders that a user has, and must end as said.
/// Commands of one document run one after the other in one place, so that a later one may read what an earlier one wrote.
/// </summary>
public class DocumentRules(ITestOutputHelper output)
{
    private static readonly string[] Ours = ["dotnet run --project src/Bulwark.Cli -- ", "bulwark "];

    /// <summary>Commands that belong to the machine or to the checkout as a whole, and run elsewhere: in the build, or in a test of their own.</summary>
    private static readonly string[] Elsewhere =
        ["dotnet test", "dotnet build", "dotnet tool ", "dotnet add package ", "dotnet restore", "dotnet pack", "dotnet run --project tests/", "dotnet run --project benchmarks/", "dotnet run -c Release --project benchmarks/", "dotnet run examples/", "git clone ", "cd ", ".ci/run"];

    /// <summary>What a command may read; copied, so that none can change the checkout.</summary>
    private static readonly string[] UserFolders = ["catalogue", "doctrines", "scenarios", "studies", "programmes", "schemas", "examples", "docs"];

    public static TheoryData<string> Documents =>
        [.. new[] { Path.Combine(Repository.Root, "README.md") }.Concat(Repository.Files(Path.Combine(Repository.Root, "docs"), "*.md")).Select(Repository.Relative)];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task EveryCommandRuns(string document)
    {
        var commands = DocumentedCommands.Find(await File.ReadAllTextAsync(Path.Combine(Repository.Root, document), TestContext.Current.CancellationToken));
        var folder = Directory.CreateTempSubdirectory("bulwark-docs-").FullName;
        try
        {
            foreach (var user in UserFolders) Copy(Path.Combine(Repository.Root, user), Path.Combine(folder, user));
            var failures = new List<string>();
            foreach (var command in commands)
            {
                var place = $"{document}:{command.Line}: {command.Text}";
                if (command.NotRun is { } reason) output.WriteLine($"not run ({reason}): {place}");
                else if (Elsewhere.Any(start => (command.Text + " ").StartsWith(start, StringComparison.Ordinal))) output.WriteLine($"run elsewhere: {place}");
                else if (Array.Find(Ours, start => (command.Text + " ").StartsWith(start, StringComparison.Ordinal)) is not { } ours) failures.Add($"{place}: no known kind of command; see DocumentRules.Elsewhere");
                else if (await FailureOf(command, ours, folder) is { } failure) failures.Add($"{place}: {failure}");
            }

            Violations.AssertNone(failures, "Every command that a document shows runs and ends as the document says.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void CommandsAreFoundInEveryKindOfBlock()
    {
        const string Markdown = """
            # Title
            ```sh
            # a remark
            bulwark run a.yaml \
              --seed 3   # why
            git clone x
            ```
            Text
            <!-- exits 2 -->

            ```console
            $ bulwark check "my file.yaml"
            my file.yaml: not found
            ```
            <!-- not run: serves until stopped -->
            ```bash
            bulwark serve
            ```
            ```yaml
            bulwark: no
            ```
            ```sh
            bulwark verify
            ```
            """;
        Assert.Equal(
            [
                new(4, "bulwark run a.yaml --seed 3", 0, null),
                new(6, "git clone x", 0, null),
                new(12, "bulwark check \"my file.yaml\"", 2, null),
                new(17, "bulwark serve", 0, "serves until stopped"),
                new(23, "bulwark verify", 0, null),
            ],
            DocumentedCommands.Find(Markdown));
        Assert.Equal(["bulwark", "check", "my file.yaml"], ShellCommand.Split("bulwark  check \"my file.yaml\""));
        Assert.Throws<FormatException>(() => ShellCommand.Split("bulwark run x > y"));
    }

    private static async Task<string?> FailureOf(DocumentedCommands.Command command, string ours, string folder)
    {
        var arguments = ShellCommand.Split((command.Text + " ")[ours.Length..]);
        var (exitCode, text) = await ShellCommand.RunAsync(
            "dotnet", [Repository.AssemblyFile("Bulwark.Cli"), .. arguments], folder, TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        return exitCode == command.ExitCode ? null : $"ended with {exitCode} instead of {command.ExitCode}{Environment.NewLine}{text}";
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Repository.Files(from, "*"))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
