using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using SfMarketo.Sync;
using SfMarketo.Sync.State;

namespace SfMarketo.Cli.LiveSync;

/// <summary>One run of the engine over sockets in real time, from start to stop.</summary>
internal sealed class LiveSyncRun(SyncSettings settings, SyncOptions options, TextWriter output, TextWriter errors, TimeProvider time)
{
    private static readonly TimeSpan StatusEvery = TimeSpan.FromMinutes(1);

    private readonly StatusLines lines = new(output, time);

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var salesforce = Handler();
        using var marketo = Handler();
        SyncEngine engine;
        try
        {
            PrepareState();
            engine = await SyncEngine.StartAsync(settings, new SyncSeams { Time = time, Draw = Draw, Salesforce = salesforce, Marketo = marketo });
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            return CannotStart($"The state file '{settings.StatePath}' cannot be opened: {failure.Message}");
        }

        try
        {
            return await RunAsync(engine, cancellationToken);
        }
        finally
        {
            await engine.DisposeAsync();
        }
    }

    private async Task<int> RunAsync(SyncEngine engine, CancellationToken cancellationToken)
    {
        WebApplication? listener = null;
        try
        {
            if (await engine.SignInAsync(cancellationToken) is { } refused)
            {
                return CannotStart(Sentence(refused));
            }

            if (options.Listen is { } address)
            {
                listener = await OutboundListener.StartAsync(address, engine, settings.OutboundMessages.MaxBytes);
            }

            Announce(listener);
            await RunUntilStoppedAsync(engine, cancellationToken);
            await lines.WriteAsync(engine);
            lines.Line("stopped");
            return ExitCode.Passed;
        }
        catch (IOException) when (options.Listen is not null && listener is null)
        {
            return CannotStart($"The port {options.Listen!.Port} of --listen is in use.");
        }
        catch (OtherSystemsException other)
        {
            errors.WriteLine($"{other.Message} Use --fresh to begin anew with an empty state (the records of both systems are met again), or --state with another file than '{settings.StatePath}'.");
            return ExitCode.WrongInput;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            lines.Line("stopped");
            return ExitCode.Passed;
        }
        catch (Exception stopped) when (stopped is SyncStoppedException or StaleOwnerException)
        {
            errors.WriteLine(stopped is SyncStoppedException { Failure: var failure } ? Sentence(failure) : stopped.Message);
            return ExitCode.Failed;
        }
        finally
        {
            if (listener is not null)
            {
                await listener.DisposeAsync();
            }
        }
    }

    private async Task RunUntilStoppedAsync(SyncEngine engine, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = engine.RunAsync(ending.Token);
        var signIns = engine.SalesforceSignIns;
        using var everyMinute = new PeriodicTimer(StatusEvery, time);
        var minute = everyMinute.WaitForNextTickAsync(CancellationToken.None).AsTask();
        while (await Task.WhenAny(running, minute) != running)
        {
            await lines.WriteAsync(engine);
            try
            {
                signIns = await MeetAgainAsync(engine, signIns);
            }
            catch (OtherSystemsException)
            {
                await ending.CancelAsync();
                await running;
                throw;
            }

            minute = everyMinute.WaitForNextTickAsync(CancellationToken.None).AsTask();
        }

        await running;
    }

    /// <summary>A session that ended may have ended with its org: simulators that were started anew while the engine ran.</summary>
    /// <returns>The sign-ins that have been looked at.</returns>
    private static async Task<int> MeetAgainAsync(SyncEngine engine, int lookedAt)
    {
        var now = engine.SalesforceSignIns;
        return now != lookedAt && await engine.SignInAsync(CancellationToken.None) is null ? now : lookedAt;
    }

    private void Announce(WebApplication? listener)
    {
        lines.Line($"syncing {settings.Salesforce.LoginUrl.Authority} (Salesforce) with {settings.Marketo.BaseAddress.Authority} (Marketo); state in {settings.StatePath}");
        lines.Line($"asking Salesforce every {ShortTime.Of(settings.SalesforcePoll)}, Marketo every {ShortTime.Of(settings.MarketoPoll)}{(settings.Dialect == Dialect.Seed ? ", in the seed's dialect" : "")}");
        if (listener is not null)
        {
            lines.Line($"outbound messages: {listener.Urls.First()}{options.Listen!.AbsolutePath}");
        }

        lines.Line("ready; a status line follows every minute; stop with Ctrl-C");
    }

    private void PrepareState()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(settings.StatePath))!);
        if (!options.Fresh || !File.Exists(settings.StatePath))
        {
            return;
        }

        if (!IsDatabase(settings.StatePath))
        {
            throw new IOException("--fresh deletes only state files, and this is none.");
        }

        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(settings.StatePath + suffix);
        }
    }

    private static bool IsDatabase(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[15];
        return file.Length == 0 || (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual("SQLite format 3"u8));
    }

    private int CannotStart(string sentence)
    {
        errors.WriteLine(sentence);
        return ExitCode.CouldNotStart;
    }

    private string Sentence(CallFailure failure)
    {
        var (name, address) = failure.Api == "marketo" ? ("Marketo", settings.Marketo.BaseAddress) : ("Salesforce", settings.Salesforce.LoginUrl);
        return failure.Code switch
        {
            LocalCodes.NotSent or LocalCodes.Transport or LocalCodes.Timeout => $"{name} at {address.GetLeftPart(UriPartial.Authority)} cannot be reached.",
            LocalCodes.Unreadable => $"What answers at {address.GetLeftPart(UriPartial.Authority)} is not {name}: {failure.Message}",
            _ => $"{name} at {address.GetLeftPart(UriPartial.Authority)} refused: {failure.Code}{(failure.HttpStatus is 400 or 401 ? $" ({failure.Message})" : "")}.",
        };
    }

    private static SocketsHttpHandler Handler() => new() { ConnectTimeout = TimeSpan.FromSeconds(15), PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, UseCookies = false };

    private static double Draw() => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue;
}
