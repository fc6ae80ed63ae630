using SfMarketo.Harness.Running;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim.Options;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.Harness.Hosting;

/// <summary>Who may sign in to a pair of simulators: one connected app with its user, one custom service.</summary>
/// <param name="PublicKeyPem">The connected app's public key, RSA, PEM.</param>
/// <param name="MarketoClientSecret">Secret of the custom service.</param>
public sealed record PairCredentials(string PublicKeyPem, string MarketoClientSecret)
{
    public const string SalesforceClientId = EngineCredentials.ConsumerKey;

    public const string SalesforceUsername = EngineCredentials.Username;

    public const string MarketoClientId = EngineCredentials.MarketoClientId;

    internal ConnectedApp App => new(SalesforceClientId, PublicKeyPem, [SalesforceUsername]);

    internal MarketoCredential Service => new(MarketoClientId, MarketoClientSecret, SalesforceUsername);

    /// <summary>The same secret for the same seed, so that a client's settings outlive a restart. It guards nothing but made-up people.</summary>
    public static string SecretOf(ulong seed) => new Draws(seed).Fork("credentials").NextText(32, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}
