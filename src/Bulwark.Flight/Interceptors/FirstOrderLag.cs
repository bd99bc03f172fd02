using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>First-order response of the airframe to an acceleration command: da/dt = (a_c - a)/T, solved exactly for a held command.</summary>
internal static class FirstOrderLag
{
    public static EcefVector Respond(in EcefVector value, in EcefVector command, double elapsedS, double timeConstantS) =>
        timeConstantS > 0 ? command + ((value - command) * Math.Exp(-elapsedS / timeConstantS)) : command;
}
