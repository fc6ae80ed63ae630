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
    private const int SweepEvery = 1_024;

    private readonly Dictionary<string, Session> sessions = new(StringComparer.Ordinal);
    private long timeoutMicros = (long)timeout.TotalMicroseconds;
    private int opened;

    /// <summary>A call in the second half of the time-out extends a session.</summary>
    public bool Slides { get; set; } = slides;

    /// <summary>A session ends after so long without a call that counts; holds for those that are open too.</summary>
    public TimeSpan Timeout
    {
        get => TimeSpan.FromMicroseconds(timeoutMicros);
        set => timeoutMicros = (long)value.TotalMicroseconds;
    }

    /// <summary>A new session with a token of its own: the org id in 15 characters, <c>!</c>, and opaque text.</summary>
    public Session Open(SRow user, string username, long now, string? app = null, IReadOnlyList<string>? scopes = null, string? refreshToken = null)
    {
        if (++opened % SweepEvery == 0)
        {
            Revoke(session => now - session.UsedAt >= timeoutMicros);
        }

        var session = new Session(organizationId[..15] + "!" + draws.NextText(TokenLength, TokenAlphabet), user, username, now) { App = app, Scopes = scopes ?? [], RefreshToken = refreshToken };
        sessions.Add(session.Token, session);
        return session;
    }

    /// <summary>A live session of this user, app and scopes; null when there is none.</summary>
    public Session? FindLike(SRow user, string? app, IReadOnlyList<string> scopes, long now)
    {
        Session? found = null;
        foreach (var session in sessions.Values)
        {
            // The oldest: the order of a dictionary does not count.
            if (session.User.Id == user.Id && session.App == app && session.Scopes.SequenceEqual(scopes) && IsLive(session, now) && (found is null || session.OpenedAt < found.OpenedAt))
            {
                found = session;
            }
        }

        return found;
    }

    /// <summary>The live session of a token, extended when it is due.</summary>
    public bool TryUse(ReadOnlySpan<char> token, long now, [NotNullWhen(true)] out Session? session)
    {
        if (!sessions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out session))
        {
            return false;
        }

        if (!IsLive(session, now))
        {
            sessions.Remove(session.Token);
            session = null;
            return false;
        }

        if (Slides && now - session.UsedAt >= timeoutMicros / 2)
        {
            session.UsedAt = now;
        }

        return true;
    }

    /// <summary>The session of a token, live or idle for too long, without using it.</summary>
    public Session? Find(ReadOnlySpan<char> token) => sessions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out var session) ? session : null;

    public bool IsLive(Session session, long now) => now - session.UsedAt < timeoutMicros;

    /// <summary>When a session ends if nobody uses it, microseconds since 1970 UTC.</summary>
    public long EndOf(Session session) => session.UsedAt + timeoutMicros;

    public bool Revoke(string token) => sessions.Remove(token);

    /// <summary>Ends those that fit.</summary>
    public void Revoke(Predicate<Session> fits)
    {
        foreach (var session in sessions.Values.Where(session => fits(session)).ToList())
        {
            sessions.Remove(session.Token);
        }
    }

    /// <summary>Ends all sessions, as an administrator or a release may.</summary>
    public void RevokeAll() => sessions.Clear();
}
