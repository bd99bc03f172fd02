namespace Bulwark.Studies.Verification;

/// <summary>How far one value lies from its reference.</summary>
/// <param name="Case">Name of the case.</param>
/// <param name="Found">What the model gives.</param>
/// <param name="Expected">The reference.</param>
/// <param name="Error">The error: in the unit of the quantity, or as a share of the reference when the tolerance is one.</param>
/// <param name="Ratio">The error over what is allowed; above 1 is a failure. Not-a-number when the model gives none.</param>
internal readonly record struct CaseError(string Case, double Found, double Expected, double Error, double Ratio);
