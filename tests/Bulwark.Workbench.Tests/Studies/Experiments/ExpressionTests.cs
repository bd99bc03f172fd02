using Bulwark.Simulation;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Measures;

namespace Bulwark.Workbench.Tests.Studies.Experiments;

public sealed class ExpressionTests
{
    private static readonly Lazy<RunResult> Run = new(static () => Simulator.Run(ScenarioReader.ReadText(SmallStudy.Scenario, "small.yaml", SmallStudy.Catalogue)));

    [Theory]
    [InlineData("1 + 2 * 3 - -4 / 2", 9)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("2 < 3 and not 3 <= 2 or 0 == 1", 1)]
    [InlineData("if(1 > 2, 5, abs(-7)) + min(3, 2) + max(3, 2)", 12)]
    [InlineData("1e3 + .5", 1000.5)]
    [InlineData("attackers", 4)]
    [InlineData("count(target_appeared) == attackers", 1)]
    [InlineData("killed + leaked + other == attackers", 1)]
    [InlineData("count(missile_launched where time_s < 0)", 0)]
    [InlineData("count(target_departed where reason == Killed) == killed", 1)]
    [InlineData("count(target_departed where reason != 'Killed' and not target < 0) == attackers - killed - count(target_appeared) + attackers - other", 1)]
    public void Expressions_mean_what_they_say(string expression, double expected) => Assert.Equal(expected, Value(expression));

    [Fact]
    public void Events_become_numbers()
    {
        var launches = Run.Value.Recorder.Events<MissileLaunched>().ToArray().Select(static row => row.Time.TotalS).ToArray();
        Assert.NotEmpty(launches);
        Assert.Equal(launches[0], Value("first(missile_launched.time_s)"));
        Assert.Equal(launches[^1], Value("last(missile_launched.time_s)"));
        Assert.Equal(launches.Max(), Value("max(missile_launched.time_s)"));
        Assert.Equal(launches.Min(), Value("min(missile_launched.time_s)"));
        Assert.Equal(launches.Sum(), Value("sum(missile_launched.time_s)"), 1e-9);
        Assert.Equal(launches.Average(), Value("mean(missile_launched.time_s)"), 1e-9);
        Assert.Equal(launches[0], Value("first_launch_s"));
        Assert.True(double.IsNaN(Value("first(missile_launched.time_s where time_s < 0)")));
        Assert.True(double.IsNaN(Value("1 / 0")));
    }

    [Fact]
    public void Every_recorded_type_has_a_name() =>
        Assert.Equal(Enum.GetValues<EventType>().Order(), EventShape.All.Values.Select(static shape => shape.Type).Order());

    [Fact]
    public void A_measure_may_use_one_before_it()
    {
        var set = Read([("double", "2 * leaked"), ("more", "double + 1")], "more")!;
        Assert.Equal((2 * Run.Value.Summary.Targets.Leaked) + 1, set.Of(Run.Value)[0]);
        Assert.Equal(1, set.WantedCount);
    }

    [Theory]
    [InlineData("leeked", 20, "nothing is called 'leeked'", "leaked")]
    [InlineData("1 +", 23, "the expression ends here", "a number")]
    [InlineData("(1 + 2", 26, "the expression ends here", ")")]
    [InlineData("1 2", 22, "one thing too many", "operator")]
    [InlineData("a = 1", 22, "has no meaning", "write ==")]
    [InlineData("count(missile_lunched)", 26, "no type of event", "missile_launched")]
    [InlineData("sum(missile_launched)", 40, "needs a field", "time_s")]
    [InlineData("sum(missile_launched.tim)", 41, "no field", "time_s")]
    [InlineData("count(target_departed where reason == Kiled)", 58, "none of the choices", "Killed")]
    [InlineData("count(target_departed where reason < Killed)", 55, "no order", "==")]
    [InlineData("count(target_departed where killed)", 48, "compared with nothing", "comparison")]
    [InlineData("sqrt(2)", 20, "no function 'sqrt'", "abs")]
    [InlineData("abs(1, 2)", 20, "is given 2", "one number")]
    [InlineData("'open", 20, "a quote is not closed", "'")]
    [InlineData("1 $ 2", 22, "has no meaning", "+")]
    public void Slips_are_told_by_their_column(string expression, int column, string message, string words)
    {
        var problems = new ProblemList();
        Assert.Null(MeasureReader.Read([("x", new DocumentPlace("f", 1, 1))], [(Node("x", 5), Node(expression, 20))], problems));
        var problem = problems.Sorted()[0];
        Assert.Equal(column, problem.Column);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(words, problem.Expected + problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        foreach (var text in (string[])[new string('(', 10_000), string.Concat(Enumerable.Repeat("not ", 10_000)), new string('-', 10_000) + "1", string.Concat(Enumerable.Repeat("abs(", 10_000))])
        {
            var problems = new ProblemList();
            Assert.Null(MeasureReader.Read([], [(Node("x", 1), Node(text, 1))], problems));
            Assert.Contains("nested too deeply", problems.Sorted()[0].Message, StringComparison.Ordinal);
        }
    }

    private static ScalarNode Node(string text, int column) => new(new DocumentPlace("f", 1, column), text, isPlain: true);

    private static MeasureSet? Read((string Name, string Expression)[] own, string wanted)
    {
        var problems = new ProblemList();
        var set = MeasureReader.Read([(wanted, new DocumentPlace("f", 1, 1))], [.. own.Select(static pair => (Node(pair.Name, 1), Node(pair.Expression, 1)))], problems);
        problems.ThrowIfErrors();
        return set;
    }

    private static double Value(string expression) => Read([("x", expression)], "x")!.Of(Run.Value)[0];
}
