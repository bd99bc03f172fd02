namespace Bulwark.Sensing.Scheduling;

/// <summary>What an array looks for. The numeric order is the order of priority.</summary>
public enum DwellTask
{
    /// <summary>An update of a track.</summary>
    Track = 0,

    /// <summary>A second look at a plot that may be a new target.</summary>
    Confirmation = 1,

    /// <summary>A beam of the search fence.</summary>
    Search = 2,
}
