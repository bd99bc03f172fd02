using Bulwark.Core.Earth;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.Outcomes;

/// <summary>Debris in plain words: for a whole run, and for one target.</summary>
public static class DebrisWords
{
    /// <summary>A run's debris in one sentence; null when nothing broke up.</summary>
    /// <param name="debris">The counts.</param>
    public static string? Of(DebrisCounts debris)
    {
        ArgumentNullException.ThrowIfNull(debris);
        if (debris.Total == 0) return null;
        return $"Debris: {Pieces(debris.OfAttackers)} of attackers, {debris.OfProtected} of friends and neutrals, {debris.OfRounds} of rounds; "
            + (debris.Inside == 0 ? "none inside the radius of a defended asset." : $"inside the radius of a defended asset {debris.OfAttackersInside}, {debris.OfProtectedInside} and {debris.OfRoundsInside}.");
    }

    internal static string Piece(RunPlan plan, in DebrisFell fell)
    {
        var place = LedgerWords.Place(new GeodeticPoint(fell.LatitudeRad, fell.LongitudeRad, 0));
        var inside = fell.Asset < 0 ? "" : $", inside {plan.Scenario.Assets[fell.Asset].Name}";
        return $"{Group(fell.Piece)} come down at {place} at {LedgerWords.Clock(fell.ImpactTimeS)} with {fell.SpeedMPerS:0} m/s{inside}";
    }

    /// <summary>What a group of pieces stands for.</summary>
    /// <param name="piece">Its number.</param>
    public static string Group(int piece) => piece switch
    {
        0 => "skins and panels",
        1 => "parts of the structure",
        2 => "engines and motor cases",
        _ => throw new ArgumentOutOfRangeException(nameof(piece), piece, "Unknown group."),
    };

    private static string Pieces(int count) => count == 1 ? "1 piece" : $"{count} pieces";
}
