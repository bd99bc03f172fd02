using Bulwark.Core.Timing;
using Bulwark.Core.Units;
using Bulwark.Operations.Networks;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Networks;

/// <summary>Reads a network.</summary>
internal static class NetworkReader
{
    /// <summary>Reads it; wrong links are reported and left out.</summary>
    /// <param name="reader">The network's section.</param>
    /// <param name="batteries">Identifiers of the batteries that are a command of their own.</param>
    /// <param name="sites">Identifiers of the radars that have a picture of their own.</param>
    /// <param name="context">Where to report to, and the terrain.</param>
    public static SharingNetwork Read(MappingReader reader, IReadOnlyList<string> batteries, IReadOnlyList<string> sites, ReadingContext context)
    {
        var problems = context.Problems;
        var sharing = reader.Get(NetworkKeys.Sharing);
        var posts = CommandPostReader.Read(reader, batteries, context);
        List<string> units = [.. batteries, .. sites, .. posts.Select(static post => post.Id)];
        var relays = reader.TryGet(NetworkKeys.Relays, out var names) ? names : [];
        foreach (var relay in relays)
        {
            if (!IdentifierKey.IsValid(relay)) problems.Error(reader.PlaceOf(NetworkKeys.Relays), $"{QuotedText.Of(relay)} is not a name for a relay", "letters, digits, '-' and '.'");
            else if (units.Contains(relay)) problems.Error(reader.PlaceOf(NetworkKeys.Relays), $"{QuotedText.Of(relay)} is a battery, radar or command post already", "another name");
        }

        if (relays.Distinct(StringComparer.Ordinal).Count() < relays.Count) problems.Error(reader.PlaceOf(NetworkKeys.Relays), "a relay is named twice", "each name once");
        var ids = units.Concat(relays).Order(StringComparer.Ordinal).ToList();
        var links = new List<SharingLink>();
        foreach (var item in reader.Sections(NetworkKeys.Links))
        {
            var errors = problems.ErrorCount;
            var link = ReadLink(item, ids, problems);
            if (problems.ErrorCount == errors) links.Add(link);
        }

        if (sharing != SharingMode.StandAlone && links.Count == 0 && !reader.Has(NetworkKeys.Links))
            problems.Warning(reader.Place, "nothing is shared: the network has no links", "links between batteries and radars, or sharing: stand-alone");
        return new SharingNetwork
        {
            Sharing = sharing,
            ReportPeriod = reader.Get(NetworkKeys.ReportPeriod),
            ReportBits = (int)reader.Get(NetworkKeys.ReportBits),
            Registers = reader.Get(NetworkKeys.Registration),
            Coordination = CommandPostReader.Coordination(reader, posts),
            Posts = posts,
            Power = CommandPostReader.Power(reader, ids, problems),
            Liaison = reader.Section(NetworkKeys.Liaison) is { } voice ? new Liaison(voice.Get(NetworkKeys.VoiceError), voice.Get(NetworkKeys.VoiceMistakes), voice.Get(NetworkKeys.VoicePeriod)) : Liaison.Default,
            Relays = relays,
            Links = links,
        };
    }

    private static SharingLink ReadLink(MappingReader reader, List<string> ids, ProblemList problems)
    {
        var hasFrom = reader.TryGet(NetworkKeys.From, out var from) && Require(reader, NetworkKeys.From, from, ids, problems);
        var hasTo = reader.TryGet(NetworkKeys.To, out var to) && Require(reader, NetworkKeys.To, to, ids, problems);
        if (hasFrom && hasTo && from == to) problems.Error(reader.PlaceOf(NetworkKeys.To), "the link joins a node with itself", "another node");
        TimeDivision? division = null;
        if (reader.TryGet(NetworkKeys.Frame, out var frame))
        {
            division = new TimeDivision
            {
                FrameS = frame.TotalS,
                Slots = (int)reader.Get(NetworkKeys.Slots),
                SlotsPerSender = (int)reader.Get(NetworkKeys.OwnSlots),
                BitsPerSlot = (int)reader.Get(NetworkKeys.SlotBits),
            };
            if (reader.Has(NetworkKeys.Rate)) problems.Error(reader.PlaceOf(NetworkKeys.Rate), "a link with a frame has slots, not a rate", "slot-bits, or no frame");
            if (division.Problem is { } problem) problems.Error(reader.PlaceOf(NetworkKeys.OwnSlots), problem, "own-slots of at most the slots of a frame");
        }
        else
        {
            foreach (var key in (KeyDefinition[])[NetworkKeys.Slots, NetworkKeys.OwnSlots, NetworkKeys.SlotBits])
            {
                if (reader.Has(key)) problems.Error(reader.PlaceOf(key), $"'{key.Name}' belongs to a link with a frame", "frame: 12 s, or no '" + key.Name + "'");
            }
        }

        SimTime? fails = reader.TryGet(NetworkKeys.Fails, out var failsAt) ? SimTime.Start + failsAt : null;
        SimTime? repaired = reader.TryGet(NetworkKeys.Repaired, out var repairedAt) ? SimTime.Start + repairedAt : null;
        if (repaired is { } again && !(fails < again)) problems.Error(reader.PlaceOf(NetworkKeys.Repaired), "it is repaired before it fails", "a time after 'fails'");
        var parameters = new LinkParameters
        {
            DelayS = reader.Get(NetworkKeys.Delay).TotalS,
            JitterS = reader.Get(NetworkKeys.Jitter).TotalS,
            LossProbability = reader.Get(NetworkKeys.Loss),
            CapacityBitPerS = reader.TryGet(NetworkKeys.Rate, out var rate) ? rate : double.PositiveInfinity,
            QueueLimit = (int)reader.Get(NetworkKeys.Waiting),
            RangeM = reader.TryGet(NetworkKeys.Range, out var range) ? range : double.PositiveInfinity,
            TimeDivision = division,
            Grade = (int)reader.Get(NetworkKeys.Carries),
        };
        return new SharingLink(from, to, parameters, fails, repaired);
    }

    private static bool Require(MappingReader reader, KeyDefinition key, string id, List<string> ids, ProblemList problems)
    {
        if (ids.Contains(id)) return true;
        problems.Error(
            reader.PlaceOf(key),
            $"there is no battery, radar, command post or relay {QuotedText.Of(id)}",
            ids.Count == 0 ? "the id of a battery, a surveillance radar, a command post or a relay; the scenario has none" : "one of " + string.Join(", ", ids),
            NearestMatch.Hint(id, ids));
        return false;
    }
}
