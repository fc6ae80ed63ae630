using System.Security.Cryptography;

namespace SfMarketo.Cli.Sim;

/// <summary>A private key (the connected app's, the server's), readable by its owner alone. A key that is there is kept, so that clients go on working after a restart.</summary>
internal static class KeyFile
{
    private const int Bits = 2048;

    /// <summary>Reads or makes the key.</summary>
    /// <returns>The public key, PEM.</returns>
    /// <exception cref="IOException">The file can be neither read nor written, or holds something that is no such key.</exception>
    public static string ReadOrMake(string path)
    {
        using var key = Open(path, $"Salesforce wants {Bits} or more");
        return key.ExportSubjectPublicKeyInfoPem();
    }

    /// <summary>Reads or makes the key.</summary>
    /// <param name="path">The file.</param>
    /// <param name="why">Why a shorter key is refused.</param>
    /// <exception cref="IOException">The file can be neither read nor written, or holds something that is no such key.</exception>
    public static RSA Open(string path, string why)
    {
        var key = RSA.Create();
        if (!File.Exists(path))
        {
            key.KeySize = Bits;
            OwnFile.Write(path, key.ExportPkcs8PrivateKeyPem() + "\n");
            return key;
        }

        try
        {
            key.ImportFromPem(File.ReadAllText(path));
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new IOException($"'{path}' holds no RSA private key in PEM form: remove it, and a new one is made.", wrong);
        }

        return key.KeySize >= Bits ? key : throw new IOException($"'{path}' holds a key of {key.KeySize} bits; {why}: remove it, and a new one is made.");
    }
}
