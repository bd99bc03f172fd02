using Bulwark.Operations.Logistics;
using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Reading;
using Bulwark.Simulation.Programmes.Years;
using Bulwark.Studies.Programmes;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Programmes;

public class AdviceTests
{
    private static readonly SupportAnalysis Turkey = new(ProgrammePlan.Of(ProgrammeReader.Read(Repository.PathOf("programmes", "turkey-s400.yaml"))));
    private static readonly LocalisationQuestion Question = new("embargo", 0.05);

    [Fact]
    public void The_choice_goes_the_right_way_with_floor_cost_and_date()
    {
        var reach = Turkey.Localise(Question, 1).Plan.EverythingShare;
        var last = 0.0;
        for (var part = 1; part < 10; part++)
        {
            var floor = reach * part / 10;
            var plan = Turkey.Localise(Question, floor).Plan;
            Assert.True(plan.IsFeasible && plan.AvailabilityShare >= floor * (1 - 1e-9));
            Assert.True(plan.CostUsd >= last - 1e-6, "a higher floor never costs less");
            Assert.True(plan.BoundUsd <= plan.CostUsd + 1e-6);
            last = plan.CostUsd;
            Assert.True(Turkey.Localise(Question, floor, costFactor: 1.5).Plan.CostUsd >= plan.CostUsd - 1e-6, "dearer production at home never costs less");
        }

        var floorOfAll = reach * 0.5;
        var cost = double.PositiveInfinity;
        foreach (var year in (int[])[2021, 2022, 2023, 2024, 2025])
        {
            var plan = Turkey.Localise(Question, floorOfAll, new DateTimeOffset(year, 6, 1, 0, 0, 0, TimeSpan.Zero)).Plan;
            if (!plan.IsFeasible) Assert.True(double.IsPositiveInfinity(cost), "what could be held with an earlier embargo can be held with a later one");
            else Assert.True(plan.CostUsd <= cost + 1e-6, "a later embargo never costs more: more of what is made at home is qualified");
            if (plan.IsFeasible) cost = plan.CostUsd;
        }

        Assert.True(double.IsFinite(cost));
    }

    [Fact]
    public void What_is_ruled_out_stays_abroad()
    {
        var (plan, items) = Turkey.Localise(Question, 1);
        Assert.False(plan.IsFeasible);
        Assert.Contains(items, static pair => pair.Component.IsForeignOnly);
        for (var at = 0; at < items.Count; at++) Assert.False(plan.AtHome[at] && items[at].Component.IsForeignOnly);
    }

    [Fact]
    public void A_small_programme_matches_enumeration()
    {
        // Stocks that last through most of the embargo, so that neither way leaves nothing or everything.
        var programme = SmallProgramme.Read();
        programme = programme with { Components = [.. programme.Components.Select(static component => component with { DepotStock = component.Id == "cable" ? 40 : 12 })] };
        var analysis = new SupportAnalysis(ProgrammePlan.Of(programme));
        var items = analysis.Localise(new LocalisationQuestion("stop", 0.01), 0.01).Items;
        var candidates = items.Select((pair, at) => (pair.Item, at)).Where(static pair => !pair.Item.IsFixedAbroad).ToList();
        Assert.Equal(["tube"], candidates.Select(static pair => pair.Item.Id));
        var abroad = items.Aggregate(1.0, static (share, pair) => share * pair.Item.AbroadShare);
        var home = abroad / candidates[0].Item.AbroadShare * candidates[0].Item.HomeShare;
        Assert.True(home > abroad);
        var between = analysis.Localise(new LocalisationQuestion("stop", 1), (home + abroad) / 2).Plan;
        Assert.Equal((true, candidates[0].Item.CostUsd), (between.IsFeasible, between.CostUsd));
        Assert.Equal(0, analysis.Localise(new LocalisationQuestion("stop", 1), 0.99 * abroad).Plan.CostUsd);
    }

    [Fact]
    public void The_choice_is_the_cheapest_tried_that_holds_the_floor_in_the_simulation()
    {
        var programme = ProgrammeReader.Read(Repository.PathOf("programmes", "turkey-s400.yaml"));
        var options = new ProgrammeStudyOptions { Replications = 120, Threads = 2 };
        var stepped = false;
        foreach (var floor in (double[])[0.05, 0.10, 0.13])
        {
            var advice = ProgrammeAdvice.Localise(programme, floor, options);
            Assert.Equal(floor, advice.Trials[0].AskedShare);
            Assert.All(advice.Trials, trial => Assert.True(trial.Ready.Low < trial.Ready.Value && trial.Ready.Value < trial.Ready.High && trial.Plan.BoundUsd <= trial.Plan.CostUsd + 1e-6));
            var held = advice.Trials.Where(trial => trial.Plan.IsFeasible && trial.Ready.Low >= floor).ToList();
            Assert.Equal(held.Count > 0, advice.Chosen >= 0);
            if (advice.Chosen >= 0) Assert.Equal(held.Min(static trial => trial.Plan.CostUsd), advice.Best.Plan.CostUsd);
            stepped |= advice.Chosen > 0;

            // The interval of a trial is that of its own replications, run again.
            var way = new ProgrammeCase("again", "", [], HasHome: true, [.. advice.Items.Where((_, at) => advice.Best.Plan.AtHome[at]).Select(static pair => pair.Component.Id)]);
            if (way.Home.Count == 0) continue;
            var again = ProgrammeStudy.Run(programme with { Cases = [way] }, options).Cases[0];
            Assert.Equal(again.MeanShare(advice.EndMonth - 3, advice.EndMonth), advice.Best.Ready.Value, 1e-12);
        }

        Assert.True(stepped, "where the analytic model promises too much, more is asked of it");
    }

    [Fact]
    public void Spares_bought_raise_readiness_in_the_simulation()
    {
        var programme = SmallProgramme.Read();
        programme = programme with { Components = [.. programme.Components.Select(static component => component with { BaseStock = 0, DepotStock = 0 })] };
        var options = new ProgrammeStudyOptions { Replications = 100 };
        var (poor, rich) = (ProgrammeAdvice.Stock(programme, 0, options), ProgrammeAdvice.Stock(programme, 1.5e6, options));
        Assert.Equal(0, poor.Plan.Stocks.Sum());
        Assert.True(rich.Plan.CostUsd <= 1.5e6 && rich.Plan.Stocks.Sum() > 5);
        Assert.True(rich.Cases[0].MeanShare(0, 72) > poor.Cases[0].MeanShare(0, 72) + 0.1);
    }

    [Fact]
    public void Back_tests_fit_what_they_are_made_of_and_state_their_error()
    {
        // A record made by the model is met by it.
        var ramp = new ProductionRamp(80, 0.11);
        var fitted = ProductionRamp.Fit([(0, 4, ramp.MeanCount(0, 4, static _ => double.PositiveInfinity)), (7, 7, ramp.OutputCount(7)), (9, 9, ramp.OutputCount(9))]);
        Assert.Equal(80, fitted.FirstCount, 1e-4);
        Assert.Equal(0.11, fitted.GrowthShare, 1e-6);
        var curve = ResourcingCurve.Fit(900, [(100, new ResourcingCurve(900, 40).LeftCount(100)), (150, new ResourcingCurve(900, 40).LeftCount(150))]);
        Assert.Equal(40, curve.MeanS, 1e-9);

        var missile = BacktestStudy.Run(ProgrammeReader.Read(Repository.PathOf("programmes", "missile-ramp.yaml")).Backtest!);
        Assert.All(missile.Lines.Where(static line => line.Observation.Use == RecordUse.Fit), static line => Assert.Equal(0, line.ErrorShare, 1e-5));
        var held = Assert.Single(missile.Lines, static line => line.Observation.Use == RecordUse.Compare);
        Assert.InRange(held.ErrorShare, -0.10, 0.0);
        var resourcing = BacktestStudy.Run(ProgrammeReader.Read(Repository.PathOf("programmes", "f35-resourcing.yaml")).Backtest!);
        Assert.Equal(12, resourcing.Lines[0].ModelCount, 1e-6);
        Assert.True(resourcing.Lines[^1].ErrorS < -365 * 86400.0, "the first months promised far too much");
    }
}
