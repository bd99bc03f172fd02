namespace Bulwark.Operations.Networks;

/// <summary>A link of a network: it joins two nodes both ways. Immutable.</summary>
/// <param name="First">Index of one node.</param>
/// <param name="Second">Index of the other.</param>
/// <param name="Parameters">What it can do.</param>
public sealed record LinkDescription(int First, int Second, LinkParameters Parameters);
