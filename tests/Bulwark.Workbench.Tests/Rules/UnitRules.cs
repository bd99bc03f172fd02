using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Bulwark.Workbench.Tests.Rules;

/// <summary>Every public floating-point number of a library says its unit at the end of its name.</summary>
public class UnitRules
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>
    /// What may go without, by the beginning of its place, each with its reason. A place is Namespace.Type.Member for properties, fields
    /// and returned values, and Namespace.Type.Member(parameter) for parameters.
    /// </summary>
    private static readonly (string Place, string Reason)[] Exempt =
    [
        ("Bulwark.Core.Numerics.", "pure mathematics: a number may stand for anything"),
        ("Bulwark.Core.Randomness.", "distributions: the unit is that of what is drawn"),
        ("Bulwark.Core.Earth.EcefVector.", "components are positions, velocities or directions; the variable's name says which"),
        ("Bulwark.Core.Earth.EnuVector.", "components are positions, velocities or directions; the variable's name says which"),
        ("Bulwark.Core.Earth.Wgs84.Flattening", "a number without a unit, by its textbook name"),
        ("Bulwark.Core.Earth.Wgs84.EccentricitySquared", "a number without a unit, by its textbook name"),
        ("Bulwark.Core.Earth.Gravity.SecondZonalHarmonic", "a number without a unit, by its textbook name"),
        ("Bulwark.Core.Earth.Gravity.SomiglianaConstant", "a number without a unit, by its textbook name"),
        ("Bulwark.Core.Timing.SimTime.FromSeconds(seconds)", "the method's name says it"),
        ("Bulwark.Core.Timing.SimDuration.FromSeconds(seconds)", "the method's name says it"),
        ("Bulwark.Formats.Asterix.PlotSource.NorthMarkTimesOf", "times in seconds, as its documentation says; the name ends in what it is asked for"),
        ("Bulwark.Formats.Csv.CsvWriter.Field(value)", "writes any number"),
        ("Bulwark.Sensing.Detection.DetectionStatistics.Threshold", "in units of the mean noise power, by its textbook name"),
        ("Bulwark.Sensing.Detection.DetectionStatistics.RequiredSnr", "a ratio of powers, by its textbook name"),
        ("Bulwark.Sensing.Detection.DetectionTable.At", "a probability, looked up in the table of probabilities"),
        ("Bulwark.Sensing.Radars.MeasurementErrors.MonopulseSlope", "a number without a unit, by its textbook name"),
        ("Bulwark.Sensing.Radars.RadarModel.ExpectedFalseAlarms", "a mean count"),
        ("Bulwark.Simulation.Recording.IEventFieldWriter.Real(value)", "any recorded number; the field's name ends in the unit"),
        ("Bulwark.Studies.Files.StudyFactor.Write(value)", "in the factor's own unit, which only the file knows"),
        ("Bulwark.Studies.Measures.MeasureSet.Of", "measures of any unit, which their names say"),
        ("Bulwark.Studies.Store.StudyResult.", "measures of any unit, which their names say"),
        ("Bulwark.Studies.Reports.StudyWords.Span(", "words for a measure of any unit, whose name says it"),
        ("Bulwark.Studies.Sampling.", "pure mathematics: shares of the range of whatever is sampled"),
        ("Bulwark.Studies.Statistics.", "statistics: the unit is that of the data"),
        ("Bulwark.Tracking.Estimates.Covariance6.At", "elements have six different units, which the indices decide"),
    ];

    [Fact]
    public void PublicNumbersEndInTheirUnit() =>
        Violations.AssertNone(
            Numbers().Where(static number => !UnitName.EndsInUnit(number.Name) && !Exempt.Any(exempt => number.Place.StartsWith(exempt.Place, StringComparison.Ordinal))).Select(static number => number.Place).Distinct(),
            "A public floating-point number ends in its unit (RangeM, AzimuthRad, GainDb, HitProbability ...).");

    [Fact]
    public void NoExemptionIsLeftOver()
    {
        var needed = Numbers().Where(static number => !UnitName.EndsInUnit(number.Name)).Select(static number => number.Place).ToList();
        Violations.AssertNone(Exempt.Where(exempt => !needed.Exists(place => place.StartsWith(exempt.Place, StringComparison.Ordinal))).Select(static exempt => exempt.Place), "An exemption that nothing needs goes.");
    }

    [Theory]
    [InlineData("RangeM", true)]
    [InlineData("rangeM", true)]
    [InlineData("RcsM2", true)]
    [InlineData("SpeedMPerS", true)]
    [InlineData("TurnLoadMPerS2", true)]
    [InlineData("DensityKgPerM3", true)]
    [InlineData("GravitationalParameterM3PerS2", true)]
    [InlineData("RotationRateRadPerS", true)]
    [InlineData("GasConstantJPerKgK", true)]
    [InlineData("GainDb", true)]
    [InlineData("RcsDbSm", true)]
    [InlineData("KillProbability", true)]
    [InlineData("probability", true)]
    [InlineData("Mach1Ratio", true)]
    [InlineData("XNm", true)]
    [InlineData("TypicalSi", true)]
    [InlineData("Range", false)]
    [InlineData("range", false)]
    [InlineData("RangeKm", false)]
    [InlineData("ALARM", false)]
    [InlineData("Speed", false)]
    [InlineData("Params", false)]
    public void NamesAreJudgedRightly(string name, bool endsInUnit) => Assert.Equal(endsInUnit, UnitName.EndsInUnit(name));

    private static IEnumerable<(string Place, string Name)> Numbers()
    {
        foreach (var type in Repository.Libraries.Select(Repository.Load).SelectMany(static assembly => assembly.GetExportedTypes()))
        {
            if (type.IsSubclassOf(typeof(Delegate)))
            {
                foreach (var number in Parameters(type.GetMethod("Invoke")!, type.FullName!)) yield return number;
                continue;
            }

            foreach (var member in type.GetMembers(Public))
            {
                foreach (var number in Of(type, member)) yield return number;
            }
        }
    }

    private static IEnumerable<(string Place, string Name)> Of(Type type, MemberInfo member)
    {
        var place = $"{type.FullName}.{member.Name}";
        switch (member)
        {
            case FieldInfo field when !field.IsSpecialName:
                return Named(place, field.Name, field.FieldType, field);
            case PropertyInfo property:
                return Named(place, property.Name, property.PropertyType, property).Concat(property.GetIndexParameters().SelectMany(index => Parameter(place, index)));
            case ConstructorInfo constructor:
                return Parameters(constructor, type.FullName + ".new");

            // Operators and what the compiler writes for records repeat names judged elsewhere; the latter's parameters are those of the record.
            case MethodInfo method when !method.IsSpecialName && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && method.GetBaseDefinition() == method:
                return Named(place, method.Name, method.ReturnType, method.ReturnParameter).Concat(Parameters(method, place));
            default:
                return [];
        }
    }

    private static IEnumerable<(string Place, string Name)> Parameters(MethodBase method, string place) => method.GetParameters().SelectMany(parameter => Parameter(place, parameter));

    private static IEnumerable<(string Place, string Name)> Parameter(string place, ParameterInfo parameter) =>
        Named($"{place}({parameter.Name})", parameter.Name!, parameter.ParameterType, parameter);

    private static IEnumerable<(string Place, string Name)> Named(string place, string name, Type type, ICustomAttributeProvider attributes)
    {
        if (type.IsByRef) type = type.GetElementType()!;
        if (IsTuple(type))
        {
            // Elements are judged by their own names; one without a name has none to judge.
            var names = attributes.GetCustomAttributes(typeof(TupleElementNamesAttribute), inherit: false).Cast<TupleElementNamesAttribute>().FirstOrDefault()?.TransformNames;
            var elements = type.GetGenericArguments();
            for (var i = 0; i < elements.Length; i++)
            {
                if (IsNumber(elements[i])) yield return ($"{place}[{names?[i] ?? "unnamed"}]", names?[i] ?? "");
            }
        }
        else if (IsNumber(type))
        {
            yield return (place, name);
        }
    }

    private static bool IsNumber(Type type)
    {
        if (type == typeof(double) || type == typeof(float) || type == typeof(Half) || type == typeof(decimal)) return true;
        if (type.HasElementType) return IsNumber(type.GetElementType()!);
        if (!type.IsGenericType) return false;
        var definition = type.GetGenericTypeDefinition();
        var holdsOne = definition == typeof(Nullable<>) || definition == typeof(Span<>) || definition == typeof(ReadOnlySpan<>) || definition == typeof(Memory<>)
            || definition == typeof(ReadOnlyMemory<>) || (typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments().Length == 1);
        return holdsOne && IsNumber(type.GetGenericArguments()[0]);
    }

    private static bool IsTuple(Type type) => type.IsGenericType && type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true;
}
