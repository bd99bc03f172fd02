using Bulwark.Simulation.Catalogue;

namespace Bulwark.Workbench.Tests.Files;

/// <summary>What the checker says about the figures of missiles, on a changed copy of a shipped one.</summary>
public sealed class MissileProblemTests
{
    private static readonly string Good = File.ReadAllText(Repository.PathOf("catalogue", "missiles", "pac-3-mse.yaml"));

    [Theory]
    [InlineData("  lethal-radius:", "  kill-probability: {value: 0.8, reasoning: guessed}\n  lethal-radius:", "a round is judged by its miss distance or by a single-shot probability, never by both; expected lethal-radius or kill-probability")]
    [InlineData("  lethal-radius:", "  kill-probability-drone: {value: 0.8, reasoning: guessed}\n  lethal-radius:", "'kill-probability-drone' without 'kill-probability'")]
    [InlineData("  sustain-time:", "  #", "a sustainer needs its propellant, its time and its thrust")]
    [InlineData("typical: 157", "typical: 330", "outside low to high")]
    [InlineData("  seeker:\n    value: active", "  seeker:\n    value: passive", "'passive' is not a valid 'seeker'; expected one of command, semi-active, track-via-missile, active")]
    [InlineData("  navigation:\n    value: augmented", "  navigation:\n    value: augmentd", "did you mean 'augmented'?")]
    [InlineData("typical: 190", "typical: 170", "")]
    [InlineData("  divert-load:\n    low: 32", "  divert-load:\n    low: -32", "'divert-load' of '-32 m/s2' is out of range")]
    public void A_missile_that_is_wrong(string good, string bad, string expected)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var text = Good.Replace(good, bad, StringComparison.Ordinal);
        if (expected.Length == 0)
        {
            Assert.Single(CatalogueStore.LoadTexts([("pac-3-mse.yaml", text)]).Entries);
            return;
        }

        var problems = Repository.Catch(() => CatalogueStore.LoadTexts([("pac-3-mse.yaml", text)]));
        Assert.Contains(problems, problem => problem.StartsWith("pac-3-mse.yaml:", StringComparison.Ordinal) && problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void An_envelope_that_no_flight_reaches_is_refused()
    {
        var text = Good.Replace("low: 150\n    typical: 190\n    high: 240", "low: 40\n    typical: 50\n    high: 60", StringComparison.Ordinal);
        Assert.NotEqual(Good, text);
        var problem = Assert.Single(Repository.Catch(() => CatalogueStore.LoadTexts([("pac-3-mse.yaml", text)])));
        Assert.Contains("the envelope is impossible: at 'maximum-speed' all the way", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_propellants_heavier_than_the_round_are_refused()
    {
        var text = Good.Replace("  launch-mass:\n    low: 350\n    typical: 373\n    high: 400", "  launch-mass:\n    low: 200\n    typical: 205\n    high: 210", StringComparison.Ordinal);
        Assert.NotEqual(Good, text);
        Assert.Contains(Repository.Catch(() => CatalogueStore.LoadTexts([("pac-3-mse.yaml", text)])), problem => problem.Contains("together are not below 'launch-mass'", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_shipped_round_kills_in_exactly_one_way()
    {
        foreach (var entry in Repository.Catalogue.OfKind(EntryKind.Missile))
        {
            var round = ParameterBuilder.Missile(entry);
            Assert.True(round.LethalRadiusM > 0 != round.PublishedKill is not null, entry.Id);
        }
    }
}
