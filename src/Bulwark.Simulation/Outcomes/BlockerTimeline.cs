using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;

namespace Bulwark.Simulation.Outcomes;

/// <summary>What stood between one target and a missile, from moment to moment.</summary>
internal sealed class BlockerTimeline(bool anyAtWork)
{
    private readonly List<(SimTime From, LossCause? Cause)> _changes = [(SimTime.Start, anyAtWork ? LossCause.NeverVisible : LossCause.NotReady)];
    private readonly HashSet<int> _seenBy = [];
    private bool _anyAtWork = anyAtWork;
    private int _tracks;
    private bool _refused;
    private DeferralReason _deferral;
    private bool _postWaits;
    private bool _engaged;
    private int _flying;
    private bool _departed;

    /// <summary>Whether a missile was ever launched at it.</summary>
    public bool Launched { get; private set; }

    /// <summary>Whether missiles were still on their way to it when it left the scene.</summary>
    public bool LeftUnderFire { get; private set; }

    /// <summary>Whether command judged it killed while it lived.</summary>
    public bool JudgedKilled { get; private set; }

    public void See(SimTime time, int node, bool visible)
    {
        if (visible) _seenBy.Add(node);
        else _seenBy.Remove(node);
        if (visible && FirstSeen == SimTime.Never) FirstSeen = time;
        Change(time);
    }

    /// <summary>When a radar first saw it; never when none did.</summary>
    public SimTime FirstSeen { get; private set; } = SimTime.Never;

    /// <summary>A radar went off: it sees nothing any more; or there is none at work at all.</summary>
    public void Switch(SimTime time, int node, bool anyAtWork)
    {
        _anyAtWork = anyAtWork;
        if (node >= 0) _seenBy.Remove(node);
        Change(time);
    }

    public void Track(SimTime time, int change)
    {
        _tracks = Math.Max(0, _tracks + change);
        if (change > 0) _refused = false;
        Change(time);
    }

    public void Refuse(SimTime time)
    {
        _refused = true;
        Change(time);
    }

    public void Defer(SimTime time, DeferralReason reason)
    {
        // What the command post says itself tells more than that a battery waits for it.
        if (reason == DeferralReason.AwaitingOrder && _postWaits) return;
        _deferral = reason;

        // A judgement on what has left already did not let it through.
        JudgedKilled |= reason == DeferralReason.JudgedKilled && !_departed;
        Change(time);
    }

    /// <summary>A command post waits with it.</summary>
    public void DeferByPost(SimTime time, DeferralReason reason)
    {
        _postWaits = true;
        Defer(time, reason);
    }

    /// <summary>A command post has ordered to engage it: why it waited says nothing any more.</summary>
    public void Order(SimTime time)
    {
        _postWaits = false;
        Defer(time, DeferralReason.None);
    }

    public void Engage(SimTime time, bool engaged)
    {
        _engaged = engaged;
        Change(time);
    }

    public void Fly(int change)
    {
        _flying += change;
        Launched |= change > 0;
    }

    public void Depart() => (_departed, LeftUnderFire) = (true, _flying > 0);

    /// <summary>
    /// The last limit that stood in the way within a window; without one, whatever stood there at its end; null when nothing did.
    /// </summary>
    public LossCause? Last(SimTime from, SimTime to)
    {
        LossCause? limit = null;
        LossCause? present = LossCause.NeverVisible;
        for (var index = 0; index < _changes.Count && _changes[index].From <= to; index++)
        {
            present = _changes[index].Cause;
            var end = index + 1 < _changes.Count ? _changes[index + 1].From : to;
            if (present is { } cause && IsLimit(cause) && end >= from) limit = cause;
        }

        return limit ?? present;
    }

    private static bool IsLimit(LossCause cause) => cause
        is LossCause.TrackLimit or LossCause.NotCleared or LossCause.TargetChannelLimit
        or LossCause.MissileChannelLimit or LossCause.NoRound or LossCause.NotReady or LossCause.NotOrdered;

    private void Change(SimTime time) => _changes.Add((time, Present()));

    private LossCause? Present()
    {
        if (_engaged) return _deferral == DeferralReason.NoMissileChannel ? LossCause.MissileChannelLimit : null;
        if (_tracks == 0)
        {
            if (_seenBy.Count == 0) return _anyAtWork ? LossCause.NeverVisible : LossCause.NotReady;
            return _refused ? LossCause.TrackLimit : LossCause.NotTracked;
        }

        return _deferral switch
        {
            DeferralReason.None => LossCause.TooLate,
            DeferralReason.NotIdentified or DeferralReason.Protected or DeferralReason.RulesOfEngagement or DeferralReason.NotItsTask or DeferralReason.TakenForDecoy or DeferralReason.TakenForDrone => LossCause.NotCleared,
            DeferralReason.BelowPkFloor => LossCause.BelowPkFloor,
            DeferralReason.NotReady => LossCause.NotReady,
            DeferralReason.NoTargetChannel => LossCause.TargetChannelLimit,
            DeferralReason.NoMissileChannel => LossCause.MissileChannelLimit,
            DeferralReason.NoRound or DeferralReason.Reserved => LossCause.NoRound,
            DeferralReason.AwaitingOrder => LossCause.NotOrdered,
            DeferralReason.GivenUp => LossCause.Missed,
            DeferralReason.JudgedKilled => LossCause.MisjudgedKilled,
            DeferralReason.LostFromSight => LossCause.NotTracked,
            _ => LossCause.OutsideEnvelope,
        };
    }
}
