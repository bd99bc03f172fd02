#:project ../src/Bulwark.Simulation/Bulwark.Simulation.csproj
#:property PublishAot=false

// Does it matter how the battery's tracker works? The raid on Crete with the same luck and another association, other motions, another
// way to start tracks: the picture against the truth, and what it does to the outcome.
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Scenarios;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

var folder = AppContext.GetData("EntryPointFileDirectoryPath") as string ?? "examples";
var scenario = ScenarioReader.Read(Path.Combine(folder, "..", "scenarios", "crete-s300.yaml"), CatalogueStore.LoadEmbedded());

Console.WriteLine($"{"",-42} {"GOSPA",7} {"place",7} {"missed",7} {"false",7} {"compl.",6} {"changes",7} {"rounds",6} {"leaked",6}");
Show("assignment", tracker => tracker with { Association = AssociationMethod.GlobalNearestNeighbour });
Show("nearest first", tracker => tracker with { Association = AssociationMethod.NearestFirst });
Show("joint probabilistic", tracker => tracker with { Association = AssociationMethod.JointProbabilistic });
Show("assignment, seven motions", tracker => tracker with { Association = AssociationMethod.GlobalNearestNeighbour, Motion = MotionModelSet.AirSurveillance });
Show("joint probabilistic, seven motions", tracker => tracker with { Association = AssociationMethod.JointProbabilistic, Motion = MotionModelSet.AirSurveillance });
Show("assignment, confirmed by counting alone", tracker => tracker with { ConfirmationProbability = 1e-12, DeletionProbability = 1e-12 });

void Show(string name, Func<TrackerParameters, TrackerParameters> change)
{
    var changed = scenario with { Batteries = [.. scenario.Batteries.Select(battery => battery with { Tracker = change(battery.Tracker) })] };
    var result = Simulator.Run(changed);
    var score = result.Pictures[0].Score;
    double Mean(Func<Bulwark.Tracking.Metrics.ScorePoint, double> part) => Math.Sqrt(score.Points.Average(part));
    Console.WriteLine(
        $"{name,-42} {score.GospaMeanM,5:0} m {Mean(point => point.Distance.LocalisationM2),5:0} m {Mean(point => point.Distance.MissedM2),5:0} m {Mean(point => point.Distance.FalseM2),5:0} m "
        + $"{score.CompletenessShare,6:0.000} {score.IdSwitches,7} {result.Summary.RoundsSpent,6} {result.Summary.Targets.Leaked,6}");
}
