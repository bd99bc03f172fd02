using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>What batteries and their command posts regularly tell each other: how many channels and rounds are left, and that the post is there.</summary>
internal static class CommandTalk
{
    /// <summary>The owner of a picture has his turn.</summary>
    public static void Talk(in ShareInput input)
    {
        var (network, picture) = (input.Plan, input.PictureIndex);
        if (picture < network.PostOf.Length)
        {
            if (network.PostOf[picture] is >= 0 and var post) Send(in input, network.Posts[post].Picture, new MessageContent(MessageKind.Status, Status(in input)));
            return;
        }

        foreach (var post in network.Posts)
        {
            if (post.Picture != picture) continue;
            foreach (var battery in post.Batteries) Send(in input, battery.Index, new MessageContent(MessageKind.Word, post.Index));
        }
    }

    /// <summary>A message of these kinds came to the end of its way.</summary>
    public static void Ended(SimTime now, in Operations.Networks.MessageReport ended, MessageContent content, SharingState sharing, StageOutput output)
    {
        var order = content.Kind == MessageKind.FireOrder ? sharing.Fires[content.Row] : default;
        var isOrder = content.Kind == MessageKind.FireOrder;
        var happened = new CommandMessageEnded(ended.Message.From, ended.Message.To, content.Kind, isOrder ? order.Track : -1, TruthTag.Unsaid, ended.Fate, (now - ended.Message.SentAt).TotalS);
        output.Record(now, in happened, order.Truth);
    }

    /// <summary>A message of these kinds arrived.</summary>
    public static void Take(SimTime now, int picture, MessageContent content, PlannedNetwork plan, SharingState sharing)
    {
        if (content.Kind == MessageKind.Status)
        {
            var status = sharing.Statuses[content.Row];
            var post = plan.PostOf[status.Battery];
            var index = Array.FindIndex(plan.Posts[post].Batteries, battery => battery.Index == status.Battery);
            ref var latest = ref sharing.Posts[post].Latest[index];

            // Messages may overtake each other.
            if (latest < 0 || sharing.Statuses[latest].Time <= status.Time) latest = content.Row;
            return;
        }

        var command = sharing.Commands[picture]!;
        command.HeardAt = now;
        if (content.Kind == MessageKind.FireOrder) command.Orders.Add(sharing.Fires[content.Row]);
    }

    private static void Send(in ShareInput input, int to, MessageContent content) =>
        input.Sharing.Network.Send(input.Now, input.PictureIndex, to, input.Plan.Network.ReportBits, content.Number);

    private static int Status(in ShareInput input)
    {
        var (figures, first) = (input.Sharing.Figures, input.Sharing.Figures.Count);
        for (var unit = 0; unit < input.Units.Length; unit++)
        {
            var (state, emitter) = (input.Units[unit], input.Emitters[unit]);
            figures.Add(emitter.MayFire ? 1 : 0);
            figures.Add(emitter.Place);
            figures.Add(state.FreeChannels);
            var line = 0;
            foreach (var rounds in state.Magazine.ReadyByLine)
            {
                var promised = 0;
                foreach (var engagement in state.Channels)
                {
                    if (engagement >= 0 && input.Engagements[engagement].Line == line) promised += input.Engagements[engagement].RoundsToFire;
                }

                figures.Add(rounds - promised);
                line++;
            }
        }

        foreach (ref readonly var cap in input.Battery!.FreeCaps()) figures.Add(cap.FreeTargets);
        return input.Sharing.Statuses.Add(new UnitStatus(input.PictureIndex, input.Now, first));
    }
}
