using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Programmes.Reading;

/// <summary>What the readers of a programme's parts share: identifiers by list, facts in use, and what is wrong.</summary>
internal sealed class ProgrammeContext(ProblemList problems)
{
    private readonly Dictionary<string, Dictionary<string, DocumentPlace>> _ids = new(StringComparer.Ordinal);
    private readonly List<(string List, string Id, DocumentPlace Place)> _uses = [];

    public ProblemList Problems => problems;

    /// <summary>Takes the identifier of an entry and reports one that is taken.</summary>
    public string TakeId(MappingReader reader, string list)
    {
        if (!reader.TryGet(ProgrammeKeys.Id, out var id)) return "";
        if (!_ids.TryGetValue(list, out var taken)) _ids[list] = taken = new Dictionary<string, DocumentPlace>(StringComparer.Ordinal);
        var place = reader.PlaceOf(ProgrammeKeys.Id);
        if (!taken.TryAdd(id, place)) problems.Error(place, $"the {list} '{id}' stands twice", "an id of its own", $"the first is on line {taken[id].Line}");
        return id;
    }

    /// <summary>Notes that an entry is referred to; what does not exist is reported when everything has been read.</summary>
    public string Use(string list, string id, DocumentPlace place)
    {
        if (id.Length > 0) _uses.Add((list, id, place));
        return id;
    }

    /// <summary>What an entry rests on; reports one that says nothing.</summary>
    public Basis Basis(MappingReader reader)
    {
        var fact = reader.TryGet(ProgrammeKeys.Fact, out var id) ? Use("fact", id, reader.PlaceOf(ProgrammeKeys.Fact)) : "";
        var why = reader.TryGet(ProgrammeKeys.Assumed, out var text) ? text : "";
        if (!reader.Has(ProgrammeKeys.Fact) && !reader.Has(ProgrammeKeys.Assumed))
            problems.Error(reader.Place, "nothing says what this rests on", "fact: the id of a published fact, or assumed: the reasoning", "facts and assumptions are kept apart in reports");
        return new Basis(fact, why);
    }

    /// <summary>The name of an entry; its identifier when it has none.</summary>
    public static string NameOf(MappingReader reader, string id) => reader.TryGet(ProgrammeKeys.Name, out var name) ? name : id;

    /// <summary>Components with quantities behind a key; what is wrong was reported.</summary>
    public IReadOnlyList<ComponentPart> Parts(MappingReader reader, FreeMappingKey key)
    {
        var parts = new List<ComponentPart>();
        foreach (var (name, value) in reader.Entries(key))
        {
            if (TryQuantity(value.Text, out var needed, out var quantity)) parts.Add(new ComponentPart(Use("component", name.Text, name.Place), quantity, needed));
            else problems.Error(value.Place, $"{QuotedText.Of(value.Text)} is no quantity", "a whole number from 1 to 10000, or '3 of 4' when three of four have to work");
        }

        return parts;
    }

    /// <summary>Reports everything referred to that does not exist.</summary>
    public void CheckUses()
    {
        foreach (var (list, id, place) in _uses)
        {
            var known = _ids.TryGetValue(list, out var taken) ? taken : [];
            if (known.ContainsKey(id)) continue;
            var names = known.Keys.Take(40).ToList();
            problems.Error(place, $"there is no {list} {QuotedText.Of(id)}", names.Count == 0 ? $"the id of a {list}; the programme has none" : "one of " + string.Join(", ", names), NearestMatch.Hint(id, known.Keys));
        }
    }

    public DocumentPlace? PlaceOf(string list, string id) => _ids.TryGetValue(list, out var taken) && taken.TryGetValue(id, out var place) ? place : null;

    private static bool TryQuantity(string text, out int needed, out int quantity)
    {
        const int Most = 10_000;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        (needed, quantity) = (0, 0);
        if (words.Length == 1 && int.TryParse(words[0], out quantity)) needed = quantity;
        else if (!(words.Length == 3 && words[1] == "of" && int.TryParse(words[0], out needed) && int.TryParse(words[2], out quantity))) return false;
        return needed >= 1 && needed <= quantity && quantity <= Most;
    }
}
