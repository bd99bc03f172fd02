using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>First-order response of the airframe to an acceleration command: da/dt = (a_c - a)/T, solved exactly for a held command.</summary>
internal static class FirstOrderLag
{
    /// <summary>Share of the difference to the command that is left after a time.</summary>
    public static double Left(double elapsedS, double timeConstantS) => timeConstantS > 0 ? Math.Exp(-elapsedS / timeConstantS) : 0;

    /// <summary>The response when that share is left.</summary>
    public static EcefVector Respond(in EcefVector value, in EcefVector command, double left) => command + ((value - command) * left);

    public static EcefVector Respond(in EcefVector value, in EcefVector command, double elapsedS, double timeConstantS) =>
        timeConstantS > 0 ? command + ((value - command) * Math.Exp(-elapsedS / timeConstantS)) : command;
}
