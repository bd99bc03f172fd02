using System.Text.Json.Nodes;
using Bulwark.Formats.Parquet;

namespace Bulwark.Workbench.Tests.Studies.Experiments;

/// <summary>Parquet files are read back by DuckDB, which shares no code with the writer.</summary>
public sealed class ParquetTests(ITestOutputHelper output) : IDisposable
{
    private const string Version = "1.5.6-r.1";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void DuckDB_reads_what_was_written()
    {
        var file = _folder.Under("table.parquet");
        const int Rows = 150_000;
        using (var stream = File.Create(file))
        {
            using var writer = new ParquetWriter(stream, [new("whole", ParquetType.Integer), new("real", ParquetType.Real), new("text", ParquetType.Text), new("empty", ParquetType.Text)]);
            for (var row = 0; row < Rows; row++)
                writer.Add([row % 7 == 0 ? null : (long)row * row - 5, row % 11 == 0 ? null : row / 3.0, row % 5 == 0 ? null : $"wört {row % 300}", null]);
            Assert.Throws<ArgumentException>(() => writer.Add([1L]));
        }

        using (var stream = File.Create(_folder.Under("none.parquet"))) new ParquetWriter(stream, [new("a", ParquetType.Real)]).Dispose();
        var answer = Ask(
            "SELECT count(*)::INT AS n, count(whole)::INT AS wholes, sum(whole)::DOUBLE AS whole, count(real)::INT AS reals, sum(real) AS real, count(DISTINCT text)::INT AS texts, max(text) AS last, count(empty)::INT AS empties, " +
            "(SELECT count(*)::INT FROM 'none.parquet') AS none, (SELECT whole::DOUBLE FROM 'table.parquet' LIMIT 1 OFFSET 100001) AS one FROM 'table.parquet'");
        var all = Enumerable.Range(0, Rows).ToList();
        Assert.Equal(Rows, (int)answer["n"]!);
        Assert.Equal(all.Count(static row => row % 7 != 0), (int)answer["wholes"]!);
        Assert.Equal(all.Where(static row => row % 7 != 0).Sum(static row => ((double)row * row) - 5), (double)answer["whole"]!, 1.0);
        Assert.Equal(all.Count(static row => row % 11 != 0), (int)answer["reals"]!);
        Assert.Equal(all.Where(static row => row % 11 != 0).Sum(static row => row / 3.0), (double)answer["real"]!, 1e-3);
        Assert.Equal(300, (int)answer["texts"]! + all.Select(static row => row % 300).Distinct().Count(static text => text % 5 == 0));
        Assert.Equal("wört 99", (string)answer["last"]!);
        Assert.Equal(0, (int)answer["empties"]!);
        Assert.Equal(0, (int)answer["none"]!);
        Assert.Equal((100001.0 * 100001) - 5, (double)answer["one"]!);
    }

    [Fact]
    public void DuckDB_reads_the_export_of_a_study()
    {
        var study = SmallStudy.Write(_folder.Path);
        Assert.Equal(0, Cli.Command.Run("study", "run", study, "--out", _folder.Under("results"), "--quiet").ExitCode);
        Assert.Equal(0, Cli.Command.Run("study", "export", _folder.Under("results"), "--to", _folder.Under("runs.parquet")).ExitCode);
        var sums = Cli.Command.Run("study", "query", _folder.Under("results"), "SELECT sum(leaked), sum(raid), sum(first_launch_s) FROM answer", "--json").Json()["rows"]![0]!;
        var answer = Ask("SELECT count(*)::INT AS n, sum(leaked)::DOUBLE AS leaked, sum(raid)::DOUBLE AS raid, sum(first_launch_s)::DOUBLE AS launch FROM 'runs.parquet'");
        Assert.Equal(18, (int)answer["n"]!);
        Assert.Equal((double)sums[0]!, (double)answer["leaked"]!);
        Assert.Equal((double)sums[1]!, (double)answer["raid"]!);
        Assert.Equal((double)sums[2]!, (double)answer["launch"]!, 1e-9);
    }

    // Asks DuckDB in a process of Node, with its binding from npm.
    private JsonObject Ask(string sql)
    {
        if (!Child.Has("node") || !Child.Has("npm")) Assert.Skip("needs Node and npm");
        var tools = _folder.Under("node");
        Directory.CreateDirectory(tools);
        var (installed, why) = Child.Run("npm", tools, "install", "--no-audit", "--no-fund", "--silent", $"@duckdb/node-api@{Version}");
        if (installed != 0) Assert.Skip("npm cannot install DuckDB here: " + why.Trim());
        File.WriteAllText(Path.Combine(tools, "ask.mjs"), """
            import duckdb from '@duckdb/node-api';
            process.chdir(process.argv[2]);
            const connection = await (await duckdb.DuckDBInstance.create(':memory:')).connect();
            const reader = await connection.runAndReadAll(process.argv[3]);
            console.log(JSON.stringify(reader.getRowObjectsJson()[0]));
            """);
        var (exitCode, text) = Child.Run("node", tools, "ask.mjs", _folder.Path, sql);
        output.WriteLine(text);
        Assert.True(exitCode == 0, text);
        return JsonNode.Parse(text)!.AsObject();
    }
}
