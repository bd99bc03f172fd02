using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Operations.Picture;

/// <summary>Where a ballistic track will strike, or was launched, with the ellipse of the error. Immutable.</summary>
/// <param name="Time">When it is there.</param>
/// <param name="Point">The place.</param>
/// <param name="SemiMajorSigmaM">Standard deviation along the longer axis of the ellipse, metres.</param>
/// <param name="SemiMinorSigmaM">Standard deviation along the shorter axis, metres.</param>
/// <param name="MajorAzimuthRad">Direction of the longer axis, radians clockwise from north, 0 to pi.</param>
public readonly record struct GroundPrediction(SimTime Time, GeodeticPoint Point, double SemiMajorSigmaM, double SemiMinorSigmaM, double MajorAzimuthRad);
