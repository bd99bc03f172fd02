using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Programmes.Reading;

/// <summary>Reads contracts with their deliveries.</summary>
internal static class ContractReader
{
    /// <summary>Reads a contract.</summary>
    /// <param name="reader">Its mapping.</param>
    /// <param name="years">First and last day of the programme.</param>
    /// <param name="context">What the readers share.</param>
    public static Contract Read(MappingReader reader, (DateTimeOffset First, DateTimeOffset Last) years, ProgrammeContext context)
    {
        var id = context.TakeId(reader, "contract");
        var signed = reader.Get(ContractKeys.Signed);
        if (reader.Has(ContractKeys.Signed) && signed >= years.Last)
            context.Problems.Error(reader.PlaceOf(ContractKeys.Signed), $"the contract is signed on {signed:yyyy-MM-dd}, after the last day {years.Last:yyyy-MM-dd}", "a date within the years of the programme, or before them");
        return new Contract
        {
            Id = id,
            Name = ProgrammeContext.NameOf(reader, id),
            Supplier = reader.TryGet(ContractKeys.Supplier, out var supplier) ? context.Use("supplier", supplier, reader.PlaceOf(ContractKeys.Supplier)) : "",
            SignedUtc = signed,
            ValueUsd = reader.Get(ContractKeys.Value),
            AdvanceShare = reader.Get(ContractKeys.Advance),
            LoanS = reader.Get(ContractKeys.Loan),
            InterestShare = reader.Get(ContractKeys.Interest),
            ExercisedProbability = reader.Get(ContractKeys.Exercised),
            Deliveries = [.. reader.Sections(ContractKeys.Deliveries).Select(item => Delivery(item, reader.Has(ContractKeys.Signed) ? signed : null, context))],
            Basis = context.Basis(reader),
        };
    }

    private static Delivery Delivery(MappingReader reader, DateTimeOffset? signed, ProgrammeContext context)
    {
        var id = context.TakeId(reader, "delivery");
        var first = reader.Get(ContractKeys.First);
        var last = reader.TryGet(ContractKeys.Last, out var written) ? written : first;
        if (reader.Has(ContractKeys.First) && last < first)
            context.Problems.Error(reader.PlaceOf(ContractKeys.Last), $"the last day {last:yyyy-MM-dd} is before the first, {first:yyyy-MM-dd}", "a date on or after the first day");
        if (reader.Has(ContractKeys.First) && signed is { } contract && first < contract)
            context.Problems.Error(reader.PlaceOf(ContractKeys.First), $"the delivery begins on {first:yyyy-MM-dd}, before its contract is signed on {contract:yyyy-MM-dd}", "a date on or after the signature");
        return new Delivery
        {
            Id = id,
            Name = ProgrammeContext.NameOf(reader, id),
            Unit = reader.TryGet(ContractKeys.DeliveryUnit, out var unit) ? context.Use("unit", unit, reader.PlaceOf(ContractKeys.DeliveryUnit)) : "",
            Rounds = reader.TryGet(ContractKeys.Rounds, out var rounds) ? (int)rounds : 0,
            PlannedUtc = reader.TryGet(ContractKeys.Planned, out var planned) ? planned : null,
            FirstUtc = first,
            LastUtc = last,
            Shipments = reader.TryGet(ContractKeys.Shipments, out var shipments) ? (int)shipments : 0,
            DelayS = reader.Get(ContractKeys.Delay),
            SetUpS = reader.Get(ContractKeys.SetUp),
            CrewReadyUtc = reader.TryGet(ContractKeys.Crew, out var crew) ? crew : null,
            CrewDelayS = reader.Get(ContractKeys.CrewDelay),
            Basis = context.Basis(reader),
        };
    }
}
