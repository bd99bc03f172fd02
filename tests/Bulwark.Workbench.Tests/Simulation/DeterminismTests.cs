using System.Diagnostics;
using System.Text.Json;
using Bulwark.Core.Timing;
using Bulwark.Simulation;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation;

public class DeterminismTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void TheHashIsTheSameForAnyNumberOfThreads(int threads) =>
        Assert.Equal(Runs.Crete.Summary.Hash, Simulator.Run(Runs.Load("crete-s300"), new RunOptions { Threads = threads }).Summary.Hash);

    [Fact]
    public void AnotherSeedOrReplicationIsAnotherRun()
    {
        var scenario = Runs.Load("first-steps");
        var hashes = new[]
        {
            Simulator.Run(scenario, new RunOptions { Seed = 1 }).Summary.Hash,
            Simulator.Run(scenario, new RunOptions { Seed = 2 }).Summary.Hash,
            Simulator.Run(scenario, new RunOptions { Seed = 1, Replication = 1 }).Summary.Hash,
        };
        Assert.Equal(3, hashes.Distinct().Count());
    }

    [Fact]
    public void DebugAndReleaseGiveTheSameHash()
    {
        var folder = Path.Combine(Repository.Root, "src", "Bulwark.Cli", "bin");
        string[] builds = [.. new[] { "Debug", "Release" }.Select(name => Path.Combine(folder, name, "net10.0", "bulwark.dll"))];
        if (!builds.All(IsOfTheseSources)) Assert.Skip("needs the command line built from these sources in both configurations: dotnet build src/Bulwark.Cli -c Debug, and -c Release");
        var hashes = builds.Select(HashOf).ToList();
        Assert.Equal(hashes[0], hashes[1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200.123)]
    [InlineData(431)]
    [InlineData(700)]
    public void ABranchWithoutAChangeReproducesTheRun(double atS)
    {
        var scenario = Runs.Load("crete-s300");
        var plan = RunPlanner.Plan(scenario, new RunOptions { Threads = 1 });
        var trunk = new Simulator(plan);
        trunk.RunUntil(SimTime.FromSeconds(atS));
        var snapshot = trunk.Snapshot();

        // The trunk goes on first: if the snapshot shared anything with it, the branch would now start from a later world.
        trunk.RunUntil(plan.End);
        var branch = snapshot.Continue();
        branch.RunUntil(plan.End);
        Assert.Equal(Runs.Crete.Summary.Hash, trunk.Result().Summary.Hash);
        Assert.Equal(Runs.Crete.Summary.Hash, branch.Result().Summary.Hash);
    }

    [Fact]
    public void ABranchWithAChangeSharesThePastAndDiffersAfterwards()
    {
        var scenario = Runs.Load("crete-s300");
        var branchAt = SimTime.FromSeconds(400);
        var trunk = new Simulator(RunPlanner.Plan(scenario, new RunOptions { Threads = 1 }));
        trunk.RunUntil(branchAt);
        var changed = Runs.WithLimits(scenario, limits => limits with { Missiles = 100, Targets = 24 });
        var branch = trunk.Snapshot().Branch(RunPlanner.Plan(changed, new RunOptions { Threads = 1 }));
        branch.RunUntil(SimTime.Start + scenario.Duration);
        var result = branch.Result();
        Assert.True(result.Summary.Peaks.Engaged > 6);
        Assert.NotEqual(Runs.Crete.Summary.Hash, result.Summary.Hash);

        var original = Runs.Crete.Recorder.Events<PlotMade>();
        var branched = result.Recorder.Events<PlotMade>();
        for (var index = 0; original[index].Time < branchAt - SimDuration.FromSeconds(1); index++) Assert.Equal(original[index], branched[index]);
    }

    [Fact]
    public void ABranchNeedsTheSameThingsInTheSamePlaces()
    {
        var scenario = Runs.Load("first-steps");
        var trunk = new Simulator(RunPlanner.Plan(scenario, new RunOptions { Threads = 1 }));
        var other = RunPlanner.Plan(scenario with { Groups = [scenario.Groups[0]], Batteries = [] }, new RunOptions { Threads = 1 });
        Assert.Throws<ArgumentException>(() => trunk.Snapshot().Branch(other));
    }

    [Fact]
    public void ACancelledRunStops()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => Simulator.Run(Runs.Load("first-steps"), new RunOptions(), cancellation.Token));
    }

    // A build that an older checkout left behind would be compared with this one's: every assembly has to be newer than its sources.
    private static bool IsOfTheseSources(string build) => Rules.Repository.Projects.All(project =>
    {
        var assembly = Path.Combine(Path.GetDirectoryName(build)!, project == "Bulwark.Cli" ? Path.GetFileName(build) : project + ".dll");
        var newest = Rules.Repository.Files(Path.Combine(Repository.Root, "src", project), "*.cs").Max(File.GetLastWriteTimeUtc);
        return File.Exists(assembly) && File.GetLastWriteTimeUtc(assembly) >= newest;
    });

    private static string HashOf(string build)
    {
        var results = Directory.CreateTempSubdirectory("bulwark-hash-");
        try
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
            foreach (var argument in (string[])[build, "run", Path.Combine(Repository.Root, "scenarios", "first-steps.yaml"), "--json", "--quiet", "--out", Path.Combine(results.FullName, "run")])
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var answer = JsonDocument.Parse(process.StandardOutput.ReadToEnd());
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return answer.RootElement.GetProperty("hash").GetString()!;
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }
}
