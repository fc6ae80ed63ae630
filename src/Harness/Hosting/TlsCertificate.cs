using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SfMarketo.Harness.Hosting;

/// <summary>A certificate for this machine that signs itself: clients trust it once they are shown it.</summary>
public static class TlsCertificate
{
    // Browsers refuse longer ones of servers.
    private static readonly TimeSpan Life = TimeSpan.FromDays(397);
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromDays(1);

    /// <summary>Makes one for <c>localhost</c> and the loopback addresses; the same key and instant give the same certificate.</summary>
    /// <param name="key">RSA, 2,048 bits or more.</param>
    /// <param name="now">It is good from a day before.</param>
    public static X509Certificate2 Make(RSA key, DateTimeOffset now)
    {
        var request = new CertificateRequest("CN=localhost, O=sfmarketo sim", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());

        // An authority of its own: lists of trusted certificates take nothing else.
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var from = now - ClocksDiffer;
        var serial = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(serial, now.ToUnixTimeMilliseconds());
        using var certificate = request.Create(request.SubjectName, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1), from, from + Life, serial);
        return WithKey(certificate, key);
    }

    /// <summary>The certificate in PEM form, if it is of this key and good for another day; else null.</summary>
    public static X509Certificate2? Read(string pem, RSA key, DateTimeOffset now)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
            using var own = certificate.GetRSAPublicKey();
            var isGood = own is not null && own.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo())
                && certificate.NotBefore.ToUniversalTime() <= now.UtcDateTime && certificate.NotAfter.ToUniversalTime() > (now + ClocksDiffer).UtcDateTime;
            return isGood ? WithKey(certificate, key) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // Through a file form: Windows does not serve with a key that was never in a store.
    private static X509Certificate2 WithKey(X509Certificate2 certificate, RSA key)
    {
        using var keyed = certificate.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(keyed.Export(X509ContentType.Pfx), null);
    }
}
