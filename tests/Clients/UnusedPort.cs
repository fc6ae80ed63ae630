using System.Net;
using System.Net.Sockets;

namespace SfMarketo.Tests.Clients;

/// <summary>A port on which nobody listens now.</summary>
internal static class UnusedPort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
