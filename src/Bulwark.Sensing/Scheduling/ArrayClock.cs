using Bulwark.Core.Timing;

namespace Bulwark.Sensing.Scheduling;

/// <summary>Where an array stands in its work: a value, so that copying it is a snapshot.</summary>
/// <param name="FreeAt">When the present look ends.</param>
/// <param name="NextBeam">The next beam of the search fence.</param>
/// <param name="FencesCompleted">How often the whole fence has been searched.</param>
/// <param name="SearchCreditS">Time that search has been kept from its share, seconds.</param>
public readonly record struct ArrayClock(SimTime FreeAt, int NextBeam, int FencesCompleted, double SearchCreditS);
