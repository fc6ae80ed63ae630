using System.Security.Cryptography.X509Certificates;

namespace SfMarketo.Harness.Hosting;

/// <summary>The pair listens on HTTPS too, beside HTTP.</summary>
/// <param name="Certificate">With its private key.</param>
/// <param name="SalesforcePort">0: any free port.</param>
/// <param name="MarketoPort">0: any free port.</param>
public sealed record TlsSettings(X509Certificate2 Certificate, int SalesforcePort, int MarketoPort);
