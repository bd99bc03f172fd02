using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;
using Bulwark.Operations.Identification;
using Bulwark.Operations.Picture;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios.Networks;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Stages;

/// <summary>
/// A picture reports its tracks to every battery that takes reports. Only what its own radars have seen since the last report is reported, so that
/// nothing is told twice as if it were new, or goes round in circles and comes back as news; that a track is being engaged is told every time.
/// </summary>
internal sealed class ShareStage : IStage<ShareInput>
{
    private const double TellingPeriodS = 60;

    // Size of the plot that goes with a report: time, range, azimuth, elevation and which radar it was.
    private const int PlotBits = 96;

    private readonly PictureDesk _desk = new();
    private readonly List<Plot> _none = [];

    public void Execute(in ShareInput input, StageOutput output)
    {
        // A picture that lives on reports alone hears nothing when there is nothing: its tracks age all the same.
        if (!input.HasRadars) _desk.Take(input.Now, input.PictureIndex, input.Picture, _none, own: false, output);
        if (input.Picture.Registration is { } registration) Tell(in input, registration, output);
        if (input.Works)
        {
            Report(in input);
            if (input.Plan.SaysAlive) SayAlive(in input);
            CommandTalk.Talk(in input);
            SharingDesk.ScheduleNext(input.Now, input.Sharing, output);
        }

        output.Schedule(input.Now + input.Plan.Period, EventKind.ReportsDue, input.PictureIndex);
    }

    private static void Report(in ShareInput input)
    {
        var since = input.Now - input.Plan.Period;
        foreach (ref readonly var track in input.Picture.Tracker.Tracks)
        {
            if (track.Status != TrackStatus.Confirmed) continue;
            ref var note = ref input.Picture.Notes[track.Id];
            var isNew = note.SeenAt > since;
            if (!isNew && note.Commitment != TrackCommitment.Engaged) continue;
            var content = input.Sharing.Reports.Add(new SharedReport
            {
                Track = track.Id,
                Time = track.LastUpdate,
                Position = track.Estimate.Position,
                Velocity = track.Velocity,
                PositionSigmaM = track.Estimate.PositionSigmaM,
                HeightSigmaM = track.Estimate.HeightSigmaM,
                IsNeutral = ReplyIdentification.Identify(track.Hits, track.Replies) == Identity.Neutral,
                IsEngaged = note.Commitment == TrackCommitment.Engaged,
                IsNew = isNew,
                Seen = isNew ? Seen(in input, track.Id, since) : 0,
                Truth = note.Truth,
            });
            var isNeutral = input.Sharing.Reports[content].IsNeutral;
            var speaks = isNeutral && input.Now - note.SpokenOfAt >= input.Plan.Network.Liaison.Period;
            for (var other = 0; other < input.Plan.Receivers.Length; other++)
            {
                if (other == input.PictureIndex || input.Plan.Receivers[other] is null) continue;

                // Nobody reads out every track over the telephone: only who is to be left alone, and not all the time.
                var isVoice = input.Sharing.Network.RouteGrade(input.PictureIndex, other) >= (int)LinkTraffic.Voice;
                if (isVoice && speaks) note.SpokenOfAt = input.Now;
                if (!isVoice || speaks)
                    input.Sharing.Network.Send(input.Now, input.PictureIndex, other, input.Plan.Network.ReportBits + (input.Sharing.Reports[content].Seen > 0 ? PlotBits : 0), content);
            }
        }
    }

    // The plot behind the news, so that who hears of it can compare radars with radars and not with what was made of them.
    private static int Seen(in ShareInput input, int track, SimTime since)
    {
        if (input.Picture.Registration is not { } registration || !registration.Pairs.TryNewest(track, registration.First, registration.Count, out var plot)) return 0;
        if (plot.Plot.Time <= since - input.Plan.Period) return 0;
        return input.Sharing.Seen.Add(new SeenPlot(plot, registration.Errors.ErrorsOf(plot.Radar)));
    }

    // The record is told every minute what is known of the radars of which more is known by now.
    private static void Tell(in ShareInput input, RegistrationState registration, StageOutput output)
    {
        if (!output.IsRecording || (input.Now - registration.ToldAt).TotalS < TellingPeriodS) return;
        for (var radar = 0; radar < registration.Told.Length; radar++)
        {
            var pairs = registration.Errors.PairsOf(radar);
            if (pairs == registration.Told[radar]) continue;
            registration.Told[radar] = pairs;
            registration.ToldAt = input.Now;
            output.Record(input.Now, new RadarRegistered(input.PictureIndex, radar, pairs, registration.Errors.ErrorsOf(radar), double.NaN, double.NaN, double.NaN));
        }
    }

    // A message without a track, so that who listens for it knows that the unit and the way to it are still there.
    private static void SayAlive(in ShareInput input)
    {
        var content = input.Sharing.Reports.Add(new SharedReport { Track = -1, Time = input.Now });
        for (var other = 0; other < input.Plan.Receivers.Length; other++)
        {
            if (other != input.PictureIndex && input.Plan.Receivers[other] is not null)
                input.Sharing.Network.Send(input.Now, input.PictureIndex, other, input.Plan.Network.ReportBits, content);
        }
    }
}
