using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>What the surroundings do to a body at a place and velocity.</summary>
/// <param name="DensityKgPerM3">Air density, kg/m³.</param>
/// <param name="SpeedOfSoundMPerS">Speed of sound, m/s.</param>
/// <param name="Gravity">All accelerations that are not forces of air or motor, in the frame of the motion, m/s².</param>
internal readonly record struct FlightConditions(double DensityKgPerM3, double SpeedOfSoundMPerS, EcefVector Gravity);
