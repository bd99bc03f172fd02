using Bulwark.Core.Earth;
using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios;

/// <summary>Where a scenario puts the parts of a battery that stand elsewhere than the battery.</summary>
internal sealed class PartPlaces
{
    private readonly List<Place> _places = [];
    private readonly List<string> _known = [];
    private readonly ProblemList _problems;

    public PartPlaces(MappingReader reader, ReadingContext context)
    {
        _problems = context.Problems;
        foreach (var item in reader.Sections(BatteryKeys.Positions))
        {
            // Without terrain a part stands as high as its battery.
            var at = BatteryReader.Site(item, ScenarioKeys.At, context, reader.TryGet(ScenarioKeys.Ground, out var groundM) ? groundM : 0);
            _places.Add(new Place(item.Get(BatteryKeys.Part), item.PlaceOf(BatteryKeys.Part), at, item.TryGet(BatteryKeys.PartFacing, out var facing) ? facing : null));
        }
    }

    /// <summary>Where a part stands and faces, unless the file says otherwise where its whole does.</summary>
    public (GeodeticPoint? Position, double? FacingRad) Of(string name, GeodeticPoint? position, double? facingRad)
    {
        _known.Add(name);
        if (_places.Find(place => place.Part == name) is not { } found) return (position, facingRad);
        found.Used = true;
        return (found.Position, found.FacingRad ?? facingRad);
    }

    /// <summary>Reports places of parts that the battery does not have.</summary>
    public void ReportUnused()
    {
        foreach (var place in _places.Where(static place => !place.Used && place.Part.Length > 0))
            _problems.Error(place.At, $"the battery has no part {QuotedText.Of(place.Part)}", "one of " + string.Join(", ", _known.Take(40)), NearestMatch.Hint(place.Part, _known));
    }

    private sealed record Place(string Part, DocumentPlace At, GeodeticPoint Position, double? FacingRad)
    {
        public bool Used { get; set; }
    }
}
