using Bulwark.Operations.Logistics;
using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Years;
using Bulwark.Studies.Programmes;

namespace Bulwark.Workbench.Tests.Programmes;

public class ProgrammeStudyTests
{
    [Fact]
    public void The_result_is_the_same_at_any_number_of_threads_and_another_with_another_seed()
    {
        var programme = SmallProgramme.Read();
        var one = ProgrammeStudy.Run(programme, new ProgrammeStudyOptions { Threads = 1, Replications = 150 });
        var four = ProgrammeStudy.Run(programme, new ProgrammeStudyOptions { Threads = 4, Replications = 150 });
        Assert.Equal(one.Hash, four.Hash);
        Assert.Equal(one.Cases[1].ReadyMeanShare, four.Cases[1].ReadyMeanShare);
        Assert.Equal(one.Cases[2].CostUsd[2], four.Cases[2].CostUsd[2]);
        Assert.NotEqual(one.Hash, ProgrammeStudy.Run(programme, new ProgrammeStudyOptions { Seed = 2, Replications = 150 }).Hash);
    }

    [Fact]
    public void The_numbers_asked_for_are_the_first_of_more()
    {
        var programme = SmallProgramme.Read();
        var plan = ProgrammePlan.Of(programme);
        var alone = new ProgrammeRunner(plan).Run(1, 7, plan.Cases);
        var runner = new ProgrammeRunner(plan);
        for (var replication = 0u; replication < 7; replication++) runner.Run(1, replication, plan.Cases);
        var after = runner.Run(1, 7, plan.Cases);
        for (var way = 0; way < plan.Cases.Count; way++) Assert.Equal(alone[way].Hash, after[way].Hash);
    }

    [Fact]
    public void Before_the_embargo_the_cases_share_their_luck()
    {
        var plan = ProgrammePlan.Of(SmallProgramme.Read());
        var runner = new ProgrammeRunner(plan);
        var embargo = plan.Programme.At(plan.Programme.Events[0].FromUtc);
        var free = runner.Record(1, 3, plan.Cases[0]).Where(one => one.Time < embargo).ToList();
        var stopped = runner.Record(1, 3, plan.Cases[1]).Where(one => one.Time < embargo).ToList();
        Assert.True(free.Count > 50);
        Assert.Equal(free, stopped);
    }

    [Fact]
    public void An_embargo_costs_readiness_and_production_at_home_gives_some_back()
    {
        var study = ProgrammeStudy.Run(SmallProgramme.Read(), new ProgrammeStudyOptions { Threads = 2, Replications = 200 });
        var (free, stopped, home) = (study.Cases[0].MeanShare(45, 54), study.Cases[1].MeanShare(45, 54), study.Cases[2].MeanShare(45, 54));
        Assert.True(stopped < free - 0.1, $"{stopped} against {free}");
        Assert.True(home > stopped + 0.02, $"{home} against {stopped}");
        Assert.True(study.Cases[2].CostUsd[(int)CostCategory.Lines].Sum() >= 5e6 - 1);
        Assert.Equal(0, study.Cases[1].CostUsd[(int)CostCategory.Lines].Sum());
        Assert.Contains(study.Cases[1].ByCountry, static cause => cause.Name == "There" && cause.BarredShare > 0);
        Assert.All(study.Cases[0].ByComponent, static cause => Assert.Equal(0, cause.BarredShare));
        var recovery = Assert.Single(study.Cases[1].Recovery);
        Assert.InRange(recovery.MedianS, 0, 400 * 86400.0);
    }

    [Fact]
    public void Money_and_dates_are_those_of_the_contract()
    {
        var study = ProgrammeStudy.Run(SmallProgramme.Read(), new ProgrammeStudyOptions { Replications = 20 });
        var contracts = study.Cases[0].CostUsd[(int)CostCategory.Contracts];
        Assert.Equal(40e6, contracts[0], 1);
        Assert.Equal([20e6, 20e6, 20e6], contracts.Skip(1).Take(3).Select(static amount => Math.Round(amount)));
        var delivered = study.Plan.Programme.At(new DateTimeOffset(2020, 7, 1, 0, 0, 0, TimeSpan.Zero)).TotalS;
        Assert.Equal(delivered, study.Cases[0].ArrivedS[0][1], 1e-3);
        Assert.Equal(delivered + (30 * 86400), study.Cases[0].ActiveS[1][1], 1e-3);
        Assert.Equal(0, study.Cases[0].ActiveS[0][1]);
        Assert.Equal([1.0, 1.0], study.Cases[0].CameShare);
    }

    [Fact]
    public void Every_part_is_somewhere()
    {
        // Failed parts are fitted, waited for, or still to come: nothing is lost or doubled in the record.
        var plan = ProgrammePlan.Of(SmallProgramme.Read());
        var record = new ProgrammeRunner(plan).Record(1, 5, plan.Cases[2]);
        var missing = new Dictionary<int, int>();
        foreach (var happened in record)
        {
            if (happened.Kind == ProgrammeEventKind.PartFailed) missing[happened.Other] = missing.GetValueOrDefault(happened.Other) + 1;
            if (happened.Kind == ProgrammeEventKind.PartFitted) missing[happened.Other]--;
            Assert.All(missing.Values, static count => Assert.True(count >= 0));
        }

        var failed = record.Count(static one => one.Kind == ProgrammeEventKind.PartFailed);
        Assert.True(failed > 30);
        Assert.Equal(missing.Values.Sum(), failed - record.Count(static one => one.Kind == ProgrammeEventKind.PartFitted));
        Assert.Equal(record.Count(static one => one.Kind == ProgrammeEventKind.UnitDown), record.Count(static one => one.Kind == ProgrammeEventKind.UnitUp) - 2 + Down(record));

        static int Down(IReadOnlyList<ProgrammeEvent> record) => Enumerable.Range(0, 2).Count(unit => record.Last(one => one.Unit == unit && one.Kind is ProgrammeEventKind.UnitDown or ProgrammeEventKind.UnitUp).Kind == ProgrammeEventKind.UnitDown);
    }

    [Fact]
    public void A_lost_supplier_a_licence_ban_and_a_sanction_do_what_they_say()
    {
        static double Ready(string events)
        {
            var text = SmallProgramme.Text.Replace("  - {id: stop, kind: embargo, from: 2023-01-01, to: 2024-07-01, country: There, assumed: a test}", events, StringComparison.Ordinal);
            text = text[..text.IndexOf("cases:", StringComparison.Ordinal)];
            return ProgrammeStudy.Run(SmallProgramme.Read(text), new ProgrammeStudyOptions { Replications = 100 }).Cases[0].MeanShare(48, 72);
        }

        var nothing = Ready("  - {id: never, kind: sanction, from: 2021-01-01, country: There, lead-factor: 1, assumed: a test}");
        var sanction = Ready("  - {id: slow, kind: sanction, from: 2021-01-01, country: There, lead-factor: 4, assumed: a test}");
        var ban = Ready("  - {id: ban, kind: licence-ban, from: 2021-01-01, country: There, components: [cable], assumed: a test}");
        var loss = Ready("  - {id: loss, kind: supplier-loss, from: 2021-01-01, supplier: abroad, assumed: a test}");
        var mended = Ready("  - {id: loss, kind: supplier-loss, from: 2021-01-01, supplier: abroad, assumed: a test}\n  - {id: other, kind: requalification, from: 2021-01-01, supplier: at-home, components: [cable], qualification: 6 months, assumed: a test}".Replace("made-abroad-only: yes", "", StringComparison.Ordinal));
        Assert.True(sanction < nothing - 0.01, $"{sanction} {nothing}");
        Assert.True(ban < nothing - 0.1, $"{ban} {nothing}");
        Assert.True(loss < ban + 0.05, $"{loss} {ban}");
        Assert.True(mended >= loss, $"{mended} {loss}");
    }

    [Fact]
    public void The_analytic_model_and_the_simulation_agree_where_both_apply()
    {
        // No queues, no measures, no batches: typical figures in both.
        var text = SmallProgramme.Text.Replace("{low: 500 h, typical: 1000 h, high: 2000 h}", "1000 h", StringComparison.Ordinal).Replace("repair: maker\n", "repair: depot\n", StringComparison.Ordinal).Replace("benches: 2, ", "", StringComparison.Ordinal);
        text = text[..text.IndexOf("contracts:", StringComparison.Ordinal)];
        var programme = SmallProgramme.Read(text) with { FailsWhileDown = true, Duration = Core.Timing.SimDuration.FromSeconds(20 * 365.25 * 86400) };
        programme = programme with { Units = [programme.Units[1], programme.Units[1] with { Id = "three" }] };
        var study = ProgrammeStudy.Run(programme, new ProgrammeStudyOptions { Threads = 2, Replications = 100 });
        var analytic = new SupportAnalysis(study.Plan).ReadyShare;
        Assert.InRange(study.Cases[0].MeanShare(24, 240), analytic - 0.04, analytic + 0.04);
    }

    [Fact]
    public void Prices_fall_by_Wrights_law_with_every_unit_of_a_source()
    {
        // The cable is bought abroad only; its third unit at a slope of 80 per cent costs 0.7021 of the first (Wright's table).
        var programme = SmallProgramme.Read();
        programme = programme with { Suppliers = [programme.Suppliers[0] with { PriceLearningRatio = 0.8 }, programme.Suppliers[1]] };
        var plan = ProgrammePlan.Of(programme);
        var record = new ProgrammeRunner(plan).Record(1, 4, plan.Cases[0]);
        var cables = Enumerable.Range(0, plan.Components.Count).Where(part => plan.Components[part].Entry.Id == "cable").ToList();
        Assert.Equal(4, cables.Count);
        var paid = cables.Select(part => record.Where(one => one.Kind == ProgrammeEventKind.Paid && one.Component == part).Select(static one => one.AmountUsd).ToList()).ToList();
        Assert.All(paid, static amounts => Assert.Equal(2000, amounts[0], 1e-9));
        var third = paid.First(static amounts => amounts.Count > 2)[2];
        Assert.Equal(0.7021, third / 2000, 5e-5);
        Assert.All(paid, static amounts => Assert.Equal(2000 * new LearningCurve(0.8).TotalRatio(amounts.Count), amounts.Sum(), 1e-6));

        // Without learning the same units come at the same times for the same price each.
        var plain = ProgrammePlan.Of(SmallProgramme.Read());
        var flat = new ProgrammeRunner(plain).Record(1, 4, plain.Cases[0]);
        Assert.Equal(record.Select(static one => (one.Time, one.Kind, one.Component)), flat.Select(static one => (one.Time, one.Kind, one.Component)));
        Assert.All(flat.Where(one => one.Kind == ProgrammeEventKind.Paid && cables.Contains(one.Component)), static one => Assert.Equal(2000, one.AmountUsd, 1e-9));
    }

    [Fact]
    public void A_base_mends_its_share_of_the_failures_and_a_busy_maker_lets_wait()
    {
        const string Tube = "    repair: maker\n";
        double Lost(string text) => ProgrammeStudy.Run(SmallProgramme.Read(text), new ProgrammeStudyOptions { Replications = 60 }).Cases[0].ByComponent.Single(static cause => cause.Name == "tube").WaitingShare;
        var plain = Lost(SmallProgramme.Text);
        var mended = Lost(SmallProgramme.Text.Replace(Tube, Tube + "    base-repair: 60 %\n    base-repair-time: 2 d\n", StringComparison.Ordinal));
        var busy = Lost(SmallProgramme.Text.Replace("{id: abroad, country: There,", "{id: abroad, country: There, repair-capacity: 6,", StringComparison.Ordinal));
        Assert.True(mended < 0.7 * plain, $"{mended} {plain}");
        Assert.True(busy > 1.2 * plain, $"{busy} {plain}");
    }

    [Fact]
    public void Cancelling_ends_it()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ProgrammeStudy.Run(SmallProgramme.Read(), new ProgrammeStudyOptions(), stop.Token));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProgrammeStudy.Run(SmallProgramme.Read(), new ProgrammeStudyOptions { Replications = 1 }));
    }
}
