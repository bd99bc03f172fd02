using Bulwark.Core.Numerics;

namespace Bulwark.Tracking.Identification;

/// <summary>The ranges of the classes, from target_classes.csv.</summary>
internal static class ClassTable
{
    public static readonly ClassRanges[] Rows = Array.ConvertAll(
        EmbeddedTable.Read(typeof(ClassTable).Assembly, "target_classes.csv"),
        static row => new ClassRanges(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8], row[9], row[10], row[11]));

    /// <summary>One class.</summary>
    public readonly record struct ClassRanges(
        double SpeedLowMPerS, double SpeedHighMPerS, double HeightLowM, double HeightHighM, double ClimbHighMPerS, double AccelerationHighMPerS2, double PriorShare, double ReplyProbability,
        double StraightShare, double HardestTurnShare, double VerticalAccelerationSigmaMPerS2, double TurnRateHighRadPerS);
}
