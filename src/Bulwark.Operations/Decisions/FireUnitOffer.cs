namespace Bulwark.Operations.Decisions;

/// <summary>
/// What a fire unit can offer command at one evaluation: its computer, its doctrine, and what it has free. Made once and filled anew for every
/// evaluation.
/// </summary>
public sealed class FireUnitOffer
{
    /// <summary>Makes an offer.</summary>
    /// <param name="geometry">The unit's own computer.</param>
    /// <param name="doctrine">How the unit fights.</param>
    /// <param name="cap">Index of the cap above the unit, or -1.</param>
    public FireUnitOffer(IFireUnitGeometry geometry, EngagementDoctrine doctrine, int cap = -1)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        ArgumentNullException.ThrowIfNull(doctrine);
        Geometry = geometry;
        Doctrine = doctrine;
        Cap = cap;
        ReadyRounds = new int[geometry.Lines];
    }

    /// <summary>The unit's own computer.</summary>
    public IFireUnitGeometry Geometry { get; }

    /// <summary>How the unit fights.</summary>
    public EngagementDoctrine Doctrine { get; }

    /// <summary>Index of the cap above the unit, or -1.</summary>
    public int Cap { get; }

    /// <summary>Whether it is deployed and its engagement radar may work.</summary>
    public bool IsReady { get; set; } = true;

    /// <summary>Target channels not in use.</summary>
    public int FreeTargetChannels { get; set; }

    /// <summary>Rounds ready to fire and not promised to an engagement, by line of its magazine; the caller fills it.</summary>
    public int[] ReadyRounds { get; }

    /// <summary>Salvos that a line can still fire, the last perhaps short.</summary>
    /// <param name="line">The line.</param>
    public int Salvos(int line) => ReadyRounds[line] <= 0 ? 0 : (ReadyRounds[line] + Doctrine.SalvoSize - 1) / Doctrine.SalvoSize;
}
