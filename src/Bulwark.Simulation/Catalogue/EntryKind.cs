namespace Bulwark.Simulation.Catalogue;

/// <summary>What a catalogue entry describes.</summary>
public enum EntryKind
{
    /// <summary>A radar set.</summary>
    Radar,

    /// <summary>A surface-to-air missile.</summary>
    Missile,

    /// <summary>A launcher.</summary>
    Launcher,

    /// <summary>A class of aircraft or missile that can be a target.</summary>
    Aircraft,

    /// <summary>A battery made of the other parts, or of other batteries.</summary>
    Battery,

    /// <summary>Any other vehicle of a battery, such as its command post.</summary>
    Vehicle,
}
