using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SfMarketo.Harness.Hosting;

namespace SfMarketo.Tests.Harness.Sim;

/// <summary><c>sfmarketo sim --tls</c>.</summary>
public sealed class SimTlsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 11, 15, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task Both_listen_on_HTTPS_too_with_a_certificate_that_the_settings_name()
    {
        await using var sim = await RunningSim.StartAsync(tls: true);
        using var trusted = X509CertificateLoader.LoadCertificateFromFile(sim.Env["NODE_EXTRA_CA_CERTS"]);
        using var https = new HttpClient(new SocketsHttpHandler { SslOptions = Trusting(trusted) });
        using var plain = new HttpClient();
        var cancellation = TestContext.Current.CancellationToken;

        sim.Env["SF_TLS_URL"].Should().StartWith("https://127.0.0.1:");
        (await https.GetStringAsync(sim.Env["SF_TLS_URL"] + "/services/data", cancellation)).Should().Contain("/services/data/v59.0");
        (await https.GetStringAsync(sim.Env["SF_TLS_URL"].Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/.well-known/openid-configuration", cancellation)).Should().Contain("\"issuer\":\"https://localhost:");
        (await https.GetStringAsync(sim.Env["MKTO_TLS_URL"] + "/rest/v1/leads.json", cancellation)).Should().Contain("\"code\":\"603\"");
        (await plain.GetStringAsync(sim.Salesforce + "/services/data", cancellation)).Should().Contain("/services/data/v59.0");
        await plain.Invoking(http => http.GetStringAsync(sim.Env["SF_TLS_URL"] + "/services/data", cancellation)).Should().ThrowAsync<HttpRequestException>("nobody has been shown it");
    }

    [Fact]
    public void The_same_key_and_instant_make_the_same_certificate_and_it_is_kept_until_its_last_day()
    {
        using var key = RSA.Create(2048);
        using var other = RSA.Create(2048);
        using var first = TlsCertificate.Make(key, Now);
        using var second = TlsCertificate.Make(key, Now);
        var pem = first.ExportCertificatePem();

        second.ExportCertificatePem().Should().Be(pem);
        first.HasPrivateKey.Should().BeTrue();
        using var kept = TlsCertificate.Read(pem, key, Now.AddDays(390));
        kept!.Thumbprint.Should().Be(first.Thumbprint);
        TlsCertificate.Read(pem, key, Now.AddDays(396)).Should().BeNull();
        TlsCertificate.Read(pem, other, Now).Should().BeNull();
        TlsCertificate.Read("no certificate", key, Now).Should().BeNull();
    }

    private static SslClientAuthenticationOptions Trusting(X509Certificate2 certificate)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(certificate);
        return new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
    }
}
