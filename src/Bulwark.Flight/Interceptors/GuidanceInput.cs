using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>What guidance knows of the target at the start of a step. Immutable.</summary>
/// <param name="TargetPosition">Estimated Earth-fixed position, metres.</param>
/// <param name="TargetVelocity">Estimated Earth-fixed velocity, m/s; the position is carried on with it inside a step.</param>
/// <param name="Terminal">Whether the terminal phase measures the line of sight itself.</param>
/// <param name="HorizontalErrorRad">Error of the measured line of sight to the side, radians; used in the terminal phase only.</param>
/// <param name="VerticalErrorRad">Error of the measured line of sight upwards, radians; used in the terminal phase only.</param>
public readonly record struct GuidanceInput(
    EcefVector TargetPosition, EcefVector TargetVelocity, bool Terminal, double HorizontalErrorRad = 0, double VerticalErrorRad = 0)
{
    /// <summary>Estimated acceleration of the target over the turning Earth, m/s²; zero when nothing is known of it.</summary>
    public EcefVector TargetAcceleration { get; init; }

    /// <summary>Whether the target falls freely rather than keeping its course and rate of climb.</summary>
    public bool IsBallistic { get; init; }

    /// <summary>The same estimate some time later.</summary>
    /// <param name="elapsedS">Time since, seconds.</param>
    public GuidanceInput After(double elapsedS) => this with
    {
        TargetPosition = TargetPosition + (TargetVelocity * elapsedS) + (TargetAcceleration * (0.5 * elapsedS * elapsedS)),
        TargetVelocity = TargetVelocity + (TargetAcceleration * elapsedS),
    };
}
