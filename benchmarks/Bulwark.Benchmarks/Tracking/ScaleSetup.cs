namespace Bulwark.Benchmarks.Tracking;

/// <summary>What the traffic of a scale run is made of.</summary>
/// <param name="Radars">Radars, spread over the area.</param>
/// <param name="Aircraft">Aircraft, which stay in the area.</param>
/// <param name="AreaRadiusM">Radius of the area, metres.</param>
/// <param name="RangeM">Range of each radar, metres.</param>
/// <param name="PeriodS">Antenna period, seconds.</param>
/// <param name="FalsePlotsPerTurn">False plots of each radar in a turn.</param>
/// <param name="MeasuresElevation">Elevation instead of reported height.</param>
internal sealed record ScaleSetup(int Radars, int Aircraft, double AreaRadiusM, double RangeM, double PeriodS, int FalsePlotsPerTurn, bool MeasuresElevation);
