using Bulwark.Operations.Decisions;
using Bulwark.Sensing.Detection;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Workbench.Tests.Files;

public sealed class ShippedFilesTests
{
    [Fact]
    public void The_catalogue_folder_has_no_problems() => Assert.Empty(CatalogueStore.Check(Repository.PathOf("catalogue")));

    [Fact]
    public void The_built_in_catalogue_is_the_folder()
    {
        var folder = CatalogueStore.Load(Repository.PathOf("catalogue"));
        var show = (CatalogueStore store) => string.Concat(store.Entries.Select(entry => CatalogueText.Show(store, entry)));
        Assert.Equal(show(folder), show(Repository.Catalogue));
        Assert.True(folder.Entries.Count >= 9);
    }

    [Fact]
    public void Every_scenario_has_no_problems()
    {
        var files = Repository.FilesIn("scenarios").Where(Repository.IsScenario).ToList();
        Assert.True(files.Count >= 2);
        foreach (var file in files) Assert.Empty(ScenarioReader.Check(file, Repository.Catalogue).Problems);
    }

    [Fact]
    public void The_starting_file_has_no_problems() => Assert.Empty(Repository.Check(ScenarioTemplate.Text));

    [Fact]
    public void The_battery_on_Crete_has_the_published_figures()
    {
        var scenario = ScenarioReader.Read(Repository.PathOf("scenarios", "crete-s300.yaml"), Repository.Catalogue);
        var battery = Assert.Single(scenario.Batteries);
        Assert.Equal(new BatteryLimits(100, 6, 12), battery.Limits);
        Assert.Equal(100, battery.Tracker.MaximumTracks);
        var unit = Assert.Single(battery.FireUnits);
        var radar = Assert.Single(battery.Radars).Radar;
        Assert.Equal((12, 4, 48), Magazine(battery));
        var standard = Assert.Single(ScenarioReader.Read(Repository.PathOf("scenarios", "first-steps.yaml"), Repository.Catalogue).Batteries);
        Assert.Equal((6, 4, 24), Magazine(standard));
        Assert.Equal(12.0, radar.RotationPeriodS);
        Assert.Equal(300_000.0, radar.ReferenceRangeM);
        Assert.Equal(2.0, radar.ReferenceRcsM2);
        Assert.Equal(0.8, radar.ReferencePdProbability);
        Assert.Equal(8.68, radar.AntennaHeightM);
        Assert.Equal(200_000.0, unit.Engagement.ReferenceRangeM);
        Assert.Equal(0.0, unit.Engagement.RotationPeriodS);
        Assert.Equal(SwerlingCase.Case1, radar.Fluctuation);
        Assert.Equal(150_000.0, unit.Launchers[0].Load[0].Round.MaximumRangeM);
        Assert.Equal(1800.0, unit.Launchers[0].Load[0].Round.LaunchMassKg);
        Assert.Equal(3, battery.Doctrine.SalvoSize);
        Assert.Equal(3.0, battery.Doctrine.LaunchIntervalS);
        Assert.Equal(double.DegreesToRadians(350), battery.FacingRad, 1e-12);
        Assert.Equal(150.0, battery.Position.HeightM);
        Assert.Equal("crete-s300", scenario.Id);
        Assert.Equal(134, scenario.Groups.Where(group => group.Allegiance == Allegiance.Hostile).Sum(group => group.Count));
        Assert.Equal(4, scenario.Groups.Where(group => group.Allegiance == Allegiance.Neutral).Sum(group => group.Count));
        Assert.All(scenario.Groups, group => Assert.Equal(group.Allegiance == Allegiance.Hostile, group.Objective is not null));
        // One line for each of the six entries of the battery and the four classes of aircraft.
        Assert.Equal(10, scenario.Sources.Count);
        Assert.Contains(scenario.Sources, line => line.StartsWith("64n6e, ", StringComparison.Ordinal) && line.Contains("https://", StringComparison.Ordinal));
    }

    [Fact]
    public void Published_capacities_stand_with_the_system_they_belong_to()
    {
        foreach (var id in (string[])["s-300p", "s-300ps", "s-300-pmu-1"]) Assert.Equal((100.0, 6.0, 12.0), Caps(id));
        Assert.Equal((300.0, 80.0, 160.0), Caps("s-400"));
        Assert.Equal((100.0, 10.0, 20.0), Caps("s-400-battery"));
        foreach (var entry in Repository.Catalogue.OfKind(EntryKind.Battery).Where(entry => !entry.Id.StartsWith("s-300", StringComparison.Ordinal))) Assert.NotEqual((100.0, 6.0, 12.0), Caps(entry.Id));
        // The S-400's disagreeing statements are all there, each with the unit it belongs to.
        var regiment = CatalogueText.Show(Repository.Catalogue, Repository.Catalogue.Find("s-400")!);
        foreach (var statement in (string[])["36 targets", "72 missiles", "80 targets", "160 missiles", "40 targets"]) Assert.Contains(Repository.Catalogue.Find("s-400")!.Facts, fact => fact.Value == statement);
        Assert.Contains(Repository.Catalogue.Find("s-400-battery")!.Facts, fact => fact.Value == "6 targets");
        Assert.Contains("units: 2 × S-400 battalion [s-400-battalion]", regiment, StringComparison.Ordinal);

        static (double?, double?, double?) Caps(string id) => (Value(id, "tracks"), Value(id, "targets"), Value(id, "missiles"));
        static double? Value(string id, string figure) => Repository.Catalogue.Find(id)!.Figures.Find(figure)?.TypicalSi;
    }

    [Fact]
    public void The_raid_flies_inside_the_sector_of_the_engagement_radar()
    {
        var scenario = ScenarioReader.Read(Repository.PathOf("scenarios", "crete-s300.yaml"), Repository.Catalogue);
        var battery = scenario.Batteries[0];
        foreach (var group in scenario.Groups.Where(group => group.Allegiance == Allegiance.Hostile))
        {
            var start = group.Route[0].Position;
            var north = start.LatitudeRad - battery.Position.LatitudeRad;
            var east = (start.LongitudeRad - battery.Position.LongitudeRad) * Math.Cos(battery.Position.LatitudeRad);
            var offBoresight = Math.IEEERemainder(Math.Atan2(east, north) - battery.FacingRad, 2 * Math.PI);
            Assert.InRange(Math.Abs(offBoresight), 0, battery.FireUnits[0].Engagement.SectorWidthRad / 2);
        }
    }

    [Fact]
    public void Empty_sections_mean_the_defaults_of_the_records()
    {
        var text = Repository.Example.Replace("    facing: 0 deg\n", "    facing: 0 deg\n    tracker: {}\n    doctrine: {}\n", StringComparison.Ordinal);
        Assert.Contains("tracker: {}", text, StringComparison.Ordinal);
        var battery = ScenarioReader.ReadText(text, "x.yaml", Repository.Catalogue).Batteries[0];
        Assert.Equal(new TrackerParameters { MaximumTracks = 100 }, battery.Tracker);
        var published = new EngagementDoctrine { SalvoSize = 2, LaunchIntervalS = 3, ReactionTimeS = 8, KillAssessmentDelayS = 6 };
        Assert.Equal(published, battery.Doctrine);
    }

    [Fact]
    public void Scenario_files_stay_short_enough_to_read()
    {
        foreach (var file in Repository.FilesIn("scenarios")) Assert.InRange(File.ReadAllLines(file).Length, 1, 100);
    }

    [Fact]
    public void Every_shipped_file_names_its_schema()
    {
        foreach (var file in Repository.FilesIn("scenarios").Concat(Repository.FilesIn("catalogue")).Concat(Repository.FilesIn("doctrines")))
        {
            var first = File.ReadLines(file).First();
            const string Mark = "# yaml-language-server: $schema=";
            Assert.StartsWith(Mark, first, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, first[Mark.Length..])), file);
        }
    }

    [Fact]
    public void Catalogue_figures_are_the_published_rows()
    {
        var table = Path.Combine(Repository.Root, "..", "shared", "systems", "public-parameters.csv");
        if (!File.Exists(table)) Assert.Skip("The table of published parameters (shared/systems beside the repository) is not there.");
        var measured = Path.Combine(Repository.Root, "..", "shared", "data", "asterix", "README.md");
        if (!File.Exists(measured)) Assert.Skip("The page of the recordings (shared/data/asterix beside the repository) is not there.");
        var published = File.ReadAllText(table).Replace("\"\"", "\"", StringComparison.Ordinal) + File.ReadAllText(measured);
        foreach (var entry in Repository.Catalogue.Entries)
        {
            foreach (var figure in entry.Figures.All)
            {
                Assert.All(figure.Sources, source => Assert.Contains(source, published, StringComparison.Ordinal));
                if (figure.Checked != Checked.Assumed) Assert.Contains(figure.Note, published, StringComparison.Ordinal);
            }

            foreach (var fact in entry.Facts) Assert.All(fact.Sources, source => Assert.Contains(source, published, StringComparison.Ordinal));
        }
    }

    private static (int Launchers, int Rounds, int Store) Magazine(Battery battery)
    {
        var group = Assert.Single(Assert.Single(battery.FireUnits).Launchers);
        var load = Assert.Single(group.Load);
        return (group.Count, load.PerLauncher, load.Store);
    }
}
