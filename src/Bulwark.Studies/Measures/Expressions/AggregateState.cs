namespace Bulwark.Studies.Measures.Expressions;

/// <summary>What an aggregate has seen so far in one run.</summary>
internal struct AggregateState
{
    public long Count;
    public double Sum;
    public double Value;
}
