using System.Globalization;
using Bulwark.Core.Earth;
using Bulwark.Operations.Decisions;
using Bulwark.Operations.Picture;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Recording;
using Bulwark.Tracking.Identification;

namespace Bulwark.Simulation.Outcomes;

/// <summary>The plain words of the ledger for each recorded choice.</summary>
public static class LedgerWords
{
    /// <summary>Why an attacker leaked.</summary>
    /// <param name="cause">The cause.</param>
    public static string Cause(LossCause cause) => cause switch
    {
        LossCause.NeverVisible => "no radar saw it while an intercept was possible",
        LossCause.VisibleTooLate => "it came into view too late to be tracked and fired at",
        LossCause.NotReady => "no radar or no fire unit was in action",
        LossCause.NotTracked => "it was seen but not tracked in time",
        LossCause.TrackLimit => "the picture already held as many tracks as it can",
        LossCause.NotCleared => "it was not identified, or firing was forbidden",
        LossCause.OutsideEnvelope => "it never came where a round could reach it and the engagement radar see it",
        LossCause.BelowPkFloor => "the expected kill probability was below the floor",
        LossCause.TargetChannelLimit => "every target channel was taken",
        LossCause.MissileChannelLimit => "every missile channel was taken",
        LossCause.NoRound => "no round was ready",
        LossCause.TooLate => "it reached its objective before a missile reached it",
        LossCause.Missed => "every missile fired at it missed or failed",
        LossCause.MisjudgedKilled => "its track stood as judged killed",
        LossCause.NotOrdered => "its battery waited for the order of a command post",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "Unknown cause."),
    };

    internal static string Class(TrackClass kind) => kind switch
    {
        TrackClass.Transport => "an airliner or transport",
        TrackClass.CombatAircraft => "a combat aircraft",
        TrackClass.SlowAircraft => "a helicopter, light aircraft or drone",
        TrackClass.CruiseMissile => "a cruise missile",
        TrackClass.BallisticMissile => "a ballistic missile",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown class."),
    };

    internal static string Place(GeodeticPoint place) => string.Create(CultureInfo.InvariantCulture, $"{place.LatitudeDeg:0.000} {place.LongitudeDeg:0.000}");

    internal static string Clock(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{TimeSpan.FromSeconds(Math.Round(seconds)):hh\\:mm\\:ss}");

    internal static string Ellipse(double majorSigmaM, double minorSigmaM) =>
        string.Create(CultureInfo.InvariantCulture, $"one sigma {majorSigmaM / 1000:0.0} by {minorSigmaM / 1000:0.0} km");

    internal static string Deferral(DeferralReason reason) => reason switch
    {
        DeferralReason.None => "is free to engage",
        DeferralReason.NotIdentified => "waits: not yet identified",
        DeferralReason.Protected => "is not engaged: answers as neutral",
        DeferralReason.RulesOfEngagement => "is not engaged: rules of engagement",
        DeferralReason.NoThreat => "is not engaged: flies away from what is defended",
        DeferralReason.OutsideSector => "waits: outside the engagement radar's sector",
        DeferralReason.NotVisibleToEngagementRadar => "waits: the engagement radar cannot see it yet (horizon or range)",
        DeferralReason.OutsideEnvelope => "waits: no intercept inside the envelope yet",
        DeferralReason.BelowPkFloor => "waits: expected kill probability below the floor",
        DeferralReason.NoTargetChannel => "waits: no free target channel",
        DeferralReason.NoMissileChannel => "waits: no free missile channel",
        DeferralReason.NoRound => "waits: no round ready",
        DeferralReason.GivenUp => "is given up: as many salvos fired as doctrine allows",
        DeferralReason.JudgedKilled => "is judged killed",
        DeferralReason.TakenForDecoy => "is not engaged: taken for a decoy",
        DeferralReason.TakenForDrone => "is not engaged: taken for a drone, which is left to rounds of shorter reach",
        DeferralReason.LostFromSight => "waits: lost from sight, and not seen since",
        DeferralReason.NotReady => "waits: no fire unit is ready",
        DeferralReason.NotItsTask => "is not engaged: does not come near what this battery guards",
        DeferralReason.Reserved => "waits: the last rounds are kept for greater threats",
        DeferralReason.EngagedElsewhere => "waits: another battery engages it",
        DeferralReason.AwaitingOrder => "waits: no order of the command post",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };

    /// <summary>What a track is taken for.</summary>
    /// <param name="kind">The kind.</param>
    public static string Kind(TargetKind kind) => kind switch
    {
        TargetKind.Aircraft => "an aircraft",
        TargetKind.CruiseMissile => "a cruise missile",
        TargetKind.Drone => "a drone",
        TargetKind.Decoy => "a decoy",
        TargetKind.AntiRadiationMissile => "an anti-radiation missile",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nothing that a track is taken for."),
    };

    /// <summary>What a radar or fire unit does, as the rest of a sentence.</summary>
    /// <param name="posture">What it does.</param>
    /// <param name="radiating">Whether its radar works.</param>
    public static string Posture(SitePosture posture, bool radiating) => posture switch
    {
        SitePosture.Ready => radiating ? "is in action" : "is in action with its radar off",
        SitePosture.Firing => radiating ? "has missiles in flight" : "has missiles in flight and its radar off",
        SitePosture.Leaving => "packs up",
        SitePosture.Marching => "is on the march",
        SitePosture.Deploying => "comes into action",
        SitePosture.Hidden => "is hidden",
        SitePosture.Destroyed => "is destroyed",
        _ => throw new ArgumentOutOfRangeException(nameof(posture), posture, "Unknown posture."),
    };

    internal static string Sight(Visibility visibility) => visibility switch
    {
        Visibility.Visible => "in view",
        Visibility.BelowHorizon => "below the radar horizon",
        Visibility.OutOfRange => "beyond the instrumented range",
        Visibility.TooClose => "closer than the minimum range",
        Visibility.AboveBeam => "above the beam",
        Visibility.BelowBeam => "below the beam",
        Visibility.OutsideSector => "outside the sector",
        Visibility.MaskedByTerrain => "masked by terrain",
        Visibility.UnknownTerrain => "behind ground of unknown height",
        _ => throw new ArgumentOutOfRangeException(nameof(visibility), visibility, "Unknown answer."),
    };

    internal static string FireControl(FireControlState state) => state switch
    {
        FireControlState.Acquired => "has acquired it",
        FireControlState.Lost => "has lost it",
        FireControlState.OnPicture => "is dark; rounds are led on the picture's track",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    internal static string Identity(Identity identity) => identity switch
    {
        Operations.Picture.Identity.Pending => "not yet judged",
        Operations.Picture.Identity.Unknown => "unknown",
        Operations.Picture.Identity.Neutral => "protected traffic",
        Operations.Picture.Identity.Hostile => "an attacker",
        _ => throw new ArgumentOutOfRangeException(nameof(identity), identity, "Unknown identity."),
    };

    internal static string Transition(TrackTransition transition) => transition switch
    {
        TrackTransition.Started => "started (tentative)",
        TrackTransition.Confirmed => "confirmed",
        TrackTransition.RefusedFull => "refused: the picture is full",
        TrackTransition.Dropped => "dropped for want of plots",
        TrackTransition.Abandoned => "abandoned before confirmation",
        _ => throw new ArgumentOutOfRangeException(nameof(transition), transition, "Unknown transition."),
    };

    internal static string Outcome(MissileOutcome outcome, double missM) => outcome switch
    {
        MissileOutcome.Hit => $"kills it, passing at {missM:0.0} m",
        MissileOutcome.Missed => $"passes at {missM:0.0} m without killing it",
        MissileOutcome.Failed => "fails at launch",
        MissileOutcome.OutOfEnergy => "runs out of speed and destroys itself",
        MissileOutcome.SelfDestroyed => "reaches the end of its controlled flight",
        MissileOutcome.LostIllumination => "loses guidance: the engagement radar lost the target",
        MissileOutcome.TargetGone => "finds its target gone",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };

    internal static string Result(EngagementResult result) => result switch
    {
        EngagementResult.JudgedKilled => "target judged killed",
        EngagementResult.GivenUp => "target given up after the last salvo",
        EngagementResult.NoLongerPossible => "no further intercept is possible",
        EngagementResult.NotAcquired => "the engagement radar never acquired it",
        EngagementResult.TargetLost => "target lost",
        EngagementResult.NoRound => "no round left to fire",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "Unknown result."),
    };

    internal static string Departure(DepartureReason reason) => reason switch
    {
        DepartureReason.ReachedObjective => "reaches its objective: leaked",
        DepartureReason.RouteEnded => "ends its route",
        DepartureReason.Killed => "is killed",
        DepartureReason.NotReleased => "is not released: its carrier was gone before the radar could be heard",
        DepartureReason.MissedRadar => "comes down and misses the radar",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };
}
