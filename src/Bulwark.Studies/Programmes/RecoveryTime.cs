namespace Bulwark.Studies.Programmes;

/// <summary>How long units took to be all ready at once after something ended. Immutable.</summary>
/// <param name="Event">Index of the event in the programme.</param>
/// <param name="MedianS">Median, seconds; infinite when half did not recover in the years looked at.</param>
/// <param name="HighS">95 per cent point, seconds; infinite when more than a twentieth did not recover.</param>
/// <param name="NeverShare">Share of replications that did not recover in the years looked at.</param>
public sealed record RecoveryTime(int Event, double MedianS, double HighS, double NeverShare);
