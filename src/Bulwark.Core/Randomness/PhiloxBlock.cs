namespace Bulwark.Core.Randomness;

/// <summary>Four 32-bit words: a counter of, or a result from, <see cref="Philox4x32"/>. Immutable.</summary>
/// <param name="Word0">Least significant word.</param>
/// <param name="Word1">Second word.</param>
/// <param name="Word2">Third word.</param>
/// <param name="Word3">Most significant word.</param>
public readonly record struct PhiloxBlock(uint Word0, uint Word1, uint Word2, uint Word3);
