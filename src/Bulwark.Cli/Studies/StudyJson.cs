using System.Text.Json.Nodes;
using Bulwark.Studies.Answers;
using Bulwark.Studies.Reports;
using Bulwark.Studies.Statistics;
using Bulwark.Studies.Store;

namespace Bulwark.Cli.Studies;

/// <summary>What a study found, as JSON. Documented in docs/command-line.md.</summary>
internal static class StudyJson
{
    public static JsonObject Of(StudyAnswers answers, StudyStore store, string folder)
    {
        var (plan, study) = (answers.Plan, answers.Plan.Study);
        return new JsonObject
        {
            ["study"] = study.Id,
            ["title"] = study.Title,
            ["studyHash"] = plan.Hash,
            ["contentHash"] = store.ContentHash(),
            ["cells"] = plan.Cells.Count,
            ["runs"] = answers.Runs,
            ["runsLeast"] = plan.Runs.Least,
            ["runsMost"] = plan.Runs.Most,
            ["folder"] = folder,
            ["answer"] = new JsonArray([.. StudyWords.Of(answers).Select(static sentence => (JsonNode)sentence)]),
            ["points"] = new JsonArray([.. answers.Points.Select(point => (JsonNode)new JsonObject
            {
                ["cell"] = point.Cell.Index,
                ["alternative"] = point.Cell.Alternative < 0 ? null : study.Alternatives[point.Cell.Alternative].Id,
                ["factors"] = new JsonObject(study.Factors.Select((factor, index) => KeyValuePair.Create(factor.Name, (JsonNode?)point.Cell.Values[index]))),
                ["runs"] = point.Runs,
                ["measures"] = new JsonObject(Enumerable.Range(0, study.Measures.WantedCount).Select(measure => KeyValuePair.Create(study.Measures.All[measure].Name, (JsonNode?)Estimate(point.Means[measure])))),
            })]),
            ["differences"] = new JsonArray([.. answers.Pairs.Select(pair => (JsonNode)new JsonObject
            {
                ["cell"] = pair.Cell.Index,
                ["alternative"] = study.Alternatives[pair.Alternative].Id,
                ["measure"] = study.Measures.All[pair.Measure].Name,
                ["difference"] = Estimate(pair.Difference.Difference),
                ["sequence"] = Estimate(pair.Sequence),
                ["varianceReduction"] = Number(pair.Difference.VarianceReductionFactor),
            })]),
            ["indices"] = new JsonArray([.. answers.Indices.Select(index => (JsonNode)new JsonObject
            {
                ["measure"] = study.Measures.All[index.Measure].Name,
                ["factor"] = index.Factor,
                ["first"] = Estimate(index.Index.First),
                ["total"] = Estimate(index.Index.Total),
            })]),
            ["effects"] = new JsonArray([.. answers.Effects.Select(effect => (JsonNode)new JsonObject
            {
                ["measure"] = study.Measures.All[effect.Measure].Name,
                ["factor"] = effect.Factor,
                ["meanSize"] = Estimate(effect.Effect.MeanSize),
                ["mean"] = Estimate(effect.Effect.Mean),
                ["deviation"] = Number(effect.Effect.Deviation),
            })]),
            ["mainEffects"] = new JsonArray([.. answers.MainEffects.Select(effect => (JsonNode)new JsonObject
            {
                ["measure"] = study.Measures.All[effect.Measure].Name,
                ["factor"] = effect.Factor,
                ["effect"] = Estimate(effect.Effect),
            })]),
        };
    }

    private static JsonObject Estimate(Estimate estimate) => new()
    {
        ["value"] = Number(estimate.Value),
        ["low"] = Number(estimate.Low),
        ["high"] = Number(estimate.High),
        ["n"] = estimate.Count,
        ["level"] = estimate.Level,
    };

    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
