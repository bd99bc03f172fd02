using System.Text.Json;
using System.Text.RegularExpressions;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Recording;
using Bulwark.Studies.Results;
using Bulwark.Workbench.Tests.Rules;
using Microsoft.Data.Sqlite;

namespace Bulwark.Workbench.Tests.Studies;

/// <summary>docs/results.md says what is really written.</summary>
public sealed partial class ResultsPageTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    private static string Page => File.ReadAllText(Path.Combine(Repository.Root, "docs", "results.md")).ReplaceLineEndings("\n");

    public void Dispose() => _home.Dispose();

    [Fact]
    public void EveryStatementOfThePageRunsAndFindsSomething()
    {
        RunFolder.Write(StudyRuns.Crete, _home.Under("r"));
        using var database = new SqliteConnection($"Data Source={_home.Under("r/events.sqlite")};Mode=ReadOnly;Pooling=False");
        database.Open();
        var statements = Statements().Matches(Page).Select(static match => match.Groups["sql"].Value).ToArray();
        Assert.NotEmpty(statements);
        foreach (var sql in statements)
        {
            using var command = database.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            Assert.True(reader.Read(), sql);
        }
    }

    [Fact]
    public void ThePageNamesEveryFileTableAndCause()
    {
        foreach (var name in StudyRuns.FileNames) Assert.Contains($"`{name}`", Page, StringComparison.Ordinal);
        foreach (var type in Enum.GetValues<EventType>()) Assert.Contains($"`{EventTable.Name(type)}`", Page, StringComparison.Ordinal);
        foreach (var cause in Enum.GetNames<LossCause>()) Assert.Contains($"`{JsonNamingPolicy.CamelCase.ConvertName(cause)}`", Page, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(SummaryJson.Of(StudyRuns.Crete.Summary, 1));
        foreach (var member in json.RootElement.EnumerateObject()) Assert.Contains($"`{member.Name}`", Page, StringComparison.Ordinal);
    }

    [GeneratedRegex("```sql\n(?<sql>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Statements();
}
