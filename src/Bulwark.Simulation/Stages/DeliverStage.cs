using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions.Assignment;
using Bulwark.Operations.Networks;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios.Networks;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Registration;

namespace Bulwark.Simulation.Stages;

/// <summary>
/// Reports come to the end of their way. One that arrives enters its battery's picture as a plot of where the track should be by now, with the
/// covariance it was sent with, grown by what a target may have done since; the tracker tells whether it is one that is known already.
/// </summary>
internal sealed class DeliverStage : IStage<DeliverInput>
{
    /// <summary>A report older than this says too little to be used, seconds.</summary>
    private const double OldestS = 60;

    /// <summary>What a target may do unseen while a report is under way, m/s²: a hard turn.</summary>
    private const double UnseenLoadMPerS2 = 20;

    /// <summary>Reports of one sender are not independent of each other as plots are: their errors count for more.</summary>
    private const double DependenceFactor = 1.5;

    private const double SmallestSigmaM = 30;

    private readonly List<MessageReport> _ended = [];
    private readonly List<Plot> _plots = [];
    private readonly List<SitedPlot> _sited = [];
    private readonly PictureDesk _desk = new();

    public void Execute(in DeliverInput input, StageOutput output)
    {
        _ended.Clear();
        if (input.Sharing.Due <= input.Now) input.Sharing.Due = SimTime.Never;
        input.Sharing.Network.Advance(input.Now, _ended);
        foreach (var ended in _ended)
        {
            if (ended.Fate == MessageFate.Delivered) input.Sharing.Hear(input.Now, ended.Message.To, ended.Message.From);
            var content = MessageContent.Of(ended.Message.Content);
            if (content.Kind != MessageKind.TrackReport)
            {
                CommandTalk.Ended(input.Now, in ended, content, input.Sharing, output);
                if (ended.Fate == MessageFate.Delivered) CommandTalk.Take(input.Now, ended.Message.To, content, input.Plan, input.Sharing);
                continue;
            }

            ref readonly var report = ref input.Sharing.Reports[content.Row];
            output.Record(input.Now, new MessageEnded(ended.Message.From, ended.Message.To, report.Track, TruthTag.Unsaid, ended.Fate, (input.Now - report.Time).TotalS), report.Truth);
        }

        // All that arrives for one picture at one moment is taken together.
        for (var picture = 0; picture < input.Plan.Receivers.Length && _ended.Count > 0; picture++)
        {
            if (input.Plan.Receivers[picture] is not { } site) continue;
            foreach (var ended in _ended)
            {
                if (ended.Fate == MessageFate.Delivered && ended.Message.To == picture && MessageContent.Of(ended.Message.Content).Kind == MessageKind.TrackReport) Take(in input, site, ended, picture, output);
            }

            if (_plots.Count > 0) _desk.TakeReports(input.Now, picture, input.Pictures[picture], _plots, _sited, output);
        }

        SharingDesk.ScheduleNext(input.Now, input.Sharing, output);
    }

    private void Take(in DeliverInput input, RadarSite site, in MessageReport ended, int picture, StageOutput output)
    {
        ref readonly var report = ref input.Sharing.Reports[MessageContent.Of(ended.Message.Content).Row];
        if (ended.Grade >= (int)LinkTraffic.Voice)
        {
            LiaisonDesk.Hear(in input, in ended, in report, picture, output);
            return;
        }

        var integrated = input.Plan.Network.Sharing == SharingMode.Integrated && ended.Grade < (int)LinkTraffic.Positions;
        if (integrated && input.Plan.Network.Coordination != CoordinationMode.None) Note(input.Sharing.Engaged[picture], ended.Message.From, in report);
        var ageS = (input.Now - report.Time).TotalS;
        if (!report.IsNew || ageS > OldestS) return;
        var believed = report.PositionAt(input.Now);
        var doubt = default(ReportDoubt);
        if (input.Pictures[picture].Registration is { } registration)
        {
            ref readonly var seen = ref input.Sharing.Seen[report.Seen];
            _sited.Add(seen.Plot);
            doubt = ReportDoubt.Of(registration, in seen, ref believed);
        }

        var view = site.View(believed);
        var growthM = 0.5 * UnseenLoadMPerS2 * ageS * ageS;
        var sigmaM = DependenceFactor * Math.Max(SmallestSigmaM, Math.Sqrt((report.PositionSigmaM * report.PositionSigmaM) + (growthM * growthM)));
        var heightSigmaM = DependenceFactor * Math.Max(SmallestSigmaM, Math.Sqrt((report.HeightSigmaM * report.HeightSigmaM) + (growthM * growthM)));
        _plots.Add(doubt.Widened(new Plot
        {
            Time = input.Now,
            Sensor = input.Plan.Sensors[picture],
            RangeM = view.RangeM,
            AzimuthRad = view.AzimuthRad,
            ElevationRad = view.ElevationRad,
            RangeSigmaM = sigmaM,
            AzimuthSigmaRad = sigmaM / view.RangeM,
            ElevationSigmaRad = heightSigmaM / view.RangeM,
            Replied = integrated && report.IsNeutral,
            Id = report.Truth.AsPlot(),
        }));
    }

    private static void Note(StructTable<EngagedElsewhere> table, int sender, in SharedReport report)
    {
        for (var row = 0; row < table.Count; row++)
        {
            if (table[row].Sender != sender || table[row].Report.Track != report.Track) continue;

            // Messages may overtake each other: what is older says nothing any more.
            if (table[row].Report.Time <= report.Time) table[row] = new EngagedElsewhere(sender, report);
            return;
        }

        if (report.IsEngaged) table.Add(new EngagedElsewhere(sender, report));
    }
}
