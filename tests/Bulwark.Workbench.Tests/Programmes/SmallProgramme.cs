using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Reading;

namespace Bulwark.Workbench.Tests.Programmes;

/// <summary>A small programme as text, to be changed by tests.</summary>
internal static class SmallProgramme
{
    public const string Text = """
        bulwark: programme/1
        title: Small
        start: 2020-01-01
        duration: 6 years
        replications: 40
        home: Here
        facts:
          - {id: told, date: "2020", text: something, source: somebody}
        components:
          - id: radar
            role: engagement-radar
            parts: {tube: 1, cable: 2 of 3}
            assumed: a test
          - id: tube
            mtbf: {low: 500 h, typical: 1000 h, high: 2000 h}
            repair: maker
            repair-time: 60 d
            condemned: 20 %
            price: 100 thousand USD
            sources:
              - {supplier: abroad, lead-time: 90 d}
              - {supplier: at-home, lead-time: 60 d, from: 2021-01-01, qualification: 12 months, cost-factor: 2, set-up-cost: 5 million USD}
            base-stock: 1
            depot-stock: 1
            assumed: a test
          - id: cable
            kinds: 4
            mtbf: 4000 h
            price: 2 thousand USD
            sources: [{supplier: abroad, lead-time: 90 d}]
            made-abroad-only: yes
            depot-stock: 1
            fact: told
        suppliers:
          - {id: abroad, country: There, assumed: a test}
          - {id: at-home, country: Here, capacity: 24, learning: 0.9, assumed: a test}
        sites:
          - {id: depot, kind: depot, benches: 2, assumed: a test}
          - {id: base, kind: base, depot: depot, ship-time: 3 d, assumed: a test}
        units:
          - {id: one, site: base, equipment: {radar: 1 of 2}, hours-per-year: 3000, assumed: a test}
          - {id: two, site: base, equipment: {radar: 1}, hours-per-year: 3000, assumed: a test}
        contracts:
          - id: buy
            supplier: abroad
            signed: 2020-01-01
            value: 100 million USD
            advance: 40 %
            loan-time: 3 years
            fact: told
            deliveries:
              - {id: second, unit: two, first: 2020-06-01, last: 2020-07-01, set-up: 30 d, fact: told}
        events:
          - {id: stop, kind: embargo, from: 2023-01-01, to: 2024-07-01, country: There, assumed: a test}
        cases:
          - {id: free, title: free, without: [stop], made-at-home: no}
          - {id: stopped, title: stopped, made-at-home: no}
          - {id: stopped-home, title: stopped and made at home}
        localisation: {event: stop, floor: 30 %}
        """;

    public static Programme Read(string text)
    {
        var (programme, problems) = ProgrammeReader.CheckText(text, "small.yaml");
        Assert.DoesNotContain(problems, static problem => problem.Severity == Severity.Error);
        return programme!;
    }

    public static Programme Read() => Read(Text);

    /// <summary>The line of the text on which something stands first.</summary>
    public static int LineOf(string part) => Text[..Text.IndexOf(part, StringComparison.Ordinal)].Count(static character => character == '\n') + 1;
}
