using System.Reflection;
using Bulwark.Simulation;
using Bulwark.Simulation.Recording;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Workbench.Tests.Rules;

/// <summary>
/// Which target is behind a track is carried along as a closed tag. The compiler keeps command from opening it, as command is given no key; here the compiled code of every stage is
/// read, and none but those in which the truth happens mentions the key, the lock, or another way round them. A new stage counts as command until it is listed here.
/// </summary>
public class TruthRules
{
    // The stages in which something truly happens: targets, what radars look at, what missiles meet; and what hands out inputs and takes outputs.
    private static readonly string[] TruthSide =
    [
        "AppearStage", "DepartStage", "HomingStage", "SweepStage", "ArrayStage", "RadarLook", "PlotExtractor", "FireControlStage", "FlightStage", "MemberStage", "StageInputs", "StageOutput", "FirstEvents",
        "ArrayInput", "SweepInput", "HomingInput", "TrafficInput", "MemberInput", "FlightInput", "FireControlInput",
    ];

    // Ways to the truth: the type that has them (or * for any) and the member (or * for any mention of the type).
    private static readonly (string Type, string Member)[] Ways =
    [
        ("TruthKey", "*"), ("TruthTag", "Open"), ("TruthTag", "AsPlot"), ("PlotTag", "*"), ("WorldTables", "*"), ("RunPlan", "*"), ("Recorder", "*"), ("PlannedTarget", "*"), ("TargetStatus", "*"),
        ("Plot", "get_Id"), ("Track", "get_LastPlotId"), ("TrackChange", "get_PlotId"), ("Strobe", "get_Id"), ("StrobeTrack", "get_LastStrobeId"), ("JammerFix", "get_LastStrobeId"),
        ("NodeState", "get_Looks"), ("NodeState", "get_Echoes"), ("PlannedNode", "get_Bias"),
    ];

    // Who passes a reference on without looking at it: from a plot to the note beside its track, and from a report to the plot that is made of it.
    private static readonly (string Stage, string Way)[] Carriers =
    [
        ("PictureDesk", "TrackChange.get_PlotId"), ("StrobeDesk", "StrobeTrack.get_LastStrobeId"), ("StrobeDesk", "JammerFix.get_LastStrobeId"), ("StrobeDesk", "Strobe.get_Id"), ("DeliverStage", "TruthTag.AsPlot"),
    ];

    private static IEnumerable<Type> Stages => typeof(Simulator).Assembly.GetTypes().Where(static type => type is { Namespace: "Bulwark.Simulation.Stages", IsNested: false });

    [Fact]
    public void No_stage_of_command_mentions_a_way_to_the_truth() => Violations.AssertNone(
        Stages.Where(static type => !TruthSide.Contains(type.Name, StringComparer.Ordinal)).SelectMany(static type => Mentions(type).Where(way => !Carriers.Contains((type.Name, way))).Select(way => $"{type.Name} uses {way}")),
        "Command works on what it believes; what it needs for the record it hands to StageOutput with its tag.");

    [Fact]
    public void The_listed_stages_exist() =>
        Assert.Empty(TruthSide.Except(Stages.Select(static type => type.Name), StringComparer.Ordinal));

    [Theory]
    [InlineData("FlightStage", "TruthTag.Open")]
    [InlineData("FireControlStage", "TruthTag.Open")]
    [InlineData("StageOutput", "TruthTag.Open")]
    [InlineData("StageInputs", "WorldTables.get_Truth")]
    [InlineData("DeliverStage", "TruthTag.AsPlot")]
    [InlineData("PlotExtractor", "PlotTag.Of")]
    [InlineData("PlotExtractor", "PlannedNode.get_Bias")]
    public void The_search_finds_the_ways_where_they_are_used(string stage, string way) =>
        Assert.Contains(way, Mentions(Stages.Single(type => type.Name == stage)));

    [Fact]
    public void A_command_that_peeps_is_caught()
    {
        var found = Mentions(typeof(PeepingCommand));
        Assert.Contains("Plot.get_Id", found);
        Assert.Contains("Track.get_LastPlotId", found);
        Assert.Contains("TrackChange.get_PlotId", found);
        Assert.Contains("EngagementDeferred.get_Target", found);
    }

    // What a stage hands over cannot be read back.
    [Fact]
    public void The_way_out_is_one_way()
    {
        var output = typeof(Simulator).Assembly.GetType("Bulwark.Simulation.Stages.StageOutput", throwOnError: true)!;
        var members = output.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
        Assert.NotEmpty(members);
        Assert.All(members, static method => Assert.True(method.ReturnType == typeof(void) || method is { Name: "get_IsRecording" }, method.Name));
        Assert.All(output.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic), static field => Assert.True(field.IsPrivate, field.Name));
    }

    // Two tags of one target look like two tags of different ones.
    [Fact]
    public void Tags_do_not_say_whether_they_are_the_same()
    {
        var tag = typeof(Simulator).Assembly.GetType("Bulwark.Simulation.World.TruthTag", throwOnError: true)!;
        var of = tag.GetMethod("Of", BindingFlags.Static | BindingFlags.Public)!;
        var (one, same, other) = (of.Invoke(null, [3])!, of.Invoke(null, [3])!, of.Invoke(null, [4])!);
        Assert.False(one.Equals(same));
        Assert.False(one.Equals(other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(one.ToString(), other.ToString());
        Assert.DoesNotContain(tag.GetMembers(), static member => member.Name is "op_Equality" or "CompareTo");
    }

    private static HashSet<string> Mentions(Type type)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in IlMembers.Of(type))
        {
            var owner = member as Type ?? member.DeclaringType;
            if (owner is null) continue;
            var name = owner.Name;
            var isTarget = member is MethodBase { Name: "get_Target" or "get_MeantTarget" } && owner.GetInterfaces().Contains(typeof(IRunEvent));
            if (isTarget || Ways.Any(way => way.Type == name && (way.Member == "*" || way.Member == member.Name))) found.Add($"{name}.{member.Name}");
        }

        return found;
    }

    // Breaks the rule in every way that is open to somebody outside the simulation.
    private static class PeepingCommand
    {
        private static long Peep(in Plot plot, in Track track, in TrackChange change) => plot.Id + Behind(track, change);

        private static long Behind(Track track, TrackChange change)
        {
            var deferred = new EngagementDeferred(0, 0, 5, default, 0);
            return new[] { track }.Sum(static one => one.LastPlotId) + change.PlotId + deferred.Target + Peep(default, in track, in change);
        }
    }
}
