using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Formats.Acmi;

namespace Bulwark.Workbench.Tests.Formats;

/// <summary>The written recording, read again by the rules of the ACMI 2.2 reference: frames, objects, escapes, removals.</summary>
public sealed class AcmiWriterTests
{
    private static readonly AcmiObject Fighter = new("F-16C, two-seat", AcmiType.Aircraft, AcmiColor.Blue, "Allies", "Viper\n1");

    private static readonly AcmiObject Missile = new("5V55R", AcmiType.Missile, AcmiColor.Red, "Enemies", Parent: 0x10);

    private static string Write(params AcmiUpdate[] updates)
    {
        var text = new StringWriter();
        var acmi = new AcmiWriter(text, new DateTimeOffset(2030, 6, 1, 5, 0, 0, TimeSpan.FromHours(2)), "Raid, first wave", "Bulwark");
        foreach (var update in updates) acmi.Write(update);
        return text.ToString();
    }

    [Fact]
    public void What_is_written_reads_back_as_the_same_scene()
    {
        var start = GeodeticPoint.FromDegrees(35.1234567, 24.7654321, 5000.25);
        var text = Write(
            AcmiUpdate.At(SimTime.Start, 0x1A, start, Fighter, headingRad: Math.PI / 2, pitchRad: 0.1),
            AcmiUpdate.At(SimTime.FromSeconds(1.5), 0x1A, GeodeticPoint.FromDegrees(-35.5, -24.5, -3)),
            AcmiUpdate.At(SimTime.FromSeconds(1.5), 0x2B, start, Missile),
            AcmiUpdate.Destroyed(SimTime.FromSeconds(20), 0x1A),
            AcmiUpdate.Removed(SimTime.FromSeconds(20), 0x2B));
        var scene = AcmiScene.Parse(text);
        Assert.Equal("2030-06-01T03:00:00Z", scene.Global["ReferenceTime"]);
        Assert.Equal("Raid, first wave", scene.Global["Title"]);
        Assert.Equal(["0", "1.5", "20"], scene.Frames);
        Assert.Equal("F-16C, two-seat", scene.Objects["1a"]["Name"]);
        Assert.Equal("Viper\n1", scene.Objects["1a"]["CallSign"]);
        Assert.Equal("Air+FixedWing", scene.Objects["1a"]["Type"]);
        Assert.Equal("Blue", scene.Objects["1a"]["Color"]);
        Assert.Equal("10", scene.Objects["2b"]["Parent"]);
        Assert.Equal(["24.7654321|35.1234567|5000.25|0|5.7|90", "-24.5|-35.5|-3"], scene.Places["1a"]);
        Assert.Equal(["Destroyed|1a"], scene.Events);
        Assert.Equal(["1a", "2b"], scene.Removed);
    }

    [Fact]
    public void A_scene_that_contradicts_itself_is_refused()
    {
        var here = GeodeticPoint.FromDegrees(1, 2, 3);
        var later = SimTime.FromSeconds(5);
        Assert.Throws<ArgumentException>(() => Write(AcmiUpdate.At(later, 1, here)));
        Assert.Throws<ArgumentException>(() => Write(AcmiUpdate.At(later, 0, here, Fighter)));
        Assert.Throws<ArgumentException>(() => Write(AcmiUpdate.Removed(later, 1)));
        Assert.Throws<ArgumentException>(() => Write(AcmiUpdate.At(later, 1, here, Fighter), AcmiUpdate.At(SimTime.Start, 1, here)));
        Assert.Throws<ArgumentException>(
            () => Write(AcmiUpdate.At(later, 1, here, Fighter), AcmiUpdate.Destroyed(later, 1), AcmiUpdate.Removed(later, 1)));
    }

    [Fact]
    public void A_file_starts_with_the_byte_order_mark_and_appears_only_when_complete()
    {
        var folder = Directory.CreateTempSubdirectory("bulwark-acmi-");
        try
        {
            var path = Path.Combine(folder.FullName, "run.acmi");
            var here = GeodeticPoint.FromDegrees(1, 2, 3);
            Assert.Throws<ArgumentException>(() => AcmiWriter.WriteFile(path, default, "t", "s", [AcmiUpdate.At(SimTime.Start, 1, here)]));
            Assert.Empty(folder.GetFiles());
            AcmiWriter.WriteFile(path, default, "t", "s", [AcmiUpdate.At(SimTime.Start, 1, here, Fighter)]);
            Assert.Equal("\uFEFFFileType=text/acmi/tacview\nFileVersion=2.2\n"u8.ToArray(), File.ReadAllBytes(path)[..46]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class AcmiScene
    {
        public Dictionary<string, string> Global { get; } = [];

        public Dictionary<string, Dictionary<string, string>> Objects { get; } = [];

        public Dictionary<string, List<string>> Places { get; } = [];

        public List<string> Frames { get; } = [];

        public List<string> Events { get; } = [];

        public List<string> Removed { get; } = [];

        public static AcmiScene Parse(string text)
        {
            var scene = new AcmiScene();
            var lines = Split(text, '\n').ToList();
            Assert.Equal(["FileType=text/acmi/tacview", "FileVersion=2.2"], lines[..2]);
            foreach (var line in lines[2..].Where(line => line.Length > 0))
            {
                if (line[0] == '#') scene.Frames.Add(line[1..]);
                else if (line[0] == '-') scene.Removed.Add(line[1..]);
                else scene.Object(Split(line, ',').ToList());
            }

            return scene;
        }

        private void Object(List<string> parts)
        {
            foreach (var part in parts[1..])
            {
                var equals = part.IndexOf('=', StringComparison.Ordinal);
                var (name, value) = (part[..equals], part[(equals + 1)..].Replace("\\,", ",", StringComparison.Ordinal).Replace("\\\n", "\n", StringComparison.Ordinal));
                if (parts[0] != "0")
                {
                    if (!Objects.ContainsKey(parts[0])) (Objects[parts[0]], Places[parts[0]]) = ([], []);
                    if (name == "T") Places[parts[0]].Add(value);
                    Objects[parts[0]][name] = value;
                }
                else if (name == "Event")
                {
                    Events.Add(value);
                }
                else
                {
                    Global[name] = value;
                }
            }
        }

        /// <summary>Splits where the separator is not escaped by a backslash.</summary>
        private static IEnumerable<string> Split(string text, char separator)
        {
            var start = 0;
            for (var place = 0; place < text.Length; place++)
            {
                if (text[place] != separator || (place > 0 && text[place - 1] == '\\')) continue;
                yield return text[start..place];
                start = place + 1;
            }

            yield return text[start..];
        }
    }
}
