using System.Text.Json.Nodes;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Programmes.Reading;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Scenarios.Doctrines;
using Bulwark.Studies.Files;

namespace Bulwark.Workbench.Tests.Files;

/// <summary>The schemas are generated. To write them again after a change of keys, run these tests with BULWARK_WRITE_SCHEMAS=1.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void The_schema_files_are_what_the_readers_keys_make()
    {
        foreach (var (name, text) in Schemas())
        {
            var path = Repository.PathOf("schemas", name);
            if (Environment.GetEnvironmentVariable("BULWARK_WRITE_SCHEMAS") == "1") File.WriteAllText(path, text);
            Assert.Equal(text, File.ReadAllText(path));
        }
    }

    [Fact]
    public void Shipped_files_satisfy_their_schemas()
    {
        var scenario = new SchemaCheck(ScenarioReader.Schema());
        foreach (var file in Repository.FilesIn("scenarios").Where(Repository.IsScenario)) Assert.Empty(scenario.Problems(Json(File.ReadAllText(file))));
        Assert.Empty(scenario.Problems(Json(ScenarioTemplate.Text)));
        var part = new SchemaCheck(ScenarioReader.PartSchema());
        foreach (var file in Repository.FilesIn("scenarios").Where(static file => !Repository.IsScenario(file))) Assert.Empty(part.Problems(Json(File.ReadAllText(file))));
        var programme = new SchemaCheck(ProgrammeReader.Schema());
        foreach (var file in Repository.FilesIn("programmes")) Assert.Empty(programme.Problems(Json(File.ReadAllText(file))));
        var catalogue = new SchemaCheck(CatalogueStore.Schema());
        var doctrine = new SchemaCheck(DoctrineFile.Schema());
        foreach (var file in Repository.FilesIn("doctrines")) Assert.Empty(doctrine.Problems(Json(File.ReadAllText(file))));
        Assert.Empty(doctrine.Problems(Json(ScenarioTemplate.DoctrineText)));
        var study = new SchemaCheck(StudyReader.Schema());
        foreach (var file in Repository.FilesIn("studies")) Assert.Empty(study.Problems(Json(File.ReadAllText(file))));
        foreach (var file in Repository.FilesIn("catalogue")) Assert.Empty(catalogue.Problems(Json(File.ReadAllText(file))));
    }

    [Theory]
    [InlineData("scenario-files.md", "scenario.schema.json")]
    [InlineData("catalogue.md", "catalogue.schema.json")]
    [InlineData("studies.md", "study.schema.json")]
    public void The_pages_name_every_key_with_its_meaning(string page, string schema)
    {
        var text = File.ReadAllText(Repository.PathOf("docs", page));
        var root = JsonNode.Parse(Schemas().Single(pair => pair.Name == schema).Text)!.AsObject();
        foreach (var part in root["$defs"]!.AsObject().Select(pair => pair.Value!.AsObject()).Append(root))
        {
            foreach (var (key, value) in part["properties"]?.AsObject() ?? [])
            {
                Assert.Contains($"`{key}`", text, StringComparison.Ordinal);
                var description = value!["description"]?.GetValue<string>().Split(" Expected: ");
                if (page is "scenario-files.md" or "studies.md") Assert.Contains(description![0], text, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("scenario-files.md", "scenario.schema.json", "scenario")]
    [InlineData("programme-files.md", "programme.schema.json", "programme")]
    [InlineData("doctrine.md", "doctrine.schema.json", "doctrine-file")]
    public void The_tables_of_keys_are_made_of_the_schema(string name, string schema, string top)
    {
        var path = Repository.PathOf("docs", name);
        var page = File.ReadAllText(path);
        var start = page.IndexOf(KeyTables.Heading, StringComparison.Ordinal);
        Assert.True(start > 0);
        var made = page[..start] + KeyTables.Of(Schemas().Single(pair => pair.Name == schema).Text, top);
        if (Environment.GetEnvironmentVariable("BULWARK_WRITE_SCHEMAS") == "1") File.WriteAllText(path, made);
        Assert.Equal(made, File.ReadAllText(path));
    }

    [Theory]
    [InlineData("duration: 15 min", "duration: 15 kg")]
    [InlineData("duration: 15 min\n", "")]
    [InlineData("terrain: none", "terrain: {flat: yes}")]
    [InlineData("count: 6", "count: 0")]
    [InlineData("count: 6", "cuont: 6")]
    [InlineData("use: fighter\n", "use: [fighter]\n")]
    [InlineData("facing: 0 deg", "facing: 0")]
    [InlineData("height: 7 km", "height: 7 s")]
    public void What_the_reader_refuses_the_schema_refuses(string good, string bad)
    {
        var text = Repository.Example.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(Repository.Example, text);
        Assert.NotEmpty(Repository.Check(text));
        Assert.NotEmpty(new SchemaCheck(ScenarioReader.Schema()).Problems(Json(text)));
    }

    private static (string Name, string Text)[] Schemas() =>
        [("scenario.schema.json", ScenarioReader.Schema()), ("scenario-part.schema.json", ScenarioReader.PartSchema()), ("catalogue.schema.json", CatalogueStore.Schema()), ("programme.schema.json", ProgrammeReader.Schema()), ("study.schema.json", StudyReader.Schema()), ("doctrine.schema.json", DoctrineFile.Schema())];

    private static JsonNode? Json(string text)
    {
        var problems = new ProblemList();
        var node = DocumentLoader.LoadText(text, "x.yaml", problems);
        Assert.False(problems.HasErrors);
        return Convert(node!);
    }

    // YAML's core schema for plain values, as editors apply it.
    private static JsonNode? Convert(DocumentNode node)
    {
        switch (node)
        {
            case MappingNode mapping:
                var json = new JsonObject();
                foreach (var entry in mapping.Entries) json[entry.Key.Text] = Convert(entry.Value);
                return json;
            case SequenceNode sequence:
                return new JsonArray([.. sequence.Items.Select(Convert)]);
            case ScalarNode { IsNothing: true }:
                return null;
            case ScalarNode { IsPlain: true, Text: "true" or "false" } word:
                return word.Text == "true";
            case ScalarNode { IsPlain: true } plain when long.TryParse(plain.Text, out var whole):
                return whole;
            case ScalarNode { IsPlain: true } plain when double.TryParse(plain.Text, out var number):
                return number;
            case ScalarNode scalar:
                return scalar.Text;
            default:
                throw new InvalidOperationException(node.Kind);
        }
    }
}
