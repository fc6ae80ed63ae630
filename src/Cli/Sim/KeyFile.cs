using System.Security.Cryptography;

namespace SfMarketo.Cli.Sim;

/// <summary>The private key of the connected app, readable by its owner alone. A key that is there is kept, so that clients go on working after a restart.</summary>
internal static class KeyFile
{
    private const int Bits = 2048;

    /// <summary>Reads or makes the key.</summary>
    /// <returns>The public key, PEM.</returns>
    /// <exception cref="IOException">The file can be neither read nor written, or holds something that is no such key.</exception>
    public static string ReadOrMake(string path)
    {
        using var key = RSA.Create();
        if (!File.Exists(path))
        {
            key.KeySize = Bits;
            OwnFile.Write(path, key.ExportPkcs8PrivateKeyPem() + "\n");
            return key.ExportSubjectPublicKeyInfoPem();
        }

        try
        {
            key.ImportFromPem(File.ReadAllText(path));
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException)
        {
            throw new IOException($"'{path}' holds no RSA private key in PEM form: remove it, and a new one is made.", wrong);
        }

        return key.KeySize >= Bits
            ? key.ExportSubjectPublicKeyInfoPem()
            : throw new IOException($"'{path}' holds a key of {key.KeySize} bits; Salesforce wants {Bits} or more: remove it, and a new one is made.");
    }
}
