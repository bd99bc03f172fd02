namespace Bulwark.Flight.Interceptors;

/// <summary>What a round is doing.</summary>
public enum InterceptorPhase
{
    /// <summary>Rising straight up, then turning over, while the motor burns.</summary>
    Boost,

    /// <summary>Steering to the predicted intercept point.</summary>
    Midcourse,

    /// <summary>Proportional navigation on the target.</summary>
    Terminal,
}
