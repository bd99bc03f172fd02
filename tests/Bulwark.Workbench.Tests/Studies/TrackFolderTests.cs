using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Bulwark.Core.Earth;
using Bulwark.Studies.Plotting;
using Bulwark.Studies.Results;
using Microsoft.Data.Sqlite;

namespace Bulwark.Workbench.Tests.Studies;

public sealed class TrackFolderTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void TheDatabaseHoldsEveryPoint()
    {
        var picture = Picture();
        TrackFolder.Write(Summary(), picture, _home.Under("r"), [new ResultFile("tracks.csv", stream => stream.Write("a,b\n"u8))]);
        Assert.Equal("a,b\n", File.ReadAllText(_home.Under("r/tracks.csv")));
        using var database = new SqliteConnection($"Data Source={_home.Under("r/tracks.sqlite")};Mode=ReadOnly;Pooling=False");
        database.Open();
        var (tracks, points) = (Rows(database, "SELECT track, mode_a, first_s, last_s, points FROM track ORDER BY track"), Rows(database, "SELECT track, time_s, latitude_deg, longitude_deg, height_m, ground_speed_m_per_s FROM point ORDER BY rowid"));
        Assert.Equal([1L, "7000", 0.0, 30.0, 4L], tracks[0]);
        Assert.Equal([2L, DBNull.Value, 100.0, 100.0, 1L], tracks[1]);
        var expected = picture.Trails.SelectMany(trail => trail.Points.Select(point => (object[])[(long)trail.Id, point.TimeS, double.RadiansToDegrees(point.LatitudeRad), double.RadiansToDegrees(point.LongitudeRad), OrNull(point.HeightM), OrNull(point.GroundSpeedMPerS)]));
        Assert.Equal(expected, points);
    }

    [Fact]
    public void TheSummaryIsTheDocumentedObject()
    {
        using var json = JsonDocument.Parse(Summary().ToJson());
        var root = json.RootElement;
        Assert.Equal("bulwark-track/1", root.GetProperty("format").GetString());
        Assert.Equal(30651, root.GetProperty("recordsByCategory").GetProperty("001").GetInt64());
        Assert.Equal(30000, root.GetProperty("plots").GetInt64());
        Assert.Equal(716, root.GetProperty("northMarks").GetInt64());
        Assert.Equal(4.008, root.GetProperty("antennaPeriodS").GetDouble());
        Assert.Equal(2, root.GetProperty("tracks").GetInt32());
        Assert.Equal(0.975, root.GetProperty("plotsUsedShare").GetDouble());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("timesRealTime").ValueKind);
    }

    [Fact]
    public void ThePictureIsWellFormedAndRepeatsToTheByte()
    {
        var svg = Picture().ToSvg();
        Assert.Equal(svg, Picture().ToSvg());
        var document = XDocument.Parse(svg);
        Assert.Contains(document.Descendants(), static element => element.Name.LocalName == "title" && element.Value.StartsWith("track 1, Mode A 7000, 0.5 min, 4 plots", StringComparison.Ordinal));
        Assert.Contains(document.Descendants(), static element => element.Name.LocalName == "text" && element.Value == "A & B <radar>");
    }

    [Fact]
    public void NothingToShowIsStillAPicture()
    {
        var empty = new TrackPicture { Title = "nothing", Radars = [], Trails = [] };
        Assert.NotNull(XDocument.Parse(empty.ToSvg()).Root);
    }

    private static object OrNull(double value) => double.IsNaN(value) ? DBNull.Value : value;

    private static TrackSummary Summary() => new()
    {
        Recording = "valencia",
        RecordsByCategory = new Dictionary<int, long> { [2] = 716, [1] = 30651 },
        Plots = 30000,
        NorthMarks = 716,
        AntennaPeriodS = 4.008,
        Tracks = 2,
        PlotsUsedShare = 0.975,
    };

    private static TrackPicture Picture()
    {
        TrackPoint[] first = [.. Enumerable.Range(0, 4).Select(static step => new TrackPoint(step * 10, 0.6 + (step * 0.001), 0.4, 9000 + step, 230.5))];
        return new TrackPicture
        {
            Title = "evening",
            Radars = [("A & B <radar>", GeodeticPoint.FromDegrees(34.4, 23.0))],
            Trails = [new TrackTrail(1, 0xE00, first), new TrackTrail(2, -1, [new TrackPoint(100, 0.61, 0.41, double.NaN, double.NaN)])],
        };
    }

    private static List<object[]> Rows(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
