using Bulwark.Operations.Logistics;
using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Programmes;

/// <summary>A choice of components to make at home, tried in the simulation. Immutable.</summary>
/// <param name="AskedShare">The readiness that the analytic model was asked to hold.</param>
/// <param name="Plan">The cheapest choice that holds it by the analytic model; when none does, the one that comes nearest.</param>
/// <param name="Simulated">The embargo simulated with the choice, every figure uncertain.</param>
/// <param name="Ready">Mean readiness in the last three months of the embargo, with its 95 per cent interval over the replications.</param>
public sealed record LocalisationTrial(double AskedShare, LocalisationPlan Plan, CaseOutcome Simulated, Estimate Ready);
