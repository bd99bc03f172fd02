namespace Bulwark.Flight.Interceptors;

/// <summary>Whether a round flies on after a step.</summary>
public enum InterceptorStatus
{
    /// <summary>It flies and can manoeuvre.</summary>
    Flying,

    /// <summary>Its motor is burnt out and it is slower than the speed at which it can still manoeuvre.</summary>
    OutOfEnergy,

    /// <summary>Its longest controlled flight is over.</summary>
    TimeExpired,
}
