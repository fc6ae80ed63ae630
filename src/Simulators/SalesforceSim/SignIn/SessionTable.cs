using System.Diagnostics.CodeAnalysis;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>Live sessions by access token, with the idle time-out.</summary>
/// <remarks>Source: salesforce-rest.md section 1.6; a call in the second half of the window extends it (<c>auth.sessionSlides</c>).</remarks>
internal sealed class SessionTable(TimeSpan timeout, bool slides, Draws draws, string organizationId)
{
    private const string TokenAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";
    private const int TokenLength = 90;

    private readonly Dictionary<string, Session> sessions = new(StringComparer.Ordinal);
    private readonly long timeoutMicros = (long)timeout.TotalMicroseconds;

    /// <summary>A call in the second half of the time-out extends a session.</summary>
    public bool Slides { get; set; } = slides;

    /// <summary>A new session with a token of its own: the org id in 15 characters, <c>!</c>, and opaque text.</summary>
    public Session Open(SRow user, string username, long now)
    {
        var session = new Session(organizationId[..15] + "!" + draws.NextText(TokenLength, TokenAlphabet), user, username, now);
        sessions.Add(session.Token, session);
        return session;
    }

    /// <summary>The live session of a token, extended when it is due.</summary>
    public bool TryUse(ReadOnlySpan<char> token, long now, [NotNullWhen(true)] out Session? session)
    {
        if (!sessions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out session))
        {
            return false;
        }

        var idle = now - session.UsedAt;
        if (idle >= timeoutMicros)
        {
            sessions.Remove(session.Token);
            session = null;
            return false;
        }

        if (Slides && idle >= timeoutMicros / 2)
        {
            session.UsedAt = now;
        }

        return true;
    }

    /// <summary>The session of a token, live or idle for too long, without using it.</summary>
    public Session? Find(ReadOnlySpan<char> token) => sessions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out var session) ? session : null;

    public bool Revoke(string token) => sessions.Remove(token);

    /// <summary>Ends all sessions, as an administrator or a release may.</summary>
    public void RevokeAll() => sessions.Clear();
}
