namespace Bulwark.Studies.Measures.Expressions;

/// <summary>How events become one number.</summary>
internal enum AggregateKind
{
    Count,
    Sum,
    Mean,
    Min,
    Max,
    First,
    Last,
}
