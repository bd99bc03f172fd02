using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Flight.Ballistic;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Stages;

namespace Bulwark.Simulation.Planning;

/// <summary>
/// Where what breaks up in a run comes down: of a killed target one piece of each <see cref="DebrisGroup"/>, of a round its empty motor case. Nothing in the
/// run depends on it. Immutable.
/// </summary>
/// <param name="assets">What is defended.</param>
/// <param name="horizons">The ground.</param>
/// <param name="random">The run's luck.</param>
internal sealed class DebrisField(IReadOnlyList<DefendedAsset> assets, SiteHorizons horizons, RandomNames random)
{
    private const int Targets = 0;
    private const int Rounds = 1;

    private readonly EcefVector[] _assets = [.. assets.Select(static asset => Wgs84.ToEcef(asset.Position))];

    /// <summary>Records where the pieces of a killed target come down.</summary>
    public void OfTarget(SimTime now, int target, EcefVector position, EcefVector velocity, StageOutput output)
    {
        var luck = random.Open(Targets, target, RandomPurpose.Debris, 0);
        for (var piece = 0; piece < DebrisGroup.All.Length; piece++) Fall(now, target, -1, piece, position, velocity, ref luck, output);
    }

    /// <summary>Records where the motor case of a round that has ended its flight comes down.</summary>
    public void OfRound(SimTime now, int missile, EcefVector position, EcefVector velocity, StageOutput output)
    {
        var luck = random.Open(Rounds, missile, RandomPurpose.Debris, 0);
        Fall(now, -1, missile, DebrisGroup.All.Length - 1, position, velocity, ref luck, output);
    }

    private void Fall(SimTime now, int target, int missile, int piece, EcefVector position, EcefVector velocity, ref RandomStream luck, StageOutput output)
    {
        var group = DebrisGroup.All[piece];
        var ballisticKgPerM2 = group.AtKgPerM2(luck.NextUnit());
        var added = new EcefVector(luck.Normal(0, group.AddedSigmaMPerS), luck.Normal(0, group.AddedSigmaMPerS), luck.Normal(0, group.AddedSigmaMPerS));
        if (DebrisFall.To(ballisticKgPerM2, position, velocity + added, 0) is not { } fall) return;
        var place = Wgs84.ToGeodetic(fall.Position);

        // Hills: once more, to the height of the ground below. Unknown ground is taken as level with the ellipsoid.
        if (horizons.Ground is { } ground && ground.HeightM(place.LatitudeRad, place.LongitudeRad) is var heightM && heightM > 0
            && DebrisFall.To(ballisticKgPerM2, position, velocity + added, heightM) is { } higher)
        {
            fall = higher;
            place = Wgs84.ToGeodetic(fall.Position);
        }

        output.Record(now, new DebrisFell(
            target, missile, piece, ballisticKgPerM2, place.LatitudeRad, place.LongitudeRad, now.TotalS + fall.TimeS, fall.Velocity.Length, InsideOf(place)));
    }

    private int InsideOf(GeodeticPoint place)
    {
        for (var asset = 0; asset < _assets.Length; asset++)
        {
            if (Wgs84.ToEcef(place.WithHeight(assets[asset].Position.HeightM)).DistanceTo(_assets[asset]) <= assets[asset].RadiusM) return asset;
        }

        return -1;
    }
}
