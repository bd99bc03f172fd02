using Bulwark.Simulation;
using Bulwark.Studies.Plotting.Runs;

namespace Bulwark.Studies.Plotting;

/// <summary>Draws every picture of a run from its recorded events.</summary>
public static class RunPictures
{
    /// <summary>Draws the map, then for each battery its timeline, engagements, range/height plot and score of its picture, then the sites, the network and the losses; what does not occur is left out.</summary>
    /// <param name="result">The run.</param>
    /// <returns>The pictures in reading order; the same for the same run, to the byte.</returns>
    public static IReadOnlyList<Picture> Draw(RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var history = RunHistory.Of(result);
        var pictures = new List<Picture>
        {
            new(
                "map.svg",
                "Map",
                "True paths of everything that flew, by what became of it; marks show where it was killed or reached its objective. Dashed circles are published ranges, not coverage. Azimuthal equidistant projection; coastline from Natural Earth 1:50m.",
                RunMap.Draw(history)),
        };
        if (RunMap.DrawClose(history) is { } close)
        {
            pictures.Add(new Picture(
                "map-close.svg",
                "Map of the surroundings of what is defended",
                "The same, closer; the legend counts the whole run. The coastline is right to about a kilometre and shows it here.",
                close));
        }

        for (var battery = 0; battery < history.Batteries.Length; battery++) AddBattery(pictures, history, battery);
        if (result.Plan.Scenario.Surveillance.Count > 0)
        {
            pictures.Add(new Picture(
                "timeline-sites.svg",
                "Surveillance sites: timeline",
                "Confirmed tracks in the picture of each site, counted from recorded events.",
                RunTimeline.DrawSites(history)));
        }

        if (NetworkChart.Draw(history) is { } network)
        {
            pictures.Add(new Picture(
                "network.svg",
                "Command and network over time",
                "A row for every node and link that something happened to, and for every battery with a command post or a doctrine of falling back; below, reports of tracks: how many ended, and how old those were that arrived.",
                network));
        }

        if (result.Summary.Targets.Leaked > 0)
        {
            pictures.Add(new Picture(
                "losses.svg",
                "Losses by cause",
                "Every attacker that reached its objective, counted under the one thing that stood longest between it and a missile while it could have been intercepted.",
                LossChart.Draw(result.Summary)));
        }

        return pictures;
    }

    private static void AddBattery(List<Picture> pictures, RunHistory history, int battery)
    {
        var name = history.Batteries[battery].Planned.Battery.Name;
        var number = history.Batteries.Length == 1 ? "" : $"-{battery + 1}";
        pictures.Add(new Picture(
            $"timeline{number}.svg",
            $"{name}: timeline",
            "Counted from recorded events; dashed lines are the battery's published caps. Rounds ready rise when a launcher's reload ends.",
            RunTimeline.Draw(history, battery)));
        pictures.Add(new Picture(
            $"engagements{number}.svg",
            $"{name}: engagements by channel",
            "One bar per engagement: from the moment the channel is taken to the moment it is free again. The dot tells how it ended in truth and in the eyes of command.",
            EngagementChart.Draw(history, battery)));
        pictures.Add(new Picture(
            $"range-height{number}.svg",
            $"{name}: range and height",
            "Each target once where it gave its first plot and where its first track was confirmed, and for every round where its target was at launch and how it ended. Nothing below the horizon line can be seen by the acquisition radar; the shaded field is what is published of the round.",
            RangeHeightPlot.Draw(history, battery)));
        if (history.Result.Pictures.FirstOrDefault(picture => picture.Picture == battery) is not { } scored) return;
        pictures.Add(new Picture(
            $"gospa{number}.svg",
            $"{name}: how good its picture was",
            "GOSPA of the confirmed tracks against the flying targets that the radar could see, and the roots of its three parts: errors of matched tracks, targets without a track, tracks without a target. Below, how many of each there were.",
            ScoreChart.Draw(history, $"gospa{battery + 1}", scored)));
    }
}
