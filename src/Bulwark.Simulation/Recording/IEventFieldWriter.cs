namespace Bulwark.Simulation.Recording;

/// <summary>Receives the fields of a recorded event one by one, always in the same order.</summary>
public interface IEventFieldWriter
{
    /// <summary>A whole number.</summary>
    /// <param name="name">Name of the field, as a database column.</param>
    /// <param name="value">The value.</param>
    void Integer(string name, long value);

    /// <summary>A real number.</summary>
    /// <param name="name">Name of the field, ending in its unit.</param>
    /// <param name="value">The value.</param>
    void Real(string name, double value);

    /// <summary>One of a list of choices.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The list.</typeparam>
    void Choice<T>(string name, T value)
        where T : struct, Enum;
}
