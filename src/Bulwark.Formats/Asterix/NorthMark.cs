namespace Bulwark.Formats.Asterix;

/// <summary>The beam of a radar passed north. Immutable.</summary>
/// <param name="Sensor">The radar.</param>
/// <param name="TimeS">When: seconds since midnight (UTC) before the recording, growing over later midnights.</param>
public readonly record struct NorthMark(SensorKey Sensor, double TimeS);
