using System.CommandLine;
using Bulwark.Cli.Manner;
using Bulwark.Core.Earth;
using Bulwark.Core.Terrain.Sight;
using Bulwark.Core.Units;
using Bulwark.Sensing.Clutter;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Coverage;

namespace Bulwark.Cli.Coverage;

/// <summary>The options about air, weather, surface, clutter, jammers and unknown ground: what a scenario says in its section "weather".</summary>
internal sealed class SurroundingsOptions
{
    private readonly Option<string> _gaps = new("--gaps") { Description = "ground without a height counts as 'unknown', or as 'sea' level", HelpName = "WHAT", DefaultValueFactory = static _ => "unknown" };
    private readonly Option<string> _rain = new("--rain") { Description = "rain rate over the whole area, such as 10mm/h", HelpName = "RATE", DefaultValueFactory = static _ => "0mm/h" };
    private readonly Option<string> _clouds = new("--clouds") { Description = "liquid water of the clouds, such as 0.5g/m3", HelpName = "DENSITY", DefaultValueFactory = static _ => "0g/m3" };
    private readonly Option<string> _season = new("--season") { Description = "the air: mean, summer or winter at the first radar's latitude", HelpName = "WHICH", DefaultValueFactory = static _ => "mean" };
    private readonly Option<string> _surface = new("--surface") { Description = "what reflects the waves and makes lobes: none, sea or land (flat)", HelpName = "WHAT", DefaultValueFactory = static _ => "none" };
    private readonly Option<string> _roughness = new("--roughness") { Description = "standard deviation of the surface's height, a quarter of the significant wave height", HelpName = "HEIGHT", DefaultValueFactory = static _ => "0.25m" };
    private readonly Option<string> _clutter = new("--clutter") { Description = "whose echoes compete with a target that flies straight at the radar: none, sea, flatland, farmland, woods, wooded-hills, mountains, towns", HelpName = "WHAT", DefaultValueFactory = static _ => "none" };
    private readonly Option<int> _seaState = new("--sea-state") { Description = "sea state of the clutter, 0 to 6", HelpName = "STATE", DefaultValueFactory = static _ => 3 };
    private readonly Option<string[]> _jammers = new("--jammer") { Description = "a jammer: place, height above the sea, noise power radiated with antenna gain, bandwidth (100MHz unless given); may be given again", HelpName = "LAT,LON,HEIGHT,POWER[,BANDWIDTH]", DefaultValueFactory = static _ => [] };

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_gaps, _rain, _clouds, _season, _surface, _roughness, _clutter, _seaState, _jammers];

    /// <summary>The jammers.</summary>
    public IReadOnlyList<CoverageJammer> Jammers(ParseResult parsed) => [.. parsed.GetRequiredValue(_jammers).Select(text => CoverageOptionText.Jammer(_jammers.Name, text))];

    /// <summary>Everything else.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="latitudeRad">Latitude that decides what summer and winter are.</param>
    public Surroundings Read(ParseResult parsed, double latitudeRad)
    {
        var roughnessM = CoverageOptionText.Quantity(_roughness.Name, parsed.GetRequiredValue(_roughness), Dimension.Length, 0, 20);
        var isSea = CoverageOptionText.Word<bool?>(_surface.Name, parsed.GetRequiredValue(_surface), [("none", null), ("sea", true), ("land", false)]);
        var (seaClutter, landClutter) = CoverageOptionText.Word<(bool, LandSurface?)>(
            _clutter.Name,
            parsed.GetRequiredValue(_clutter),
            [("none", (false, null)), ("sea", (true, null)), .. LandNames.All.Select(static land => (land.Name, (false, (LandSurface?)land.Surface)))]);
        var state = parsed.GetValue(_seaState);
        if (state is < 0 or > 6) throw new UsageException($"{_seaState.Name}: {state} is out of range; expected 0 to 6");
        var isSummer = CoverageOptionText.Word<bool?>(_season.Name, parsed.GetRequiredValue(_season), [("mean", null), ("summer", true), ("winter", false)]);
        var surroundings = new Surroundings();
        return surroundings with
        {
            TerrainGaps = CoverageOptionText.Word(_gaps.Name, parsed.GetRequiredValue(_gaps), [("unknown", MissingTerrain.Unknown), ("sea", MissingTerrain.SmoothEarth)]),
            Air = surroundings.Air! with
            {
                Atmosphere = isSummer is { } summer ? ReferenceAtmosphere.ForLatitude(latitudeRad, summer) : ReferenceAtmosphere.MeanGlobal,
                RainRateMPerS = CoverageOptionText.Measured(_rain.Name, parsed.GetRequiredValue(_rain), "mm/h", 500) * 1e-3 / 3600,
                CloudDensityKgPerM3 = CoverageOptionText.Measured(_clouds.Name, parsed.GetRequiredValue(_clouds), "g/m3", 20) * 1e-3,
            },
            Surface = isSea is { } sea ? new ReflectingSurface(sea, roughnessM) : null,
            SeaClutterState = seaClutter ? state : null,
            LandClutter = landClutter,
        };
    }
}
