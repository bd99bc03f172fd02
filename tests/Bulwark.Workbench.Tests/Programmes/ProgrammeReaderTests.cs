using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Reading;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Programmes;

public class ProgrammeReaderTests
{
    [Fact]
    public void Everything_written_is_read()
    {
        var programme = SmallProgramme.Read();
        var tube = programme.Components.Single(component => component.Id == "tube");
        Assert.Equal(new Spread(500 * 3600, 1000 * 3600, 2000 * 3600), tube.BetweenFailuresS);
        Assert.Equal((RepairPlace.Maker, 1, 1, false), (tube.Repair, tube.BaseStock, tube.DepotStock, tube.IsForeignOnly));
        Assert.Equal([false, true], tube.Sources.Select(static source => source.IsHome));
        Assert.Equal(new ComponentPart("cable", 3, 2), programme.Components[0].Parts[1]);
        Assert.Equal(3000 / 8766.0, programme.Units[0].UseRatio.TypicalSi, 1e-12);
        Assert.Equal(0.4, programme.Contracts[0].AdvanceShare, 1e-12);
        Assert.Equal(new DateTimeOffset(2024, 7, 1, 0, 0, 0, TimeSpan.Zero), programme.Events[0].ToUtc);
        Assert.Equal(["free", "stopped", "stopped-home"], programme.Cases.Select(static way => way.Id));
        Assert.True(programme.Components[2].Basis is { IsAssumed: false, Fact: "told" });
    }

    [Theory]
    [InlineData("mtbf: 4000 h\n    price: 2 thousand USD", "inputs: {tube: 1}\n    mtbf: 4000 h\n    price: 2 thousand USD", "")]
    [InlineData("parts: {tube: 1, cable: 2 of 3}", "parts: {tube: 1, cable: 2 of 3, radar: 1}", "circle: radar > radar")]
    [InlineData("    base-stock: 1\n", "    base-stock: 1\n    inputs: {cable: 1}\n", "")]
    [InlineData("sources: [{supplier: abroad, lead-time: 90 d}]\n", "\n", "nobody supplies 'cable'")]
    [InlineData("first: 2020-06-01, last: 2020-07-01", "first: 2020-06-31, last: 2020-07-01", "'2020-06-31' is not a date")]
    [InlineData("first: 2020-06-01, last: 2020-07-01", "first: 2020-06-01, last: 2020-05-01", "the last day 2020-05-01 is before the first")]
    [InlineData("first: 2020-06-01, last: 2020-07-01", "first: 2019-06-01, last: 2020-07-01", "before its contract is signed")]
    [InlineData("from: 2023-01-01, to: 2024-07-01", "from: 2023-01-01, to: 2022-07-01", "not after it begins")]
    [InlineData("from: 2023-01-01, to: 2024-07-01", "from: 2033-01-01, to: 2034-07-01", "after the last day")]
    [InlineData("country: There, assumed: a test}\ncases", "country: Tehre, assumed: a test}\ncases", "no supplier is in 'Tehre'")]
    [InlineData("{supplier: abroad, lead-time: 90 d}\n      -", "{supplier: abraod, lead-time: 90 d}\n      -", "there is no supplier 'abraod'")]
    [InlineData("parts: {tube: 1, cable: 2 of 3}", "parts: {tube: 1, cable: 4 of 3}", "'4 of 3' is no quantity")]
    [InlineData("typical: 1000 h, high: 2000 h", "typical: 3000 h, high: 2000 h", "out of order")]
    [InlineData("    fact: told\nsuppliers", "suppliers", "nothing says what this rests on")]
    [InlineData("made-abroad-only: yes", "made-abroad-only: maybe", "'maybe' is not a valid")]
    [InlineData("kind: depot, benches", "kind: depto, benches", "'depto' is not a valid")]
    [InlineData("depot: depot, ship-time", "depot: base, ship-time", "'base' is a base")]
    [InlineData("localisation: {event: stop, floor: 30 %}", "localisation: {event: halt, floor: 30 %}", "there is no event 'halt'")]
    [InlineData("duration: 6 years", "duration: 6000 years", "'duration' of '6000 years' is out of range")]
    [InlineData("base-stock: 1", "base-stock: -1", "'base-stock' of -1 is out of range")]
    [InlineData("base-stock: 1", "base-stock: 99999999999999999999", "is not a whole number")]
    [InlineData("replications: 40", "replications: 4000000000", "from 2 to 100000")]
    [InlineData("home: Here", "hoem: Here", "did you mean 'home'")]
    [InlineData("equipment: {radar: 1 of 2}", "equipment: {radar: 1000000 of 2000000}", "is no quantity")]
    [InlineData("{low: 500 h, typical: 1000 h, high: 2000 h}\n    repair: maker", "1 h\n    batch: 1000\n    repair: maker", "failures and rounds have to be simulated")]
    [InlineData("    depot-stock: 1\n    assumed: a test\n  - id: cable", "    depot-stock: 1\n    order-quantity: 1000\n    inputs: {cable: 10000}\n    assumed: a test\n  - id: cable", "an order of 'tube' takes 10000000 others")]
    [InlineData("    repair: maker", "    repair: base\n    base-repair: 20 %", "the base repairs every 'tube'")]
    [InlineData("learning: 0.9", "price-learning: 0.4", "'price-learning' of '0.4' is out of range")]
    [InlineData("hours-per-year: 3000, assumed: a test}\n  - {id: two", "hours-per-year: 1e400, assumed: a test}\n  - {id: two", "too large")]
    [InlineData("    parts: {tube: 1, cable: 2 of 3}\n", "    parts: {tube: 1, cable: 2 of 3}\n    mtbf: 3 h\n", "belongs to them")]
    public void Problems_are_told_with_their_place(string good, string bad, string message)
    {
        var text = SmallProgramme.Text.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(SmallProgramme.Text, text);
        var (programme, problems) = ProgrammeReader.CheckText(text, "small.yaml");
        if (message.Length == 0)
        {
            Assert.NotNull(programme);
            return;
        }

        Assert.Null(programme);
        Assert.Contains(problems, problem => problem.ToString().Contains(message, StringComparison.Ordinal) && problem.File == "small.yaml" && problem.Line > 0 && problem.Column > 0);
    }

    [Fact]
    public void A_circle_over_parts_and_inputs_is_told_with_its_way()
    {
        var text = SmallProgramme.Text.Replace("    base-stock: 1\n", "    base-stock: 1\n    inputs: {cable: 1}\n", StringComparison.Ordinal).Replace("    kinds: 4\n", "    inputs: {tube: 1}\n    kinds: 4\n", StringComparison.Ordinal);
        var (programme, problems) = ProgrammeReader.CheckText(text, "small.yaml");
        Assert.Null(programme);
        var problem = Assert.Single(problems, static problem => problem.Message.Contains("circle", StringComparison.Ordinal));
        Assert.Contains("tube > cable > tube", problem.Message, StringComparison.Ordinal);
        Assert.Equal(text[..text.IndexOf("{tube: 1}", StringComparison.Ordinal)].Count(static character => character == '\n') + 1, problem.Line);
    }

    [Fact]
    public void A_structure_too_large_or_too_deep_is_refused_not_laid_out()
    {
        var deep = string.Concat(Enumerable.Range(0, 60).Select(static level => $"  - id: level-{level}\n    parts: {{{(level == 59 ? "radar" : $"level-{level + 1}")}: 1}}\n    assumed: a test\n"));
        var (_, problems) = ProgrammeReader.CheckText(SmallProgramme.Text.Replace("components:\n", "components:\n" + deep, StringComparison.Ordinal), "small.yaml");
        Assert.Contains(problems, static problem => problem.Message.Contains("nested", StringComparison.Ordinal));
        var wide = string.Concat(Enumerable.Range(0, 6).Select(static level => $"  - id: level-{level}\n    parts: {{{(level == 5 ? "radar" : $"level-{level + 1}")}: 1000}}\n    assumed: a test\n"));
        (_, problems) = ProgrammeReader.CheckText(SmallProgramme.Text.Replace("components:\n", "components:\n" + wide, StringComparison.Ordinal).Replace("equipment: {radar: 1}", "equipment: {level-0: 1}", StringComparison.Ordinal), "small.yaml");
        Assert.Contains(problems, static problem => problem.Message.Contains("positions", StringComparison.Ordinal));
    }

    [Fact]
    public void Shipped_programmes_are_in_order()
    {
        foreach (var file in Repository.FilesIn("programmes"))
        {
            var (programme, problems) = ProgrammeReader.Check(file);
            Assert.NotNull(programme);
            Assert.Empty(problems);
        }
    }

    [Fact]
    public void The_facts_of_the_starting_case_are_there_and_what_is_not_published_is_an_assumption()
    {
        var programme = ProgrammeReader.Read(Repository.PathOf("programmes", "turkey-s400.yaml"));
        Assert.Equal(2.5e9, programme.Contracts[0].ValueUsd.TypicalSi);
        Assert.Equal(0.45, programme.Contracts[0].AdvanceShare, 1e-12);
        Assert.Equal(new DateTimeOffset(2019, 7, 12, 0, 0, 0, TimeSpan.Zero), programme.Contracts[0].Deliveries[0].FirstUtc);
        Assert.Equal(new DateTimeOffset(2020, 12, 14, 0, 0, 0, TimeSpan.Zero), programme.Events.Single(static one => one.Id == "sanctions").FromUtc);
        Assert.All(programme.Components.Where(static component => component.Parts.Count > 0 || component.Role == EquipmentRole.Other), static component => Assert.NotEmpty(component.Basis.Reasoning));
        Assert.Contains(programme.Components, static component => component.IsForeignOnly && component.Basis.Fact == "components-only");
        Assert.All(programme.Facts, static fact => Assert.NotEmpty(fact.Source));
        Assert.True(programme.Components.Where(static component => component.Parts.Count == 0).Sum(static component => component.Kinds) >= 200);
    }
}
