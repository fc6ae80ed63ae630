using System.Globalization;

namespace SfMarketo.Harness.Hosting;

/// <summary>A simulator's port cannot be listened on: another process has it, or this one may not.</summary>
public sealed class PortException(string simulator, int port, Exception cause)
    : IOException(string.Create(CultureInfo.InvariantCulture, $"{simulator} cannot listen on port {port}: {Reason(cause)}"), cause)
{
    public int Port { get; } = port;

    private static string Reason(Exception cause) =>
        cause is Microsoft.AspNetCore.Connections.AddressInUseException || cause.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException
            ? "another program has it"
            : cause.Message.TrimEnd('.');
}
