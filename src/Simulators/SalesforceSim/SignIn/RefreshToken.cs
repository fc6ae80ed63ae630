using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>What a refresh token stands for; good until it is revoked or, where the app rotates them, used.</summary>
/// <param name="Token">Opaque.</param>
/// <param name="App">Consumer key.</param>
/// <param name="User">At sign-in.</param>
/// <param name="Scopes">Of the sessions that it gives.</param>
/// <param name="Family">The first of its rotation: all of them end together.</param>
internal sealed record RefreshToken(string Token, string App, SRow User, IReadOnlyList<string> Scopes, string Family)
{
    /// <summary>Used already, by an app that rotates its tokens: seen once more it ends the whole family.</summary>
    public bool IsSpent { get; init; }
}
