using Bulwark.Core.Timing;

namespace Bulwark.Simulation.World;

/// <summary>
/// What a battery told its command post about itself. A row of the run's table; the figures stand in a table of their own from the first on: of each fire unit
/// whether it is ready, at which of its places it stands, its free target channels and the rounds of each line; then what is free of each cap.
/// </summary>
internal readonly record struct UnitStatus(int Battery, SimTime Time, int FirstFigure);
