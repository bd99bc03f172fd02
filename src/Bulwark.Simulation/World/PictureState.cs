using Bulwark.Simulation.Planning;
using Bulwark.Tracking.Strobes;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.World;

/// <summary>What changes about a picture during a run.</summary>
internal sealed class PictureState
{
    public PictureState(PlannedPicture plan, PlannedRegistration? registration)
    {
        Registration = registration is null ? null : new RegistrationState(registration, plan);
        Tracker = plan.NewTracker();
        Strobes = plan.NewStrobeTracker();
        Notes = new StructTable<TrackNote>(256);
        Forecasts = [];
        Kinds = new StructTable<KindNote>();
    }

    private PictureState(PictureState other, PlannedPicture plan, PlannedRegistration? registration)
    {
        Registration = registration is null ? null : other.Registration?.Copy(registration, plan) ?? new RegistrationState(registration, plan);
        Tracker = other.Tracker.Copy(plan.Tracker);
        Strobes = other.Strobes.Copy(plan.Tracker);
        Notes = other.Notes.Copy();
        Forecasts = new Dictionary<int, BallisticReport>(other.Forecasts);
        Kinds = other.Kinds.Copy();
    }

    public Tracker Tracker { get; }

    /// <summary>Where jammers are, by their strobes.</summary>
    public StrobeTracker Strobes { get; }

    /// <summary>Notes beside each track, by the track's number.</summary>
    public StructTable<TrackNote> Notes { get; }

    /// <summary>Where the ballistic tracks will strike and came from, by the track's number, as of their latest plot.</summary>
    public Dictionary<int, BallisticReport> Forecasts { get; }

    /// <summary>What speaks for kinds of targets, by the track's number; empty unless kinds are told apart.</summary>
    public StructTable<KindNote> Kinds { get; }

    /// <summary>What it has learned of radars' constant errors; null where none are stated or they are not estimated.</summary>
    public RegistrationState? Registration { get; }

    public PictureState Copy(PlannedPicture plan, PlannedRegistration? registration) => new(this, plan, registration);
}
