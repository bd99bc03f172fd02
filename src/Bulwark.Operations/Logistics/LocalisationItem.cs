namespace Bulwark.Operations.Logistics;

/// <summary>A component that could be made at home. Immutable.</summary>
/// <param name="Id">Its name.</param>
/// <param name="AbroadShare">Share of the systems that miss none of it at the end of the embargo when it comes from abroad, 0 to 1.</param>
/// <param name="HomeShare">The same when it is made at home, 0 to 1.</param>
/// <param name="CostUsd">What making it at home costs more over the years looked at; negative when it saves money.</param>
/// <param name="IsFixedAbroad">Whether making it at home is ruled out.</param>
public sealed record LocalisationItem(string Id, double AbroadShare, double HomeShare, double CostUsd, bool IsFixedAbroad);
